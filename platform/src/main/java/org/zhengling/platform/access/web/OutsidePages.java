package org.zhengling.platform.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import org.zhengling.platform.access.LocalPath;
import org.zhengling.platform.access.OutsideSignIn;
import org.zhengling.platform.access.OutsideSignIn.Back;
import org.zhengling.platform.access.OutsideSignIn.Begun;
import org.zhengling.platform.access.SignInAnswer;

/** The way to the city's own sign-in and back. */
@Controller
class OutsidePages {
  private static final String COOKIE = "zl-outside";
  private static final String BACK = "/sign-in/outside/back";
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int PARTS = 4;

  private final OutsideSignIn outside;
  private final SignInPages first;

  OutsidePages(OutsideSignIn outside, SignInPages first) {
    this.outside = outside;
    this.first = first;
  }

  @GetMapping("/sign-in/outside")
  void go(
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    Begun begun = outside.begin();
    String wanted = LocalPath.of(next).map(LocalPath::path).orElse("");
    String kept =
        String.join(
            ".",
            begun.state(),
            begun.nonce(),
            begun.verifier(),
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(wanted.getBytes(StandardCharsets.UTF_8)));
    remember(kept, REMEMBERED, request, response);
    SignInPages.seeOther(outside.address(begun, back(request)).toString(), response);
  }

  private static void remember(
      String kept, Duration time, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, kept)
            .path("/sign-in/outside")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(time)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static URI back(HttpServletRequest request) {
    return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
        .replacePath(BACK)
        .build()
        .toUri();
  }

  @GetMapping(BACK)
  @Nullable String back(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    String[] kept = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
    boolean whole = kept.length == PARTS;
    remember("", Duration.ZERO, request, response);
    Back came = code.isEmpty() ? new Back.Nothing() : new Back.Code(state, code);
    SignInAnswer answer =
        outside.arrive(
            whole ? new Begun(kept[0], kept[1], kept[2]) : null,
            came,
            back(request),
            SignInPages.from(request));
    return first.goOn(answer, "", whole ? next(kept[3]) : "", model, request, response);
  }

  private static String next(String kept) {
    try {
      return new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
