package org.zhengling.app.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengling.app.database.Readiness;

/**
 * What a balancer asks: does the process run, may it be sent visitors. One word each; why not is in
 * the log.
 */
@Controller
class Health {
  private final Readiness readiness;

  Health(Readiness readiness) {
    this.readiness = readiness;
  }

  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    return answer(HttpStatus.OK, "up");
  }

  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return readiness.missing().isEmpty()
        ? answer(HttpStatus.OK, "up")
        : answer(HttpStatus.SERVICE_UNAVAILABLE, "down");
  }

  private static ResponseEntity<String> answer(HttpStatus status, String word) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"status\":\"" + word + "\"}");
  }
}
