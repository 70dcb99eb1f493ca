package org.zhengling.app.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may ask for what costs much. Each has a bucket that holds so many turns and
 * fills up again over a minute; an empty one says how long until the next turn.
 */
final class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Beyond that, whoever has not asked for longest is forgotten. */
  private static final int MOST_BUCKETS = 20_000;

  private final InstantSource clock;
  private final Map<Bucket, Instant> drained = new LinkedHashMap<>(16, 0.75f, true);

  Limits(InstantSource clock) {
    this.clock = clock;
  }

  /** Whose turns of which kind. */
  record Bucket(String kind, String whose) {}

  /**
   * Takes a turn.
   *
   * @param perMinute turns a full bucket holds
   * @return empty when there was one; else how long until the next
   */
  synchronized Optional<Duration> take(Bucket bucket, int perMinute) {
    Instant now = clock.instant();
    Duration each = MINUTE.dividedBy(perMinute);
    Instant full = now.minus(MINUTE);
    // A bucket is full again a minute after the instant kept for it; each turn moves that on.
    Instant kept = drained.getOrDefault(bucket, full);
    Instant after = (kept.isBefore(full) ? full : kept).plus(each);
    if (after.isAfter(now)) {
      return Optional.of(Duration.between(now, after));
    }
    drained.put(bucket, after);
    if (drained.size() > MOST_BUCKETS) {
      drained.remove(drained.keySet().iterator().next());
    }
    return Optional.empty();
  }
}
