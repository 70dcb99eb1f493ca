package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Unit;

/** What a form of words means as a deadline. */
final class DeadlineMeaning {
  private DeadlineMeaning() {}

  /**
   * The deadline, or null when there is no such day.
   *
   * @param year the year of the match, where it names none that of the words before it
   * @param document the year of the document
   */
  static @Nullable Deadline read(DeadlineForm form, MatchResult match, int year, int document) {
    return switch (form) {
      case MONTHS -> months(match, year, document);
      case YEARS ->
          span(LocalDate.of(integer(match, 1), 1, 1), LocalDate.of(integer(match, 2), 12, 31));
      case PLAN -> fiveYearPlan(match.group(1));
      case PLAN_END -> by(fiveYearPlan(match.group(1)).lastDay());
      case YEARLY_DAY -> yearly(match);
      case YEARLY_END -> new Deadline.Recurring(Period.YEAR, MonthDay.of(12, 31));
      case TIMES -> new Deadline.Recurring(times(firstOf(match, 1, 2, 3, 4, 5)), null);
      case REPEATED, REPORTED -> new Deadline.Recurring(period(match.group(1)), null);
      case MONTHLY_DAY -> new Deadline.Recurring(Period.MONTH, null);
      case ONWARD -> {
        int month = match.group(2) == null ? 1 : integer(match, 2);
        int day = match.group(3) == null ? 1 : integer(match, 3);
        LocalDate first = Dates.of(year, month, day);
        yield first == null ? null : new Deadline.Onward(first);
      }
      case DAY, CUTOFF -> by(Dates.of(year, integer(match, 2), integer(match, 3)));
      case MONTH_PART -> by(partOfMonth(year, integer(match, 2), match.group(3)));
      case MONTH_BEFORE -> by(Dates.lastOfMonth(year, integer(match, 2)));
      case UNTIL ->
          by(
              match.group(3) == null
                  ? Dates.lastOfMonth(year, integer(match, 2))
                  : Dates.of(year, integer(match, 2), integer(match, 3)));
      case YEAR_END, BY_YEAR, YEAR_BEFORE, THIS_YEAR -> by(Dates.of(year, 12, 31));
      case IN_YEAR -> year < document ? null : by(Dates.of(year, 12, 31));
      case QUARTER -> by(Dates.lastOfMonth(year, lastMonth(firstOf(match, 2, 4, 6, 8))));
      case SEASON -> by(seasonEnd(year, match.group(2)));
      // The day follows the moon: no day is told without a table, the words are kept.
      case LUNAR_FEAST -> new Deadline.None();
      case FEAST -> by(dayBefore(year, match.group(2), match.group(1) != null));
      case WORKING_DAYS -> relative(match, Unit.WORKING_DAY);
      case DAYS, DAYS_BEFORE -> relative(match, Unit.DAY);
      case HOURS -> new Deadline.Relative(Dates.number(match.group(1)) / 24, Unit.DAY);
      case WEEKS -> counted(Dates.number(match.group(1)), "周");
      case HALF ->
          match.group(1).equals("半年")
              ? new Deadline.Relative(6, Unit.MONTH)
              : new Deadline.Relative(15, Unit.DAY);
      case WITHIN_MONTHS -> relative(match, Unit.MONTH);
      case WITHIN_YEARS -> relative(match, Unit.YEAR);
    };
  }

  /** 10个工作日, 一周: an amount of time from an event; a week is seven days. */
  static @Nullable Deadline counted(int amount, String unit) {
    if (amount <= 0) {
      return null;
    }
    return switch (unit) {
      case "工作日", "个工作日" -> new Deadline.Relative(amount, Unit.WORKING_DAY);
      case "周" -> new Deadline.Relative(7 * amount, Unit.DAY);
      case "个月" -> new Deadline.Relative(amount, Unit.MONTH);
      case "年" -> new Deadline.Relative(amount, Unit.YEAR);
      default -> new Deadline.Relative(amount, Unit.DAY);
    };
  }

  private static Period times(String word) {
    return switch (word) {
      case "2", "两", "半" -> Period.HALF_YEAR;
      case "月" -> Period.MONTH;
      case "一年" -> Period.YEAR;
      default -> Period.QUARTER;
    };
  }

