package org.zhengling.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.Session;
import org.zhengling.platform.access.SignedIn;

/**
 * Asks with each request who a session stands for now, and runs the request as that person in the
 * scope of the post in use. A session that stands for nobody any more is ended.
 */
final class SignedInFilter extends OncePerRequestFilter {
  /** Attribute of a request whose session has just been ended. */
  static final String ENDED = SignedInFilter.class.getName() + ".ended";

  private final Access access;

  SignedInFilter(Access access) {
    this.access = access;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  /** The page of an error is a page like any other. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> signedIn = signedIn(request);
    if (signedIn.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(signedIn.get(), "", List.of()));
    SecurityContextHolder.setContext(context);
    try {
      signedIn
          .get()
          .<Boolean, Exception>call(() -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Maybe a filter throws what filters never throw", e);
    }
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(Session.KEY) instanceof Session remembered)) {
      return Optional.empty();
    }
    Optional<SignedIn> signedIn = access.resume(remembered);
    if (signedIn.isEmpty()) {
      session.invalidate();
      request.setAttribute(ENDED, true);
    }
    return signedIn;
  }
}
