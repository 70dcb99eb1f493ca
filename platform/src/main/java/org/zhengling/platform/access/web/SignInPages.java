package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.LocalPath;
import org.zhengling.platform.access.OutsideSignIn;
import org.zhengling.platform.access.SampleSignIns;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SessionCookie.Visitor;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;

/** Signing in and out, and changing the post in use. */
@Controller
class SignInPages {
  private final SignIns signIns;
  private final CurrentPost current;
  private final SessionCookie cookie;
  private final ObjectProvider<SampleSignIns> samples;
  private final OutsideSignIn outside;
  private final InstantSource clock;

  SignInPages(
      SignIns signIns,
      CurrentPost current,
      SessionCookie cookie,
      ObjectProvider<SampleSignIns> samples,
      OutsideSignIn outside,
      InstantSource clock) {
    this.signIns = signIns;
    this.current = current;
    this.cookie = cookie;
    this.samples = samples;
    this.outside = outside;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String why,
      Model model) {
    Optional<SignedIn> signedIn = current.current();
    if (signedIn.isPresent()) {
      return "redirect:" + FirstPage.of(signedIn.get().post());
    }
    String said =
        switch (why) {
          case "ended" -> "登录已经结束：太久没有操作、岗位有变动、密码重设过，或被结束了。请重新登录。";
          case "password" -> "密码已设好。请用它登录。";
          case "needed" -> "这一页要登录后才能看。登录后会回到那里。";
          default -> null;
        };
    return show("", next, null, said, model);
  }

  private String show(
      String name, String next, @Nullable String problem, @Nullable String said, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("next", local(next));
    model.addAttribute("problem", problem);
    model.addAttribute("said", said);
    model.addAttribute("outside", outside.offered());
    model.addAttribute(
        "demoAccounts", samples.orderedStream().flatMap(one -> one.list().stream()).toList());
    return "sign-in";
  }

  private static String local(String next) {
    return LocalPath.of(next).map(LocalPath::path).orElse("");
  }

  @PostMapping("/sign-in")
  @Nullable String signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (name.isBlank() || password.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String missing = name.isBlank() ? "还没有写用户名。" : "还没有写密码。";
      return show(name, next, missing, null, model);
    }
    SignInAnswer answer = signIns.signIn(name, password, from(request));
    return goOn(answer, name, next, model, request, response);
  }

  static SignInFrom from(HttpServletRequest request) {
    return new SignInFrom(request.getRemoteAddr(), DeviceWords.of(request.getHeader("User-Agent")));
  }

  /** Leads on to wherever the answer leads; shows the sign-in page again where it leads nowhere. */
  @Nullable String goOn(
      SignInAnswer answer,
      String name,
      String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (answer) {
      case SignInAnswer.Welcome(String token, SignedIn signedIn) -> {
        begin(token, request, response);
        String wanted = local(next);
        seeOther(wanted.isEmpty() ? FirstPage.of(signedIn.post()) : wanted, response);
        yield null;
      }
      case SignInAnswer.CodeAwaited(String token) -> {
        begin(token, request, response);
        seeOther(SecondStepPages.address("/sign-in/code", local(next)), response);
        yield null;
      }
      case SignInAnswer.EnrolmentAwaited(String token) -> {
        begin(token, request, response);
        seeOther(SecondStepPages.address("/sign-in/enrol", local(next)), response);
        yield null;
      }
      case SignInAnswer.Wrong() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(name, next, "用户名或密码不对，请再核对一遍；忘了密码请找系统管理岗重设。", null, model);
      }
      case SignInAnswer.Locked(Instant until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        String locked = "这个用户名连续 5 次没有对上，已暂停登录。请过 " + minutes(until) + " 分钟再试；";
        yield show(name, next, locked + "急用或不是您本人试的，请找安全管理岗。", null, model);
      }
      case SignInAnswer.AddressPaused(Instant until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        String paused = "您所在的网络试错太多，没有在这里登录过的人要等 " + minutes(until) + " 分钟。";
        yield show(name, next, paused + "在这里登录过的人不受影响。", null, model);
      }
      case SignInAnswer.WithoutPost() -> {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        yield show(name, next, "您今天没有在任的岗位，请找系统管理岗设置岗位。", null, model);
      }
      case SignInAnswer.Forgotten() -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield show(name, next, "刚才那次登录放得太久，已经结束。请从用户名和密码重新开始。", null, model);
      }
    };
  }

  private long minutes(Instant until) {
    return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
  }

  /** A new token: what was known before the sign-in is worthless. */
  void begin(String token, HttpServletRequest request, HttpServletResponse response) {
    String old = SessionCookie.token(Visitor.OFFICIAL, request);
    if (!old.isEmpty() && !old.equals(token)) {
      signIns.signOut(old);
    }
    cookie.give(Visitor.OFFICIAL, token, request, response);
  }

  @PostMapping("/sign-out")
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    signIns.signOut(SessionCookie.token(Visitor.OFFICIAL, request));
    cookie.takeBack(Visitor.OFFICIAL, request, response);
    seeOther("/", response);
  }

  @PostMapping("/post")
  void changePost(
      @RequestParam long post, HttpServletRequest request, HttpServletResponse response) {
    seeOther(
        FirstPage.of(signIns.changePost(SessionCookie.token(Visitor.OFFICIAL, request), post)),
        response);
  }

  static void seeOther(String path, HttpServletResponse response) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", path);
  }
}
