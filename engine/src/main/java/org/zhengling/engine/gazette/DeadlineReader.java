package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Unit;

/**
 * Finds the words of a text that set a deadline. A date without a year takes the year before it.
 */
final class DeadlineReader {
  private static final String NUMERAL = "(\\d{1,3}|[一二三四五六七八九十]{1,3})";
  private static final String DASH = "(?:[-—–－~～]{1,2}|至|到)";
  private static final Pattern ALWAYS =
      Pattern.compile("(?:持续|长期|常年|全年|常态|坚持)[\\u4E00-\\u9FFF]{0,8}");
  private static final Pattern BARE_YEAR = Pattern.compile("(\\d{4})年(?:全年|度|内|完成)?");
  private static final Pattern BARE_MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月(?:份|底|末|内|完成)?");

  private DeadlineReader() {}

  /** A form of words and what it means. Earlier forms win where two overlap. */
  private enum Form {
    MONTHS(
        "月",
        "(?<!\\d)(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?"
            + DASH
            + "(?:(\\d{4})年)?(\\d{1,2})月(?:(\\d{1,2})日|底|末)?"),
    YEARS("-—–－~～至到", "(?<!\\d)(\\d{4})年?" + DASH + "(\\d{4})年"),
    PLAN("五", "[“\"]?十([一二三四五六]?)五[”\"]?(?:规划)?(?:时期|期间)"),
    YEARLY_DAY("每", "每年(?:的)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})日|底|末)(?:之前|以前|前)?"),
    YEARLY_END("每", "每年(?:年)?(?:底|末)(?:之前|以前|前)?"),
    REPEATED("每按", "(?:每|按)(?:个)?(年度?|半年|季度?|月)(?![0-9一二三四五六七八九十]*[人份])"),
    ONWARD(
        "后起始", "(?<!\\d)(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?(?:及以后|及其以后|以后|起|开始)(?!施行|实施|执行)"),
    DAY("前", "(?<!\\d)(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:之前|以前|前)"),
    MONTH_PART("月", "(?<!\\d)(?:到|至)?(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(底|末|上旬|中旬|下旬)(?:之前|以前|前)?"),
    YEAR_END("底末", "(?<!\\d)(?:到|至)?(?:(\\d{4})年年?|(?<![每\\d])年)(?:底|末)(?:之前|以前|前)?"),
    BY_YEAR("到至", "(?:到|至)(\\d{4})年(?![\\d—–~～-])"),
    WORKING_DAYS("内", NUMERAL + "个?工作日(?:之内|以内|内)"),
    DAYS("内", NUMERAL + "(?:个自然)?[日天](?:之内|以内|内)"),
    WITHIN_MONTHS("内", NUMERAL + "个月(?:之内|以内|内)"),
    WITHIN_YEARS("内", "(?<!\\d)" + NUMERAL + "年(?:之内|以内|内)");

    /** Characters of which one must occur: most texts hold none and need no search. */
    private final String needed;

    private final Pattern pattern;

    Form(String needed, String pattern) {
      this.needed = needed;
      this.pattern = Pattern.compile(pattern);
    }

    boolean mayOccur(String text) {
      return needed.chars().anyMatch(c -> text.indexOf(c) >= 0);
    }
  }

  private record Hit(Form form, MatchResult match) {}

