package org.zhengling.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The browser's half of a session: a token that means nothing by itself. It ends with the browser;
 * no script reads it and no other site sends it along with a form.
 */
@Component
public class SessionCookie {
  private static final String NAME = "zl";

  /** Behind a proxy that ends TLS this server does not see that the way is safe. */
  private final boolean safeWay;

  SessionCookie(Environment environment) {
    this.safeWay = environment.getProperty("zl.cookie.secure", Boolean.class, false);
  }

  /** Empty text where the browser brought none. */
  public static String token(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null ? "" : cookie.getValue();
  }

  public void give(String token, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, request).build().toString());
  }

  public void takeBack(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", request).maxAge(0).build().toString());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String token, HttpServletRequest request) {
    return ResponseCookie.from(NAME, token)
        .path("/")
        .httpOnly(true)
        .secure(safeWay || request.isSecure())
        .sameSite("Lax");
  }
}
