package org.zhengling.platform.field.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.field.FieldRecords;
import org.zhengling.platform.field.FieldTask;
import org.zhengling.platform.field.HandedIn;
import org.zhengling.platform.keys.Sm3;

/**
 * The page for work without a network. The page itself names nobody, so that a browser may keep it;
 * tasks are fetched into it and records handed in from it.
 */
@Controller
class FieldPages {
  private static final List<String> FILES =
      List.of(
          "/assets/field-worker.js",
          "/assets/field-store.js",
          "/assets/field.js",
          "/pages/field/field.html");

  private final CurrentPost current;
  private final FieldRecords records;
  private final String edition = edition();

  FieldPages(CurrentPost current, FieldRecords records) {
    this.current = current;
    this.records = records;
  }

  /** Other files make another worker: a phone then fetches everything anew. */
  private static String edition() {
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      all.append(Sm3.hex(read(file)));
    }
    return Sm3.hex(all.toString()).substring(0, 16);
  }

  private static byte[] read(String file) {
    try (var stream = Objects.requireNonNull(FieldPages.class.getResourceAsStream(file), file)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged: " + file, e);
    }
  }

  @GetMapping("/field")
  String page(Model model) {
    current.require();
    model.addAttribute("worker", "/field/worker.js?edition=" + edition);
    return "field/field";
  }

  /** Below the page it works for: a worker may not reach higher. */
  @GetMapping("/field/worker.js")
  ResponseEntity<byte[]> worker() {
    current.require();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
        .header("Service-Worker-Allowed", "/field")
        .body(read("/assets/field-worker.js"));
  }

  /** What a phone takes along, and the token it hands in with. */
  record Tasks(Token token, List<FieldTask> tasks) {}

  /** Header and value that prove that a request comes from our page. */
  record Token(String header, String value) {}

  @GetMapping("/field/tasks")
  @ResponseBody
  Tasks tasks(CsrfToken token) {
    return new Tasks(
        new Token(token.getHeaderName(), token.getToken()), records.tasks(current.require()));
  }

  /** What a phone is told. */
  record Answer(String message) {}

  @PostMapping(
      path = "/field/records/{id}/photos/{digest}",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<Answer> photo(
      @PathVariable UUID id,
      @PathVariable String digest,
      @RequestParam String kind,
      @RequestParam String subject,
      HttpServletRequest request)
      throws IOException {
    byte[] photo = request.getInputStream().readNBytes(FieldRecords.LARGEST_PHOTO_BYTES + 1);
    return answered(() -> {
      records.photo(id, kind, subject, digest, photo, current.require());
      return "照片收到了。";
    });
  }

  /** A record as the page writes it. */
  record Sent(
      String kind,
      String subject,
      Instant takenAt,
      Map<String, String> answers,
      List<HandedIn.TakenPhoto> photos) {
    HandedIn handedIn() {
      return new HandedIn(kind, subject, takenAt, answers, photos);
    }
  }

  @PostMapping(path = "/field/records/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> handIn(@PathVariable UUID id, @RequestBody Sent sent) {
    return answered(() -> records.handIn(id, sent.handedIn(), current.require()));
  }

  @FunctionalInterface
  private interface Sentence {
    String get();
  }

  /** The script shows a sentence beside the form; a whole page would be of no use to it. */
  private static ResponseEntity<Answer> answered(Sentence act) {
    try {
      return ResponseEntity.ok(new Answer(act.get()));
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.RIGHTS || refusal.kind() == Refusal.Kind.OUTSIDE) {
        throw refusal;
      }
      HttpStatus status =
          switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case CALLER, RIGHTS, OUTSIDE -> HttpStatus.UNPROCESSABLE_CONTENT;
          };
      return ResponseEntity.status(status)
          .body(new Answer(refusal.happened() + refusal.kept() + refusal.todo()));
    }
  }
}