  /** Every deadline in running text, in the order of the text; {@code year} is the year so far. */
  static List<FoundDeadline> find(String text, int year) {
    List<Hit> hits = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Form form : Form.values()) {
      if (!form.mayOccur(text)) {
        continue;
      }
      Matcher matcher = form.pattern.matcher(text);
      while (matcher.find()) {
        int next = taken.nextSetBit(matcher.start());
        if (next < 0 || next >= matcher.end()) {
          hits.add(new Hit(form, matcher.toMatchResult()));
          taken.set(matcher.start(), matcher.end());
        }
      }
    }
    hits.sort(Comparator.comparingInt(hit -> hit.match().start()));
    List<FoundDeadline> found = new ArrayList<>();
    int running = year;
    for (Hit hit : hits) {
      running = yearOf(hit, running);
      Deadline deadline = read(hit.form(), hit.match(), running);
      if (deadline != null) {
        MatchResult match = hit.match();
        found.add(new FoundDeadline(deadline, match.group(), match.start(), match.end(), running));
      }
    }
    return found;
  }

  /** The deadline of words that state nothing else, as after 完成时限：; null when they state none. */
  static @Nullable FoundDeadline stated(String words, int year) {
    String text = Words.compact(words);
    Matcher bareYear = BARE_YEAR.matcher(text);
    if (bareYear.matches()) {
      int stated = Integer.parseInt(bareYear.group(1));
      return whole(new Deadline.By(LocalDate.of(stated, 12, 31)), text, stated);
    }
    Matcher bareMonth = BARE_MONTH.matcher(text);
    if (bareMonth.matches()) {
      int stated = Integer.parseInt(bareMonth.group(1));
      LocalDate last = Dates.lastOfMonth(stated, Integer.parseInt(bareMonth.group(2)));
      return last == null ? null : whole(new Deadline.By(last), text, stated);
    }
    List<FoundDeadline> found = find(text, year);
    if (!found.isEmpty()) {
      FoundDeadline first = found.getFirst();
      return whole(first.deadline(), text, first.year());
    }
    LocalDate day = Dates.whole(text);
    if (day != null) {
      return whole(new Deadline.By(day), text, day.getYear());
    }
    return ALWAYS.matcher(text).lookingAt() ? whole(new Deadline.Continuing(), text, year) : null;
  }

  private static FoundDeadline whole(Deadline deadline, String text, int year) {
    return new FoundDeadline(deadline, text, -1, -1, year);
  }

  /** The year that a date after this one belongs to. */
  private static int yearOf(Hit hit, int running) {
    return switch (hit.form()) {
      case MONTHS, DAY, MONTH_PART, YEAR_END, BY_YEAR, ONWARD -> {
        String year = hit.match().group(1);
        yield year == null ? running : Integer.parseInt(year);
      }
      case YEARS,
          PLAN,
          YEARLY_DAY,
          YEARLY_END,
          REPEATED,
          WORKING_DAYS,
          DAYS,
          WITHIN_MONTHS,
          WITHIN_YEARS ->
          running;
    };
  }

  private static @Nullable Deadline read(Form form, MatchResult match, int year) {
    return switch (form) {
      case MONTHS -> months(match, year);
      case YEARS ->
          span(LocalDate.of(integer(match, 1), 1, 1), LocalDate.of(integer(match, 2), 12, 31));
      case PLAN -> fiveYearPlan(match.group(1));
      case YEARLY_DAY -> yearly(match);
      case YEARLY_END -> new Deadline.Recurring(Period.YEAR, MonthDay.of(12, 31));
      case REPEATED -> new Deadline.Recurring(period(match.group(1)), null);
      case ONWARD -> {
        int month = match.group(2) == null ? 1 : integer(match, 2);
        int day = match.group(3) == null ? 1 : integer(match, 3);
        LocalDate first = Dates.of(year, month, day);
        yield first == null ? null : new Deadline.Onward(first);
      }
      case DAY -> by(Dates.of(year, integer(match, 2), integer(match, 3)));
      case MONTH_PART -> by(partOfMonth(year, integer(match, 2), match.group(3)));
      case YEAR_END, BY_YEAR -> by(Dates.of(year, 12, 31));
      case WORKING_DAYS -> relative(match, Unit.WORKING_DAY);
      case DAYS -> relative(match, Unit.DAY);
      case WITHIN_MONTHS -> relative(match, Unit.MONTH);
      case WITHIN_YEARS -> relative(match, Unit.YEAR);
    };
  }

  private static @Nullable Deadline months(MatchResult match, int year) {
    int lastYear = match.group(4) == null ? year : integer(match, 4);
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
  private static Deadline fiveYearPlan(String unit) {
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
      case '月' -> Period.MONTH;
      case '季' -> Period.QUARTER;
      case '半' -> Period.HALF_YEAR;
      default -> Period.YEAR;
    };
  }

  private static @Nullable LocalDate partOfMonth(int year, int month, String part) {
    return switch (part) {
      case "上旬" -> Dates.of(year, month, 10);
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
    return Integer.parseInt(match.group(group));
  }
}
