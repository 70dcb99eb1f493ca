package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.AnomalyViews;

/**
 * Enquiries of the last thirty days that somebody should ask about: officers who asked about far
 * more residents than others, enquiries outside of office hours, and enquiries whose answers nobody
 * opened afterwards. Each is a question, not a verdict.
 */
@Component
public class Anomalies {
  private static final int DAYS = 30;

  /** So many times the middle of all officers is far above. */
  private static final int FAR_ABOVE = 3;

  /** Below this number of residents nobody stands out. */
  private static final int AT_LEAST = 20;

  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 18;
  private static final int UNOPENED_DAYS = 7;

  private final CurrentPost current;
  private final AnomalyViews views;
  private final InstantSource clock;
  private final Audit audit;

  Anomalies(CurrentPost current, AnomalyViews views, InstantSource clock, Audit audit) {
    this.current = current;
    this.views = views;
    this.clock = clock;
    this.audit = audit;
  }

  /** What stands out, each kind by its rule, which {@code rule} says in words. */
  public record Report(
      List<AnomalyViews.Officer> farAbove,
      List<AnomalyViews.Some> outsideHours,
      List<AnomalyViews.Some> unopened,
      String rule) {
    public Report {
      farAbove = List.copyOf(farAbove);
      outsideHours = List.copyOf(outsideHours);
      unopened = List.copyOf(unopened);
    }
  }

  /** Within the scope of the post in use; reading it is recorded. */
  @Transactional
  public Report report() {
    current.require(Permission.KEEP_SOURCES);
    Instant now = clock.instant();
    Instant since = now.minus(DAYS, ChronoUnit.DAYS);
    Report report =
        new Report(
            views.farAbove(since, FAR_ABOVE, AT_LEAST),
            views.outsideHours(since, FIRST_HOUR, LAST_HOUR),
            views.unopened(since, now.minus(UNOPENED_DAYS, ChronoUnit.DAYS)),
            "最近 %d 天；查询居民数超过中位数 %d 倍且不少于 %d 人；%d 时前、%d 时后或周末；查询后 %d 天没有人打开答复。"
                .formatted(DAYS, FAR_ABOVE, AT_LEAST, FIRST_HOUR, LAST_HOUR, UNOPENED_DAYS));
    audit.record(Act.of(ActKind.READ_ANOMALIES, "最近 " + DAYS + " 天"));
    return report;
  }
}
