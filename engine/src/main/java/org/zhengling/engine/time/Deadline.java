package org.zhengling.engine.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an order wants something done, as one of the forms a gazette uses. Dates are inclusive, as
 * the text means them ("2020年12月底前" ends with 2020-12-31). A deadline is read, never typed: the day
 * shown to a person is derived from it.
 */
public sealed interface Deadline {

  /**
   * The last day it sets for who looks from a given day: its own last day, past or not; for a
   * recurring one the next due day on or after that day. Empty for forms without a last day, and
   * for one counted from an event.
   */
  default Optional<LocalDate> lastDay(LocalDate from) {
    return switch (this) {
      case By by -> Optional.of(by.lastDay());
      case Span span -> Optional.of(span.lastDay());
      case Recurring recurring -> Optional.of(recurring.next(from));
      case Relative _, Continuing _, Onward _, None _ -> Optional.empty();
    };
  }

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
   * Again and again: 每周, 每季度, 每年2月底前. A week ends with Sunday.
   *
   * @param period how often
   * @param lastDay for yearly deadlines the day of the year by which it is due; absent: the end of
   *     the period. A day written 2月底 is stored as February 29 and means the month's last day.
   */
  record Recurring(Period period, @Nullable MonthDay lastDay) implements Deadline {

    private LocalDate next(LocalDate from) {
      if (period == Period.YEAR && lastDay != null) {
        LocalDate thisYear = dayIn(from.getYear(), lastDay);
        return thisYear.isBefore(from) ? dayIn(from.getYear() + 1, lastDay) : thisYear;
      }
      if (period == Period.WEEK) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      }
      int months = period.months();
      int lastMonth = (from.getMonthValue() + months - 1) / months * months;
      return YearMonth.of(from.getYear(), lastMonth).atEndOfMonth();
    }

    /** February 29 falls back to the 28th, as 2月底 means. */
    private static LocalDate dayIn(int year, MonthDay day) {
      return Year.of(year).atMonthDay(day);
    }
  }

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
    WEEK(0),
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Period(int months) {
      this.months = months;
    }

    /** How many months it lasts; a year has a whole number of it. None for a week. */
    public int months() {
      return months;
    }
  }

  /** What a relative deadline is counted in. */
  enum Unit {
    WORKING_DAY,
    DAY,
    MONTH,
    YEAR
  }
}
