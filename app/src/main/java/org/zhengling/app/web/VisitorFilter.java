package org.zhengling.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.access.CitizenSessions;
import org.zhengling.platform.access.SessionCookie;
import org.zhengling.platform.access.SessionCookie.Visitor;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Actor;

/**
 * Asks with each request who a session stands for now, and runs the request as that person in the
 * scope of the post in use; below the address of one's own case, as the applicant in the scope of
 * that case. Neither session counts where the other does. A request without a session runs as a
 * stranger's.
 */
final class VisitorFilter extends OncePerRequestFilter {
  /** Attribute of a request whose session stands for nobody any more. */
  static final String ENDED = VisitorFilter.class.getName() + ".ended";

  private final SignIns signIns;
  private final CitizenSessions citizens;
  private final String city;

  VisitorFilter(SignIns signIns, CitizenSessions citizens, String city) {
    this.signIns = signIns;
    this.citizens = citizens;
    this.city = city;
  }

  /** Where an applicant who showed a receipt is at home, and no official. */
  static boolean atOwnCase(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(Visitor.OWN_CASE) || path.startsWith(Visitor.OWN_CASE + "/");
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
    if (atOwnCase(request)) {
      Optional<Citizen> citizen = resumed(Visitor.CITIZEN, request, citizens::resume);
      if (citizen.isPresent()) {
        known(citizen.get());
        finish(
            citizen
                .get()
                .<Optional<Failure>, RuntimeException>call(() -> run(request, response, chain)));
        return;
      }
    } else {
      Optional<SignedIn> signedIn = resumed(Visitor.OFFICIAL, request, signIns::resume);
      if (signedIn.isPresent()) {
        known(signedIn.get());
        finish(
            signedIn
                .get()
                .<Optional<Failure>, RuntimeException>call(() -> run(request, response, chain)));
        return;
      }
    }
    finish(new Actor.Stranger(city).call(() -> run(request, response, chain)));
  }

  private static void known(Object visitor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(visitor, "", List.of()));
    SecurityContextHolder.setContext(context);
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

  private static <T> Optional<T> resumed(
      Visitor visitor, HttpServletRequest request, Function<String, Optional<T>> resume) {
    String token = SessionCookie.token(visitor, request);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found;
    try {
      found = resume.apply(token);
    } catch (DataAccessException e) {
      if (request.getDispatcherType() != DispatcherType.ERROR) {
        throw e;
      }
      // The page that tells of a lost database must not need it.
      return Optional.empty();
    }
    if (found.isEmpty()) {
      request.setAttribute(ENDED, true);
    }
    return found;
  }
}
