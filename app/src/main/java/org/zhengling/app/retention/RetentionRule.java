package org.zhengling.app.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * How long a kind of record is kept.
 *
 * @param subject what is kept, Chinese
 * @param ground the law it follows, Chinese
 * @param confidence H, M or L: how sure the reading of that law is
 */
public record RetentionRule(
    String slug, String subject, Period keep, Bound bound, String ground, String confidence) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What the period is. */
  public enum Bound {
    /** Kept at least so long; nothing is removed by rule. */
    LEAST,
    /** Kept at most so long; then it is removed. */
    MOST
  }

  /** What is older than that has been kept long enough. */
  Instant before(Instant now) {
    return now.atZone(ZONE).minus(keep).toInstant();
  }
}
