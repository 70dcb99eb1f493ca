package org.zhengling.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.FlashMapManager;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.access.CitizenSessions;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;

/** Who may open what: everything is closed unless it is written here as open. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
  private static final String[] OPEN_TO_READ = {
    "/",
    "/gazettes/**",
    "/documents/**",
    "/chronicle",
    "/audit/roots/**",
    "/search",
    "/tools/**",
    "/language",
    "/sign-in/**",
    "/receipt/**",
    "/notices/**",
    "/welcome",
    "/assets/**",
    "/webjars/**",
    "/health/**",
    "/error"
  };
  private static final String[] OPEN_TO_SEND = {
    "/sign-in/**", "/receipt/**", "/notices/**", "/welcome", "/elder", "/tools/**"
  };

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Commands that work on the database without pages have nothing to close. */
  @Bean
  @ConditionalOnWebApplication
  SecurityFilterChain rules(
      HttpSecurity http,
      SignIns signIns,
      CitizenSessions citizens,
      AreaDirectory areas,
      CsrfTokenRepository tokens,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, OPEN_TO_READ)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, OPEN_TO_READ)
                .permitAll()
                .requestMatchers(HttpMethod.POST, OPEN_TO_SEND)
                .permitAll()
                .anyRequest()
                .access((who, where) ->
                    new AuthorizationDecision(mayOpen(who.get(), where.getRequest()))))
        // Who somebody is comes first: a stranger's file is not even read for its form token.
        .addFilterBefore(
            new VisitorFilter(signIns, citizens, areas.city().code()), CsrfFilter.class)
        .addFilterBefore(new UploadGate(largest), CsrfFilter.class)
        // Sessions are ours, in the database: the framework neither reads nor keeps any.
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(problems ->
            problems
                .authenticationEntryPoint((request, response, e) -> signIn(request, response))
                .accessDeniedHandler((request, response, e) -> refuse(request, response, e)))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                    policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** In a cookie, so that a visitor who only reads gets no session. */
  @Bean
  CsrfTokenRepository tokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("zl-form");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
    return tokens;
  }

  /** What a form leaves for the next page travels with the browser. */
  @Bean
  FlashMapManager flashMapManager() {
    return new MessageCookie();
  }

  /** Its presence keeps the framework from inventing a user with a generated password. */
  @Bean
  AuthenticationManager nobodyElseSignsIn() {
    return authentication -> {
      throw new BadCredentialsException("Maybe a filter signs in past the sign-in page");
    };
  }

  private static void signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ended = request.getAttribute(VisitorFilter.ENDED) != null;
    if (VisitorFilter.atOwnCase(request)) {
      showReceipt(ended, request, response);
      return;
    }
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      String here = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location",
          "/sign-in?why="
              + (ended ? "ended" : "needed")
              + "&next="
              + URLEncoder.encode(here, StandardCharsets.UTF_8));
      return;
    }
    ErrorPages.send(
        request,
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        new Refusal(
            Refusal.Kind.RIGHTS, "没有提交。您还没有登录，或登录已经结束。", "请先登录，再回到刚才那一页提交；浏览器退回去，填的内容一般还在。"));
  }

  private static void showReceipt(
      boolean ended, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getMethod().equals("GET")) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/receipt?why=" + (ended ? "ended" : "needed"));
      return;
    }
    ErrorPages.send(
        request,
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        new Refusal(
            Refusal.Kind.RIGHTS, "没有提交。您还没有凭回执进入，或时间已到。", "请用回执上的号码和代码再进入一次；浏览器退回去，填的内容一般还在。"));
  }

  private static boolean mayOpen(@Nullable Authentication who, HttpServletRequest request) {
    if (who == null) {
      return false;
    }
    return switch (who.getPrincipal()) {
      // The filter lets an applicant be one at their own case alone.
      case Citizen citizen -> true;
      case SignedIn signedIn ->
          AdministratorPlaces.open(signedIn.post().kind(), request.getRequestURI());
      case null, default -> false;
    };
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      refuseForm(request, response);
      return;
    }
    ErrorPages.send(
        request,
        response,
        HttpServletResponse.SC_FORBIDDEN,
        new Refusal(
            Refusal.Kind.RIGHTS, "没有打开。您现在的岗位不办这件事。", "三种管理岗各管各的，也不办业务。需要时请找负责这件事的人，或先换岗位。"));
  }

  private static void refuseForm(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ErrorPages.send(
        request,
        response,
        HttpServletResponse.SC_FORBIDDEN,
        new Refusal(
            Refusal.Kind.RIGHTS,
            "没有提交。这张表单放得太久，或不是从本站打开的。",
            "什么都没有改动。",
            "请退回上一页，刷新后再提交。浏览器要允许本站的 Cookie。"));
  }
}
