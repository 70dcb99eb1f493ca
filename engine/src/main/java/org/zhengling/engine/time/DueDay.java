package org.zhengling.engine.time;

import java.time.LocalDate;

/** The last day of a period, as far as the loaded holiday tables tell. */
public sealed interface DueDay {

  /** The period ends with this day, at 24:00. */
  record Settled(LocalDate day) implements DueDay {}

  /**
   * The count reaches into a year without a table; load it and count again.
   *
   * @param missingYear the first year that is needed
   * @param lastKnownDay the day the count has reached; the due day is after it
   * @param daysLeft how many days are still to be counted after it, at least 1
   */
  record Provisional(int missingYear, LocalDate lastKnownDay, int daysLeft) implements DueDay {}
}
