package org.zhengling.platform.supervision;

import java.time.LocalDate;

/** Quarters of the calendar year. */
final class Quarter {
  private Quarter() {}

  /** First day of the quarter that a day lies in. */
  static LocalDate startOf(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }
}
