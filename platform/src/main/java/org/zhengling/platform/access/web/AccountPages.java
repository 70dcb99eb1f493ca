package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.platform.access.AccessSettings;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Enrolment;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.OwnAccount;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SessionCookie.Visitor;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.store.SecurityViews;
import org.zhengling.platform.access.store.SecurityViews.SessionLine;

/** One's own account: where one is signed in, password, second factor. */
@Controller
class AccountPages {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final String ACCOUNT = "redirect:" + FirstPage.ACCOUNT;
  private static final String CONFIRM = "/account/second-factor/confirm";

  private final OwnAccount account;
  private final CurrentPost current;
  private final SecurityViews views;
  private final SessionCookie cookie;
  private final AccessSettings settings;
  private final InstantSource clock;

  AccountPages(
      OwnAccount account,
      CurrentPost current,
      SecurityViews views,
      SessionCookie cookie,
      AccessSettings settings,
      InstantSource clock) {
    this.account = account;
    this.current = current;
    this.views = views;
    this.cookie = cookie;
    this.settings = settings;
    this.clock = clock;
  }

  /** A session as the table shows it. */
  record SessionRow(
      long id, String device, String since, String lastUsed, boolean current, boolean complete) {
    static SessionRow of(SessionLine line) {
      return new SessionRow(
          line.id(),
          line.device(),
          moment(line.since()),
          moment(line.lastUsed()),
          line.current(),
          line.complete());
    }
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /**
   * The page.
   *
   * @param idleMinutes after so many without a page a session ends
   * @param problem why the second factor was not turned off
   */
  record AccountPage(
      String name,
      String signInName,
      List<SessionRow> sessions,
      long idleMinutes,
      long longestHours,
      OwnAccount.FactorState factor,
      Map<String, String> problem) {}

  @GetMapping("/account")
  String page(HttpServletRequest request, Model model) {
    return page(request, Map.of(), model);
  }

  private String page(HttpServletRequest request, Map<String, String> problems, Model model) {
    SignedIn signedIn = current.require();
    List<SessionRow> sessions =
        views
            .sessionsOf(
                signedIn.personId(),
                SessionCookie.token(Visitor.OFFICIAL, request),
                settings.idle(),
                clock.instant())
            .stream()
            .map(SessionRow::of)
            .toList();
    model.addAttribute(
        "page",
        new AccountPage(
            signedIn.name(),
            signedIn.signInName(),
            sessions,
            settings.idle().toMinutes(),
            settings.longest().toHours(),
            account.secondFactor(),
            problems));
    return "access/account";
  }

  @PostMapping("/account/sessions/{id}/end")
  String endSession(@PathVariable long id, RedirectAttributes flash) {
    account.endSession(id);
    flash.addFlashAttribute("said", "已结束这次登录，那台设备马上要重新登录。");
    return ACCOUNT;
  }

  @PostMapping("/account/sessions/others/end")
  String endOthers(HttpServletRequest request, RedirectAttributes flash) {
    int ended = account.endOtherSessions(SessionCookie.token(Visitor.OFFICIAL, request));
    flash.addFlashAttribute("said", ended == 0 ? "没有别的登录要结束。" : "已结束另外 " + ended + " 处登录。");
    return ACCOUNT;
  }

  @GetMapping("/account/password")
  String password(Model model) {
    return password(Map.of(), model);
  }

  private String password(Map<String, String> problems, Model model) {
    model.addAttribute("signInName", current.require().signInName());
    model.addAttribute("problems", Problem.of(problems));
    model.addAttribute("problem", problems);
    return "access/password";
  }

  @PostMapping("/account/password")
  String changePassword(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      if (!password.equals(again)) {
        throw new Misfilled(Map.of("again", "两次写的密码不一样，请再写一遍。"));
      }
      cookie.give(
          Visitor.OFFICIAL,
          account.changePassword(SessionCookie.token(Visitor.OFFICIAL, request), old, password),
          request,
          response);
      flash.addFlashAttribute("said", "密码已改好。别处的登录都已结束。");
      return ACCOUNT;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return password(misfilled.problems(), model);
    }
  }

  @PostMapping("/account/second-factor")
  String begin() {
    account.beginSecondFactor();
    return "redirect:/account/second-factor";
  }

  @GetMapping("/account/second-factor")
  String scan(Model model) {
    Optional<Enrolment> enrolment = account.enrolment();
    return enrolment.isEmpty()
        ? ACCOUNT
        : FactorPage.ask(enrolment.get(), CONFIRM, "", Map.of(), model);
  }

  @PostMapping(CONFIRM)
  String confirm(
      @RequestParam(defaultValue = "") String code, Model model, HttpServletResponse response) {
    Optional<Enrolment> enrolment = account.enrolment();
    try {
      return FactorPage.codes(account.confirmSecondFactor(code), FirstPage.ACCOUNT, model);
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return FactorPage.ask(enrolment.orElseThrow(), CONFIRM, "", misfilled.problems(), model);
    }
  }

  @PostMapping("/account/second-factor/drop")
  String drop(
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      account.dropSecondFactor(code);
      flash.addFlashAttribute("said", "二次验证已停用，备用码也一起作废。");
      return ACCOUNT;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(request, misfilled.problems(), model);
    }
  }
}
