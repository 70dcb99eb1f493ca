package org.zhengling.engine.time;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * When an order wants something done, as one of the forms a gazette uses. Dates are inclusive, as
 * the text means them ("2020年12月底前" ends with 2020-12-31). A deadline is read, never typed: the day
 * shown to a person is derived from it.
 */
public sealed interface Deadline {

  /** By the end of a day: 2020年12月底前. */
  record By(LocalDate lastDay) implements Deadline {}

  /** From a day to a day, both included: 2020年9月—2022年12月. */
  record Span(LocalDate firstDay, LocalDate lastDay) implements Deadline {
    public Span {
      if (lastDay.isBefore(firstDay)) {
        throw new IllegalArgumentException(
            "Span ends " + lastDay + " before it begins " + firstDay);
      }
    }
  }

  /**
   * Again and again: 每季度, 每年2月底前.
   *
   * @param period how often
   * @param lastDay for yearly deadlines the day of the year by which it is due; absent: the end of
   *     the period. A day written 2月底 is stored as February 29 and means the month's last day.
   */
  record Recurring(Period period, @Nullable MonthDay lastDay) implements Deadline {}

  /** Counted from an event of each matter: 7个工作日内, 1个月内. */
  record Relative(int amount, Unit unit) implements Deadline {
    public Relative {
      if (amount <= 0) {
        throw new IllegalArgumentException(
            "A relative deadline needs a positive amount, not " + amount);
      }
    }
  }

  /** 持续推进: always on, no last day. */
  record Continuing() implements Deadline {}

  /** From a day on without an end: 2023年及以后. */
  record Onward(LocalDate firstDay) implements Deadline {}

  /** The text sets none. */
  record None() implements Deadline {}

  /** The beat of a recurring deadline. */
  enum Period {
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
  }

  /** What a relative deadline is counted in. */
  enum Unit {
    WORKING_DAY,
    DAY,
    MONTH,
    YEAR
  }
}