  /** The last month of a quarter or of half a year. */
  private static int lastMonth(String part) {
    return switch (part) {
      case "一", "1" -> 3;
      case "二", "2", "上" -> 6;
      case "三", "3" -> 9;
      default -> 12;
    };
  }

  /** Spring ends with May; winter is over with February of the next year. */
  private static @Nullable LocalDate seasonEnd(int year, String season) {
    return switch (season) {
      case "春" -> Dates.lastOfMonth(year, 5);
      case "夏" -> Dates.lastOfMonth(year, 8);
      case "秋" -> Dates.lastOfMonth(year, 11);
      default -> Dates.lastOfMonth(year + 1, 2);
    };
  }

  private static @Nullable LocalDate dayBefore(int year, String feast, boolean named) {
    return switch (feast) {
      case "国庆", "“十一”" -> Dates.of(year, 9, 30);
      // 2021年元旦前 ends with 2020; 元旦前 alone with the year of the document.
      case "元旦" -> Dates.of(named ? year - 1 : year, 12, 31);
      default -> Dates.of(year, 4, 30);
    };
  }

  private static @Nullable Deadline months(MatchResult match, int year, int document) {
    int lastYear = year(match.group(4), year, document);
    int firstDay = match.group(3) == null ? 1 : integer(match, 3);
    LocalDate first = Dates.of(year, integer(match, 2), firstDay);
    LocalDate last =
        match.group(6) == null
            ? Dates.lastOfMonth(lastYear, integer(match, 5))
            : Dates.of(lastYear, integer(match, 5), integer(match, 6));
    return first == null || last == null ? null : span(first, last);
  }

  private static @Nullable Deadline span(LocalDate first, LocalDate last) {
    return last.isBefore(first) ? null : new Deadline.Span(first, last);
  }

  /** The eleventh plan began in 2006, each takes five years. */
  private static Deadline.Span fiveYearPlan(String unit) {
    int first = 1951 + 5 * (10 + (unit.isEmpty() ? 0 : Dates.number(unit)));
    return new Deadline.Span(LocalDate.of(first, 1, 1), LocalDate.of(first + 4, 12, 31));
  }

  private static @Nullable Deadline yearly(MatchResult match) {
    int month = integer(match, 1);
    // 2000 is a leap year: the last day of its February stands for the last day of any.
    LocalDate day =
        match.group(2) == null
            ? Dates.lastOfMonth(2000, month)
            : Dates.of(2000, month, integer(match, 2));
    return day == null ? null : new Deadline.Recurring(Period.YEAR, MonthDay.from(day));
  }

  private static Period period(String word) {
    return switch (word.charAt(0)) {
      case '周', '星' -> Period.WEEK;
      case '月' -> Period.MONTH;
      case '季' -> Period.QUARTER;
      case '半' -> Period.HALF_YEAR;
      default -> Period.YEAR;
    };
  }

  private static @Nullable LocalDate partOfMonth(int year, int month, String part) {
    return switch (part) {
      case "初", "上旬" -> Dates.of(year, month, 10);
      case "中旬" -> Dates.of(year, month, 20);
      default -> Dates.lastOfMonth(year, month);
    };
  }

  private static @Nullable Deadline by(@Nullable LocalDate day) {
    return day == null ? null : new Deadline.By(day);
  }

  private static @Nullable Deadline relative(MatchResult match, Unit unit) {
    int amount = Dates.number(match.group(1));
    return amount <= 0 ? null : new Deadline.Relative(amount, unit);
  }

  private static int integer(MatchResult match, int group) {
    return Dates.number(match.group(group));
  }

  /** 2021, 二〇二一, 今 or 明; without one the year so far. */
  static int year(@Nullable String words, int running, int document) {
    if (words == null) {
      return running;
    }
    return switch (words) {
      case "今", "本" -> document;
      case "当" -> running;
      case "明", "次", "翌" -> document + 1;
      default -> Dates.year(words);
    };
  }

  static String firstOf(MatchResult match, int... groups) {
    for (int group : groups) {
      String words = match.group(group);
      if (words != null) {
        return words;
      }
    }
    return "";
  }
}
