package org.zhengling.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CurrentPost;

/**
 * Pages that cost much are given in turns: for each person who signed in, else for each address. An
 * office shares one address, so that an address has several times the turns of a person.
 */
@Component
@ConditionalOnWebApplication
class LimitedPages implements HandlerInterceptor, WebMvcConfigurer {
  private final CurrentPost current;
  private final Limits limits;
  private final List<Kind> kinds;
  private final int shared;

  LimitedPages(
      CurrentPost current,
      InstantSource clock,
      @Value("${zl.limits.search}") int search,
      @Value("${zl.limits.upload}") int upload,
      @Value("${zl.limits.tool}") int tool,
      @Value("${zl.limits.file}") int file,
      @Value("${zl.limits.people-at-an-address}") int shared) {
    this.current = current;
    this.limits = new Limits(clock);
    this.shared = shared;
    this.kinds =
        List.of(
            new Kind("GET", "/search(\\.\\w+)?|/gazettes/search.*", "search", search),
            new Kind("POST", "/imports(/[^/]+)?", "upload", upload),
            new Kind("POST|GET", "/tools/.+", "tool", tool),
            new Kind("POST", "/notices/.+", "objection", tool),
            new Kind("POST", "/payments/[^/]+/reply", "upload", upload),
            new Kind(
                "GET", ".*\\.(pdf|csv|xlsx|docx|json|xml|ics|zip|gpkg|geojson)", "file", file));
  }

  /**
   * Pages that count together.
   *
   * @param paths expression over the path without query
   */
  private record Kind(String methods, String paths, String name, int perMinute) {
    boolean holds(HttpServletRequest request) {
      return request.getMethod().matches(methods) && request.getRequestURI().matches(paths);
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/assets/**", "/webjars/**", "/error");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    for (Kind kind : kinds) {
      if (kind.holds(request)) {
        Optional<Duration> wait = take(kind, request);
        if (wait.isPresent()) {
          refuse(wait.get(), request, response);
          return false;
        }
      }
    }
    return true;
  }

  private Optional<Duration> take(Kind kind, HttpServletRequest request) {
    return current
        .current()
        .map(one ->
            limits.take(
                new Limits.Bucket(kind.name(), "person " + one.personId()), kind.perMinute()))
        .orElseGet(() ->
            limits.take(
                new Limits.Bucket(kind.name(), "address " + request.getRemoteAddr()),
                kind.perMinute() * shared));
  }

  private static void refuse(
      Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    ErrorPages.send(
        request,
        response,
        HttpStatus.TOO_MANY_REQUESTS.value(),
        new Refusal(
            Refusal.Kind.CALLER,
            "没有办理。这一分钟里已经办了很多次，次数用完了。",
            "什么都没有改动，您填的内容退回上一页还在。",
            "请过 " + seconds + " 秒再办。"));
  }
}
