package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.access.Enrolment;
import org.zhengling.platform.access.LocalPath;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SessionCookie.Visitor;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignIns;

/** The second step of a sign-in: the code of a phone, or setting that up where a post needs it. */
@Controller
class SecondStepPages {
  private final SignIns signIns;
  private final SignInPages first;

  SecondStepPages(SignIns signIns, SignInPages first) {
    this.signIns = signIns;
    this.first = first;
  }

  static String address(String path, String next) {
    return next.isEmpty()
        ? path
        : path + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  @GetMapping("/sign-in/code")
  String code(@RequestParam(defaultValue = "") String next, Model model) {
    return askCode(next, null, model);
  }

  private static String askCode(String next, @Nullable String problem, Model model) {
    model.addAttribute("next", LocalPath.of(next).map(LocalPath::path).orElse(""));
    model.addAttribute("problem", problem);
    return "access/code";
  }

  @PostMapping("/sign-in/code")
  @Nullable String confirm(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignInAnswer answer = signIns.confirm(SessionCookie.token(Visitor.OFFICIAL, request), code);
    return switch (answer) {
      case SignInAnswer.Wrong() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield askCode(next, "动态码不对，或已经用过。请写手机上现在显示的 6 位数；手机时间要准。", model);
      }
      case SignInAnswer.Locked(Instant until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield askCode(next, "动态码连续 5 次不对，已暂停 15 分钟；急用请找安全管理岗。", model);
      }
      case SignInAnswer.Welcome welcome -> first.goOn(welcome, "", next, model, request, response);
      case SignInAnswer.CodeAwaited awaited ->
          first.goOn(awaited, "", next, model, request, response);
      case SignInAnswer.EnrolmentAwaited awaited ->
          first.goOn(awaited, "", next, model, request, response);
      case SignInAnswer.AddressPaused paused ->
          first.goOn(paused, "", next, model, request, response);
      case SignInAnswer.WithoutPost without ->
          first.goOn(without, "", next, model, request, response);
      case SignInAnswer.Forgotten forgotten ->
          first.goOn(forgotten, "", next, model, request, response);
    };
  }

  @GetMapping("/sign-in/enrol")
  @Nullable String enrol(
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Enrolment> enrolment =
        signIns.enrolment(SessionCookie.token(Visitor.OFFICIAL, request));
    if (enrolment.isEmpty()) {
      SignInPages.seeOther(address("/sign-in", next), response);
      return null;
    }
    return FactorPage.ask(enrolment.get(), "/sign-in/enrol", next, Map.of(), model);
  }

  @PostMapping("/sign-in/enrol")
  @Nullable String enrolled(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String token = SessionCookie.token(Visitor.OFFICIAL, request);
    Optional<Enrolment> enrolment = signIns.enrolment(token);
    if (enrolment.isEmpty()) {
      return first.goOn(new SignInAnswer.Forgotten(), "", next, model, request, response);
    }
    try {
      SignIns.Enrolled done = signIns.enrol(token, code);
      if (!(done.answer() instanceof SignInAnswer.Welcome welcome)) {
        return first.goOn(done.answer(), "", next, model, request, response);
      }
      first.begin(welcome.token(), request, response);
      String wanted = LocalPath.of(next).map(LocalPath::path).orElse("");
      return FactorPage.codes(
          done.recoveryCodes(),
          wanted.isEmpty() ? FirstPage.of(welcome.signedIn().post()) : wanted,
          model);
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return FactorPage.ask(enrolment.get(), "/sign-in/enrol", next, misfilled.problems(), model);
    }
  }
}
