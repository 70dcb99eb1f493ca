package org.zhengling.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengling.engine.Refusal;

/**
 * Stands before everything that would read a form with files: one that says it is too large, and
 * one of a stranger, is turned away before a byte of it is kept.
 */
final class UploadGate extends OncePerRequestFilter {
  private final DataSize largest;

  UploadGate(DataSize largest) {
    this.largest = largest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!brings(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > largest.toBytes()) {
      ErrorPages.send(
          request, response, HttpStatus.CONTENT_TOO_LARGE.value(), ErrorPages.tooLarge(largest));
    } else if (stranger()) {
      ErrorPages.send(
          request,
          response,
          HttpStatus.UNAUTHORIZED.value(),
          new Refusal(Refusal.Kind.RIGHTS, "没有上传。您还没有登录，或登录已经结束。", "请先登录，再上传。"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean brings(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static boolean stranger() {
    return SecurityContextHolder.getContext().getAuthentication() == null;
  }
}
