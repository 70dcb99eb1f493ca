package org.zhengling.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class FrameAdvice {
  private final Frames frames;

  FrameAdvice(Frames frames) {
    this.frames = frames;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    // The cookie of the form token must be written before a long page begins to leave.
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    return frames.of(request);
  }
}
