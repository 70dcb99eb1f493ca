package org.zhengling.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request a number of our own making: it stands in each line of the log that the
 * request causes, in the answer's head, and on the page of a fault. What a client sends as a number
 * is not looked at. The line that ends a request names the kind of page, never the address that was
 * asked: what people search for is theirs.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumber extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestNumber.class);
  private static final String NUMBER = RequestNumber.class.getName();
  private static final String KEY = "request";

  /** Without the letters and digits that are mistaken for each other on the telephone. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;

  private final SecureRandom random;
  private final InstantSource clock;

  RequestNumber(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The number of a request that passed here. */
  static String of(HttpServletRequest request) {
    return request.getAttribute(NUMBER) instanceof String number ? number : "";
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean first = of(request).isEmpty();
    if (first) {
      request.setAttribute(NUMBER, made());
      response.setHeader("X-Request-Id", of(request));
    }
    Instant begun = clock.instant();
    MDC.put(KEY, of(request));
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.getDispatcherType() == DispatcherType.REQUEST) {
        say(request, response, begun);
      }
      MDC.remove(KEY);
    }
  }

  private String made() {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return number.toString();
  }

  private void say(HttpServletRequest request, HttpServletResponse response, Instant begun) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if ("/assets/**".equals(pattern) || "/webjars/**".equals(pattern)) {
      return;
    }
    LOG.atInfo()
        .addKeyValue("method", method(request))
        .addKeyValue("page", pattern == null ? "none" : pattern.toString())
        .addKeyValue("status", response.getStatus())
        .addKeyValue("millis", Duration.between(begun, clock.instant()).toMillis())
        .log("A request was answered");
  }

  /** A client may write anything there. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" -> request.getMethod();
      default -> "other";
    };
  }
}
