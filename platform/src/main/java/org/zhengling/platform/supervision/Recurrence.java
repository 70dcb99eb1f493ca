package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Recurring;

/** Periods of the calendar year and the days on which recurring tasks are due. */
final class Recurrence {
  private Recurrence() {}

  /** First day of the month, quarter, half year or year that a day lies in. */
  static LocalDate startOf(Period period, LocalDate day) {
    int months = months(period);
    int month = (day.getMonthValue() - 1) / months * months + 1;
    return LocalDate.of(day.getYear(), month, 1);
  }

  /** The next due day, this day included. */
  static LocalDate dueOnOrAfter(Recurring recurring, LocalDate day) {
    MonthDay last = recurring.lastDay();
    if (last == null) {
      LocalDate start = startOf(recurring.period(), day);
      return start.plusMonths(months(recurring.period())).minusDays(1);
    }
    LocalDate due = inYear(last, day.getYear());
    return due.isBefore(day) ? inYear(last, day.getYear() + 1) : due;
  }

  /** February 29 stands for the last day of February. */
  private static LocalDate inYear(MonthDay day, int year) {
    YearMonth month = YearMonth.of(year, day.getMonth());
    return month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
  }

  private static int months(Period period) {
    return switch (period) {
      case MONTH -> 1;
      case QUARTER -> 3;
      case HALF_YEAR -> 6;
      case YEAR -> 12;
    };
  }
}
