package org.zhengling.platform.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.cases.CaseTransfers;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.Documents;
import org.zhengling.platform.cases.HandOver;
import org.zhengling.platform.cases.JointReviews;
import org.zhengling.platform.cases.Receipts;
import org.zhengling.platform.cases.web.CaseShow.Typed;

/** The page of one case, and what is the same in every procedure: papers, hand-over, receipt. */
@Controller
class CasePages {
  private final CurrentPost current;
  private final CaseShow show;
  private final CaseTransfers transfers;
  private final Documents documents;
  private final JointReviews reviews;
  private final Receipts receipts;

  CasePages(
      CurrentPost current,
      CaseShow show,
      CaseTransfers transfers,
      Documents documents,
      JointReviews reviews,
      Receipts receipts) {
    this.current = current;
    this.show = show;
    this.transfers = transfers;
    this.documents = documents;
    this.reviews = reviews;
    this.receipts = receipts;
  }

  @GetMapping("/cases/{id}")
  String page(@PathVariable long id, Model model) {
    return page(id, Typed.NOTHING, model);
  }

  private String page(long id, Typed typed, Model model) {
    model.addAttribute("page", show.of(id, typed));
    return "cases/case";
  }

  private interface Submitted {
    void act();
  }

  /** Done, the page is shown anew; refused, it is shown with what was typed. */
  private String submit(
      long id, Typed typed, Submitted act, Model model, HttpServletResponse response) {
    try {
      act.act();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CALLER && refusal.kind() != Refusal.Kind.CONFLICT) {
        throw refusal;
      }
      response.setStatus(
          refusal.kind() == Refusal.Kind.CONFLICT
              ? HttpStatus.CONFLICT.value()
              : HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          id,
          new Typed(
              typed.which(),
              typed.text(),
              typed.choice(),
              refusal.happened() + refusal.kept() + refusal.todo()),
          model);
    }
    return "redirect:/cases/" + id;
  }

  @PostMapping("/cases/{id}/documents")
  String addDocument(
      @PathVariable long id,
      @RequestParam UUID form,
      @RequestParam(defaultValue = "") String title,
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response)
      throws IOException {
    requireDesk();
    byte[] bytes = file.getBytes();
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    flash.addFlashAttribute("said", "已收下这份材料。");
    return submit(
        id,
        new Typed("documents", title, "", ""),
        () -> documents.add(id, form, title, name, bytes),
        model,
        response);
  }

  private void requireDesk() {
    SignedIn by = current.require();
    if (!by.post().may(Permission.ACCEPT_CASE) && !by.post().may(Permission.DECIDE_CASE)) {
      current.require(Permission.HANDLE_CASE);
    }
  }

  @PostMapping("/cases/{id}/hand-over")
  String handOver(
      @PathVariable long id,
      @RequestParam UUID form,
      @RequestParam int version,
      @RequestParam String area,
      @RequestParam PostKind desk,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    flash.addFlashAttribute("said", "已移交。");
    HandOver to = new HandOver(area, desk, null);
    String shown =
        submit(
            id,
            new Typed("hand-over", ground, area, ""),
            () -> transfers.handOver(id, version, form, to, ground),
            model,
            response);
    // The case may lie in another area now, where this post sees nothing.
    return shown.startsWith("redirect:") ? "redirect:/cases" : shown;
  }

  @PostMapping("/cases/{id}/withdraw")
  String withdraw(
      @PathVariable long id,
      @RequestParam UUID form,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    flash.addFlashAttribute("said", "已记下申请人撤回，时限停止。");
    return submit(
        id,
        new Typed("withdraw", ground, "", ""),
        () -> transfers.withdraw(id, version, form, ground),
        model,
        response);
  }

  @PostMapping("/cases/{id}/reopen")
  String reopen(
      @PathVariable long id,
      @RequestParam UUID form,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    flash.addFlashAttribute("said", "已重新办理。");
    return submit(
        id,
        new Typed("reopen", ground, "", ""),
        () -> transfers.reopen(id, version, form, ground),
        model,
        response);
  }

  @PostMapping("/cases/{id}/opinion")
  String answer(
      @PathVariable long id,
      @RequestParam UUID form,
      @RequestParam long request,
      @RequestParam JointReviews.Outcome outcome,
      @RequestParam(defaultValue = "") String opinion,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    flash.addFlashAttribute("said", "已记下意见。");
    return submit(
        id,
        new Typed("opinion", opinion, outcome.name(), ""),
        () -> reviews.answer(request, form, outcome, opinion),
        model,
        response);
  }

  /** The code stands on this page once; it is in no address and no cookie. */
  @PostMapping("/cases/{id}/receipt")
  String receipt(@PathVariable long id, Model model) {
    Receipts.Issued issued = receipts.issue(id);
    model.addAttribute("issued", issued);
    model.addAttribute("page", show.of(id, Typed.NOTHING));
    return "cases/receipt";
  }

  @GetMapping("/cases/{id}/documents/{document}")
  ResponseEntity<byte[]> original(@PathVariable long id, @PathVariable long document) {
    Document paper = paper(id, document);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, paper.type().mime())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("paper-" + id + "-" + document + "." + paper.type().extension())
                .build()
                .toString())
        .body(documents.original(paper));
  }

  @GetMapping("/cases/{id}/documents/{document}/picture")
  ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long document) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "image/jpeg")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .body(documents.picture(paper(id, document)));
  }

  private Document paper(long id, long document) {
    current.require(Permission.READ_RESIDENT);
    Document paper = documents.document(document);
    if (paper.caseFile() != id) {
      throw new Refusal(Refusal.Kind.ABSENT, "这份案卷里没有这份材料。", "请从案卷里重新打开。");
    }
    return paper;
  }
}
