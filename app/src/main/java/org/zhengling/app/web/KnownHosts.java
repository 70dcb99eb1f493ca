package org.zhengling.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengling.engine.Refusal;

/**
 * Answers only under names this server is known by: numeric addresses, localhost, and those of
 * {@code zl.hosts}. A stranger's name that points here could otherwise read pages in the name of
 * whoever is signed in, or stand in a link that the server makes.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KnownHosts extends OncePerRequestFilter {
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|\\[?[0-9a-fA-F:.]{2,45}]?");

  private final List<String> hosts;

  /**
   * @param hosts names divided by commas, without port; set by ZL_HOSTS
   */
  KnownHosts(@Value("${zl.hosts:}") List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (knows(request.getServerName())) {
      chain.doFilter(request, response);
      return;
    }
    ErrorPages.send(
        request,
        response,
        HttpStatus.MISDIRECTED_REQUEST.value(),
        new Refusal(
            Refusal.Kind.CALLER,
            "没有打开。这个服务不认识您用的网址。",
            "什么都没有改动。",
            "请改用单位公布的网址；网址是对的，就请维护人员把它的域名写进设置 ZL_HOSTS。"));
  }

  boolean knows(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || NUMERIC.matcher(name).matches() || hosts.contains(name);
  }
}
