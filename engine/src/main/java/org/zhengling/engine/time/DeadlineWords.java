package org.zhengling.engine.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;

/** A deadline in the words of a table: 2020-12-31, 每季度, 每年 12-31, 每件 7 个工作日, 持续推进. */
public final class DeadlineWords {
  private DeadlineWords() {}

  public static String of(Deadline deadline) {
    return switch (deadline) {
      case Deadline.By(LocalDate last) -> last.toString();
      case Deadline.Span(LocalDate first, LocalDate last) -> first + " 至 " + last;
      case Deadline.Recurring(Deadline.Period period, MonthDay day) ->
          day == null ? period(period) : period(period) + " " + day(day);
      case Deadline.Relative(int amount, Deadline.Unit unit) -> "每件 " + amount + " " + unit(unit);
      case Deadline.Continuing() -> "持续推进";
      case Deadline.Onward(LocalDate first) -> first + " 起";
      case Deadline.None() -> "未定时限";
    };
  }

  private static String period(Deadline.Period period) {
    return switch (period) {
      case WEEK -> "每周";
      case MONTH -> "每月";
      case QUARTER -> "每季度";
      case HALF_YEAR -> "每半年";
      case YEAR -> "每年";
    };
  }

  private static String day(MonthDay day) {
    if (day.getMonthValue() == 2 && day.getDayOfMonth() == 29) {
      return "2 月底";
    }
    return String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
  }

  private static String unit(Deadline.Unit unit) {
    return switch (unit) {
      case WORKING_DAY -> "个工作日";
      case DAY -> "天";
      case MONTH -> "个月";
      case YEAR -> "年";
    };
  }
}
