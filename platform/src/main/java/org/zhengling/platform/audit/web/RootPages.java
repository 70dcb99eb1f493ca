package org.zhengling.platform.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.audit.AuditRoots;
import org.zhengling.platform.audit.AuditWords;
import org.zhengling.platform.audit.store.RootViews;
import org.zhengling.platform.audit.store.RootViews.RootLine;

/** The roots of the audit, a line a day, for everybody: whoever noted one can compare it later. */
@Controller
class RootPages {
  private static final int DAYS = 31;

  private final AuditRoots roots;
  private final RootViews views;
  private final InstantSource clock;

  RootPages(AuditRoots roots, RootViews views, InstantSource clock) {
    this.roots = roots;
    this.views = views;
    this.clock = clock;
  }

  /** A day with its last root. */
  record Day(String day, long number, String time, long entries, String digest) {}

  /** The list; before is the day that a further page ends at, or absent. */
  record Days(List<Day> days, @Nullable String older) {}

  /** One root. */
  record One(
      long number, String time, long entries, String digest, String signature, String openKey) {}

  @GetMapping("/audit/roots")
  String list(@RequestParam(required = false) @Nullable LocalDate before, Model model) {
    Instant end =
        before == null
            ? clock.instant().plusSeconds(1)
            : before.atStartOfDay(AuditWords.ZONE).toInstant();
    List<RootLine> found = views.ofDays(end, DAYS + 1);
    List<Day> days = found.stream().limit(DAYS).map(RootPages::day).toList();
    String older = found.size() > DAYS ? "/audit/roots?before=" + days.getLast().day() : null;
    model.addAttribute("roots", new Days(days, older));
    return "audit/roots";
  }

  private static Day day(RootLine root) {
    String time = AuditWords.moment(root.at());
    return new Day(
        time.substring(0, 10), root.number(), time.substring(11), root.entries(), root.digest());
  }

  @GetMapping("/audit/roots/{number}")
  String one(@PathVariable long number, Model model) {
    AuditRoots.Published root = published(number);
    model.addAttribute(
        "root",
        new One(
            number,
            AuditWords.moment(root.root().at()),
            root.root().entries(),
            root.root().digest(),
            root.signature(),
            root.openKey()));
    return "audit/root";
  }

  /** The very bytes whose digest is the root's. */
  @GetMapping("/audit/roots/{number}/text")
  ResponseEntity<byte[]> text(@PathVariable long number) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"root-" + number + ".txt\"")
        .body(published(number).text().getBytes(StandardCharsets.UTF_8));
  }

  private AuditRoots.Published published(long number) {
    return roots
        .published(number)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.ABSENT, "没有第 " + number + " 号总根。", "请回到审计总根重新选。"));
  }
}
