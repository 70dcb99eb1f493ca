package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.LocalPath;
import org.zhengling.platform.access.SampleSignIns;
import org.zhengling.platform.access.Session;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignedIn;

/** Signing in and out, and changing the post in use. */
@Controller
class SignInPages {
  private static final String FIRST_PAGE = "/work";

  private final Access access;
  private final CurrentPost current;
  private final CsrfTokenRepository tokens;
  private final ObjectProvider<SampleSignIns> samples;
  private final InstantSource clock;

  SignInPages(
      Access access,
      CurrentPost current,
      CsrfTokenRepository tokens,
      ObjectProvider<SampleSignIns> samples,
      InstantSource clock) {
    this.access = access;
    this.current = current;
    this.tokens = tokens;
    this.samples = samples;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(defaultValue = "") String next,
      @RequestParam(defaultValue = "") String why,
      Model model) {
    if (current.current().isPresent()) {
      return "redirect:" + FIRST_PAGE;
    }
    String said =
        switch (why) {
          case "ended" -> "登录已经结束：岗位有变动，或密码重设过。请重新登录。";
          case "password" -> "密码已设好。请用它登录。";
          case "needed" -> "这一页要登录后才能看。登录后会回到那里。";
          default -> null;
        };
    return show("", next, null, said, model);
  }

  private String show(
      String name, String next, @Nullable String problem, @Nullable String said, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("next", LocalPath.of(next).map(LocalPath::path).orElse(""));
    model.addAttribute("problem", problem);
    model.addAttribute("said", said);
    model.addAttribute(
        "demoAccounts", samples.orderedStream().flatMap(one -> one.list().stream()).toList());
    return "sign-in";
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
    return switch (access.signIn(name, password)) {
      case SignInAnswer.Welcome(Session session, SignedIn signedIn) -> {
        begin(session, request, response);
        seeOther(LocalPath.of(next).map(LocalPath::path).orElse(FIRST_PAGE), response);
        yield null;
      }
      case SignInAnswer.Wrong() -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(name, next, "用户名或密码不对，请再核对一遍；忘了密码请找系统管理岗重设。", null, model);
      }
      case SignInAnswer.Locked(Instant until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield show(name, next, locked(until), null, model);
      }
      case SignInAnswer.WithoutPost() -> {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        yield show(name, next, "您今天没有在任的岗位，请找系统管理岗设置岗位。", null, model);
      }
    };
  }

  private String locked(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return "这个用户名连续 5 次没有对上，已暂停登录。请过 "
        + Math.max(1, left.plusSeconds(59).toMinutes())
        + " 分钟再试；不是您本人试的，请告诉系统管理岗。";
  }

  /** A new session number and a new form token: what was known before the sign-in is worthless. */
  private void begin(Session session, HttpServletRequest request, HttpServletResponse response) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request.getSession(true).setAttribute(Session.KEY, session);
    tokens.saveToken(null, request, response);
  }

  @PostMapping("/sign-out")
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    tokens.saveToken(null, request, response);
    seeOther("/", response);
  }

  @PostMapping("/post")
  void changePost(
      @RequestParam long post, HttpServletRequest request, HttpServletResponse response) {
    SignedIn signedIn = current.require();
    if (signedIn.posts().stream().noneMatch(one -> one.id() == post)) {
      throw new Refusal(
          Refusal.Kind.RIGHTS, "没有换岗位。您今天不担任这个岗位。", "您仍在" + signedIn.post().title() + "，可以换别的岗位。");
    }
    HttpSession session = request.getSession();
    if (session.getAttribute(Session.KEY) instanceof Session old) {
      session.setAttribute(Session.KEY, new Session(old.personId(), post, old.passwordSetAt()));
    }
    seeOther(FIRST_PAGE, response);
  }

  private static void seeOther(String path, HttpServletResponse response) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", path);
  }
}
