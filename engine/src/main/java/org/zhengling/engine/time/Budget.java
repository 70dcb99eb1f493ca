package org.zhengling.engine.time;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * How much time a clause gives. A period excludes its first day and ends with its last day at
 * 24:00; a period of nothing is refused ({@link IllegalArgumentException}).
 */
public sealed interface Budget {

  /** Working days: 7个工作日. */
  record WorkingDays(int amount) implements Budget {
    public WorkingDays {
      if (amount <= 0) {
        throw new IllegalArgumentException("A budget of " + amount + " working days");
      }
    }
  }

  /**
   * Days, or months and years, of the calendar: 7日, 1个月, 1年. Months end on the corresponding day,
   * else with the month.
   *
   * @param length days alone, or months and years alone
   * @param onDayOff what the clause's parameter says about a last day that is no working day
   */
  record CalendarPeriod(Period length, OnDayOff onDayOff) implements Budget {
    public CalendarPeriod {
      boolean mixed = length.toTotalMonths() != 0 && !length.equals(length.withDays(0));
      if (mixed || length.isZero() || length.isNegative()) {
        throw new IllegalArgumentException(
            "A period is counted in days or in months and years, not as " + length);
      }
    }
  }

  /** What becomes of a last day that is no working day. */
  enum OnDayOff {
    STAYS,
    /** The next working day takes its place. */
    ROLLS_ON
  }

  /** How many days are to be counted from this start. */
  default int daysFrom(LocalDate start) {
    return switch (this) {
      case WorkingDays working -> working.amount();
      case CalendarPeriod period ->
          Math.toIntExact(ChronoUnit.DAYS.between(start, start.plus(period.length())));
    };
  }

  /** Whether this day is one of those it is counted in; throws {@link YearNotLoaded}. */
  default boolean counts(LocalDate day, WorkingCalendar calendar) {
    return switch (this) {
      case WorkingDays _ -> calendar.isWorkingDay(day);
      case CalendarPeriod _ -> true;
    };
  }
}
