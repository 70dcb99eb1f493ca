package org.zhengling.programme.socialassistance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CitizenAnswer;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SessionCookie.Visitor;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Receipts;
import org.zhengling.programme.socialassistance.work.AllowanceFiles;

/** The receipt with its code, and the door that the code opens. */
@Controller
class ReceiptPages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Receipts receipts;
  private final SessionCookie cookie;
  private final CaseClocks clocks;
  private final AllowanceFiles files;

  ReceiptPages(Receipts receipts, SessionCookie cookie, CaseClocks clocks, AllowanceFiles files) {
    this.receipts = receipts;
    this.cookie = cookie;
    this.clocks = clocks;
    this.files = files;
  }

  /** What is printed for the applicant; the code is shown this once. */
  record Receipt(
      long id,
      String number,
      String about,
      String acceptedOn,
      String code,
      AllowanceShow.@Nullable Clock clock,
      boolean sample) {}

  @PostMapping("/assistance/receipt")
  String issue(@RequestParam long id, Model model) {
    CaseFile file = files.of(id).file();
    Receipts.Issued issued = receipts.issue(id);
    model.addAttribute(
        "page",
        new Receipt(
            id,
            file.number(),
            file.about(),
            file.openedOn().toString(),
            issued.code(),
            clocks.of(id).stream()
                .filter(CaseClock::runs)
                .findFirst()
                .map(AllowanceShow::clock)
                .orElse(null),
            file.sample()));
    return "socialassistance/receipt";
  }

  /** The door: number and code, nothing else opens it. */
  record Door(String number, String problem) {}

  @GetMapping("/receipt")
  String door(@RequestParam(defaultValue = "") String why, Model model) {
    String said =
        switch (why) {
          case "ended" -> "时间已到，请再进入一次。";
          case "needed" -> "请先用回执上的编号和代码进入。";
          default -> "";
        };
    model.addAttribute("door", new Door("", said));
    return "socialassistance/door";
  }

  @PostMapping("/receipt")
  String enter(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String problem;
    try {
      CitizenAnswer answer = receipts.signIn(number, code, request.getRemoteAddr());
      switch (answer) {
        case CitizenAnswer.Welcome welcome -> {
          cookie.give(Visitor.CITIZEN, welcome.token(), request, response);
          return "redirect:/my-case";
        }
        case CitizenAnswer.Wrong _ -> problem = "没有打开。编号和代码对不上，请照回执再填一次。";
        case CitizenAnswer.Paused(java.time.Instant until) ->
            problem = "没有打开。试错的次数太多，" + TIME.format(until) + " 以后才能再试。代码丢了可以带身份证到受理窗口补发回执。";
      }
    } catch (Refusal refusal) {
      problem = refusal.happened() + refusal.kept() + refusal.todo();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("door", new Door(number, problem));
    return "socialassistance/door";
  }
}
