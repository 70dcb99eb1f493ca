package org.zhengling.testkit;

import java.time.LocalDate;
import org.zhengling.engine.time.BusinessDay;

/** A business day that stands still. */
public record FixedDay(LocalDate today) implements BusinessDay {
  public static FixedDay of(String date) {
    return new FixedDay(LocalDate.parse(date));
  }
}
