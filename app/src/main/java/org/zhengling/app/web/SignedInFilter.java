package org.zhengling.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Actor;

/**
 * Asks with each request who a session stands for now, and runs the request as that person in the
 * scope of the post in use; a request without a session runs as a stranger's.
 */
final class SignedInFilter extends OncePerRequestFilter {
  /** Attribute of a request whose session stands for nobody any more. */
  static final String ENDED = SignedInFilter.class.getName() + ".ended";

  private final SignIns signIns;

  private final String city;

  SignedInFilter(SignIns signIns, String city) {
    this.city = city;
    this.signIns = signIns;
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
      finish(new Actor.Stranger(city).call(() -> run(request, response, chain)));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(signedIn.get(), "", List.of()));
    SecurityContextHolder.setContext(context);
    finish(
        signedIn
            .get()
            .<Optional<Failure>, RuntimeException>call(() -> run(request, response, chain)));
  }

  private static void finish(Optional<Failure> failure) throws ServletException, IOException {
    if (failure.isPresent()) {
      failure.get().rethrow();
    }
  }

  /** The two checked problems of a filter, carried past a call that knows one kind. */
  private record Failure(@Nullable ServletException servlet, @Nullable IOException io) {
    void rethrow() throws ServletException, IOException {
      if (servlet != null) {
        throw servlet;
      }
      if (io != null) {
        throw io;
      }
    }
  }

  private static Optional<Failure> run(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
      return Optional.empty();
    } catch (ServletException e) {
      return Optional.of(new Failure(e, null));
    } catch (IOException e) {
      return Optional.of(new Failure(null, e));
    }
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    String token = SessionCookie.token(request);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<SignedIn> signedIn;
    try {
      signedIn = signIns.resume(token);
    } catch (DataAccessException e) {
      if (request.getDispatcherType() != DispatcherType.ERROR) {
        throw e;
      }
      // The page that tells of a lost database must not need it.
      return Optional.empty();
    }
    if (signedIn.isEmpty()) {
      request.setAttribute(ENDED, true);
    }
    return signedIn;
  }
}
