package org.zhengling.platform.ledger.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.formats.text.FileName;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.ledger.BankFile;
import org.zhengling.platform.ledger.BankReply;
import org.zhengling.platform.ledger.PaymentBatch;
import org.zhengling.platform.ledger.PaymentBatches;
import org.zhengling.platform.ledger.PaymentState;
import org.zhengling.platform.ledger.store.PaymentViews;

/** Batches of payments: the file for the bank, its reply, and what does not fit. */
@Controller
class PaymentPages {
  private static final int PAGE = 50;

  private final CurrentPost current;
  private final PaymentBatches batches;
  private final PaymentViews views;

  PaymentPages(CurrentPost current, PaymentBatches batches, PaymentViews views) {
    this.current = current;
    this.batches = batches;
    this.views = views;
  }

  /** The list page. */
  record BatchesPage(List<PaymentBatch> batches, @Nullable Long next) {
    public String yuan(long fen) {
      return new Money(fen).toString();
    }
  }

  /**
   * The page of one batch.
   *
   * @param state whose lines are shown; empty for all
   * @param next position to go on from
   */
  record BatchPage(
      PaymentBatch batch,
      List<BankReply> replies,
      List<PaymentBatches.Shown> lines,
      String state,
      @Nullable Integer next,
      String problem) {
    public String yuan(long fen) {
      return new Money(fen).toString();
    }

    public List<PaymentState> states() {
      return List.of(PaymentState.values());
    }
  }

  @GetMapping("/payments")
  String list(@RequestParam(required = false) @Nullable Long before, Model model) {
    current.require(Permission.PAY);
    List<PaymentBatch> found = views.batches(before, PAGE + 1);
    List<PaymentBatch> shown = found.stream().limit(PAGE).toList();
    Long next = found.size() > PAGE ? shown.getLast().id() : null;
    model.addAttribute("page", new BatchesPage(shown, next));
    return "ledger/batches";
  }

  @GetMapping("/payments/{id}")
  String batch(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int after,
      Model model) {
    return page(id, state, after, "", model);
  }

  private String page(long id, String state, int after, String problem, Model model) {
    current.require(Permission.PAY);
    PaymentBatch batch = views.batch(id).orElseThrow(PaymentPages::absent);
    List<PaymentState> states = new ArrayList<>();
    for (PaymentState one : PaymentState.values()) {
      if (state.isEmpty() || one.name().equals(state)) {
        states.add(one);
      }
    }
    List<PaymentBatches.Shown> found = batches.lines(id, states, after, PAGE + 1);
    List<PaymentBatches.Shown> shown = found.stream().limit(PAGE).toList();
    Integer next = found.size() > PAGE ? shown.getLast().position() : null;
    model.addAttribute(
        "page", new BatchPage(batch, batches.replies(id), shown, state, next, problem));
    return "ledger/batch";
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这个发放批次，或它不在您的区划内。", "请从发放清单里重新打开。");
  }

  @PostMapping("/payments/{id}/export")
  ResponseEntity<byte[]> export(
      @PathVariable long id, @RequestParam(defaultValue = "GB18030") String letters) {
    BankFile.Letters wanted =
        letters.equals("UTF-8") ? BankFile.Letters.UTF_8 : BankFile.Letters.GB18030;
    BankFile file = batches.export(id, wanted);
    return download(file.name(), file.bytes());
  }

  private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  @PostMapping("/payments/{id}/reply")
  String reply(
      @PathVariable long id,
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response)
      throws IOException {
    current.require(Permission.PAY);
    try {
      String name = FileName.of(file.getOriginalFilename());
      if (name.isBlank()) {
        throw new Refusal(Refusal.Kind.CALLER, "没有读入。还没有选文件。", "请选银行的回盘文件再上传。");
      }
      BankReply done = batches.read(id, name, file.getBytes());
      flash.addFlashAttribute(
          "said",
          "已读回盘 "
              + done.rows()
              + " 行：已付 "
              + done.paid()
              + " 笔，退回 "
              + done.refused()
              + " 笔，没有认的 "
              + done.faults().size()
              + " 行，银行还没答复 "
              + done.missing()
              + " 笔。");
      flash.addAttribute("id", id);
      return "redirect:/payments/{id}";
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.ABSENT || refusal.kind() == Refusal.Kind.RIGHTS) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, "", 0, refusal.happened() + refusal.kept() + refusal.todo(), model);
    }
  }

  /** What of a reply was not taken, for the bank. */
  @GetMapping("/payments/{id}/replies/{reply}/faults.csv")
  ResponseEntity<byte[]> faults(@PathVariable long id, @PathVariable long reply) {
    current.require(Permission.PAY);
    BankReply found =
        batches.replies(id).stream()
            .filter(one -> one.id() == reply)
            .findFirst()
            .orElseThrow(PaymentPages::absent);
    List<List<String>> rows =
        found.faults().stream()
            .map(one -> List.of(String.valueOf(one.line()), one.payment(), one.said()))
            .toList();
    return download(
        "faults-" + id + "-" + reply + ".csv",
        CsvTable.write(List.of("line", "payment", "reason"), rows));
  }

  @PostMapping("/payments/{id}/return")
  String returned(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String payment,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    current.require(Permission.PAY);
    try {
      batches.returned(number(payment), day(on), ground);
      flash.addFlashAttribute("said", "已登记付后退回，钱已回到原来的资金。");
      flash.addAttribute("id", id);
      return "redirect:/payments/{id}";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, "", 0, refusal.happened() + refusal.kept() + refusal.todo(), model);
    }
  }

  private static long number(String payment) {
    if (!payment.strip().matches("\\d{1,18}")) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记退回。付款编号不是数字。", "请从名单里抄付款编号。");
    }
    return Long.parseLong(payment.strip());
  }

  private static LocalDate day(String on) {
    try {
      return LocalDate.parse(on.strip());
    } catch (DateTimeParseException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记退回。日期“" + on + "”读不懂。", "请写成 2021-01-15 的样子。");
    }
  }
}
