package org.zhengling.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a recurring job is due. */
public sealed interface Rhythm {
  ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** So long after the last run ended. */
  static Rhythm every(Duration pause) {
    return new Every(pause);
  }

  /** Each day at this time of the city. */
  static Rhythm dailyAt(LocalTime time) {
    return new DailyAt(time);
  }

  /** The run after one that ended then. */
  Instant next(Instant ended);

  /** The very first run of a city whose first server starts then. */
  Instant first(Instant start);

  /** So long after the last run ended; the first a minute after the start, or sooner. */
  record Every(Duration pause) implements Rhythm {
    private static final Duration FIRST = Duration.ofMinutes(1);

    public Every {
      if (!pause.isPositive()) {
        throw new IllegalArgumentException("No pause between two runs: " + pause);
      }
    }

    @Override
    public Instant next(Instant ended) {
      return ended.plus(pause);
    }

    @Override
    public Instant first(Instant start) {
      return start.plus(pause.compareTo(FIRST) < 0 ? pause : FIRST);
    }
  }

  /** Each day at this time of the city. */
  record DailyAt(LocalTime time) implements Rhythm {
    @Override
    public Instant next(Instant ended) {
      ZonedDateTime here = ended.atZone(ZONE);
      ZonedDateTime today = here.with(time);
      return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    }

    @Override
    public Instant first(Instant start) {
      return next(start);
    }
  }
}
