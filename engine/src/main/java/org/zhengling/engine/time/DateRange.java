package org.zhengling.engine.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one day up to, not including, another; without an end it goes on. Equal days make an
 * empty range.
 */
public record DateRange(LocalDate from, @Nullable LocalDate to) {
  public DateRange {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A range from " + from + " cannot end on " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
