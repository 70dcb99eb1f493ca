package org.zhengling.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.access.LocalPath;

/** Larger letters for whoever asks for them; a cookie remembers it for a year. */
@Controller
class ElderSwitch {
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @PostMapping("/elder")
  ResponseEntity<Void> turn(
      @RequestParam(defaultValue = "true") String elder,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request) {
    boolean on = elder.equals("true");
    ResponseCookie cookie =
        ResponseCookie.from(Frames.ELDER, on ? "true" : "")
            .path("/")
            .maxAge(on ? REMEMBERED : Duration.ZERO)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .location(LocalPath.of(back).orElse(new LocalPath("/")).uri())
        .build();
  }
}
