package org.zhengling.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The browser's half of a session: a token that means nothing by itself. It ends with the browser;
 * no script reads it and no other site sends it along with a form. Where it changes, the token of
 * forms changes with it: what was known before is worthless.
 */
@Component
public class SessionCookie {
  /** Behind a proxy that ends TLS this server does not see that the way is safe. */
  private final boolean safeWay;

  private final ObjectProvider<CsrfTokenRepository> formTokens;

  SessionCookie(Environment environment, ObjectProvider<CsrfTokenRepository> formTokens) {
    this.safeWay = environment.getProperty("zl.cookie.secure", Boolean.class, false);
    this.formTokens = formTokens;
  }

  /** Whose browser it is; each kind of session has a cookie of its own, for its own addresses. */
  public enum Visitor {
    OFFICIAL("zl", "/"),
    CITIZEN("zl-case", Visitor.OWN_CASE);

    /** Below it an applicant is at their own case; nobody else is signed in there. */
    public static final String OWN_CASE = "/my-case";

    private final String cookie;
    private final String path;

    Visitor(String cookie, String path) {
      this.cookie = cookie;
      this.path = path;
    }
  }

  /** Empty text where the browser brought none. */
  public static String token(Visitor visitor, HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, visitor.cookie);
    return cookie == null ? "" : cookie.getValue();
  }

  public void give(
      Visitor visitor, String token, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(visitor, token, request).build().toString());
    formTokens.ifAvailable(tokens -> tokens.saveToken(null, request, response));
  }

  public void takeBack(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(visitor, "", request).maxAge(0).build().toString());
    formTokens.ifAvailable(tokens -> tokens.saveToken(null, request, response));
  }

  private ResponseCookie.ResponseCookieBuilder cookie(
      Visitor visitor, String token, HttpServletRequest request) {
    return ResponseCookie.from(visitor.cookie, token)
        .path(visitor.path)
        .httpOnly(true)
        .secure(safeWay || request.isSecure())
        .sameSite("Lax");
  }
}
