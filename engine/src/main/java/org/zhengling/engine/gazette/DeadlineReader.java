package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;

/**
 * Finds the words of a text that set a deadline. A date without a year takes the year before it.
 */
final class DeadlineReader {
  private static final String NUMERAL = "(\\d{1,3}|[一二三四五六七八九十两]{1,3})";
  private static final LocalDate FAR = LocalDate.of(1, 1, 1);
  private static final Pattern ALWAYS =
      Pattern.compile("(?:持续|长期|常年|全年|常态|坚持|贯穿|全程|日常|经常|随时)[\\u4E00-\\u9FFF]{0,8}");
  private static final Pattern BARE_YEAR = Pattern.compile("(\\d{4})年(?:全年|度|内|完成)?");
  private static final Pattern BARE_MONTH =
      Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(?:底|末|内|完成)?(?:完成)?");
  private static final Pattern BARE_SPAN =
      Pattern.compile("(?:办理|完成|时限|期限|不超过|共)?" + NUMERAL + "(个?工作日|个?自然日|日|天|个月|周|年)(?:完成|办结)?");

  private DeadlineReader() {}

  private record Hit(DeadlineForm form, MatchResult match) {}

  /** Every deadline in running text, in the order of the text; {@code year} is the year so far. */
  static List<FoundDeadline> find(String text, int year) {
    List<Hit> hits = new ArrayList<>();
    BitSet taken = new BitSet();
    for (DeadlineForm form : DeadlineForm.values()) {
      if (!form.mayOccur(text)) {
        continue;
      }
      Matcher matcher = form.matcher(text);
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
      running = yearOf(hit, running, year);
      Deadline deadline = DeadlineMeaning.read(hit.form(), hit.match(), running, year);
      // 年底前 in a document of unknown year sets no day.
      boolean unknown =
          running == 0
              && deadline != null
              && deadline.lastDay(FAR).filter(day -> day.getYear() == 0).isPresent();
      if (deadline != null && !unknown) {
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
      int stated = bareMonth.group(1) == null ? year : Integer.parseInt(bareMonth.group(1));
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
    Matcher span = BARE_SPAN.matcher(text);
    if (span.matches()) {
      Deadline counted = DeadlineMeaning.counted(Dates.number(span.group(1)), span.group(2));
      return counted == null ? null : whole(counted, text, year);
    }
    return ALWAYS.matcher(text).lookingAt() ? whole(new Deadline.Continuing(), text, year) : null;
  }

  private static FoundDeadline whole(Deadline deadline, String text, int year) {
    return new FoundDeadline(deadline, text, -1, -1, year);
  }

  /** The year that a date after this one belongs to. */
  private static int yearOf(Hit hit, int running, int document) {
    return switch (hit.form()) {
      case MONTHS,
          DAY,
          CUTOFF,
          MONTH_PART,
          MONTH_BEFORE,
          UNTIL,
          YEAR_END,
          BY_YEAR,
          YEAR_BEFORE,
          IN_YEAR,
          SEASON,
          FEAST,
          LUNAR_FEAST,
          ONWARD ->
          DeadlineMeaning.year(hit.match().group(1), running, document);
      case QUARTER -> {
        String year = DeadlineMeaning.firstOf(hit.match(), 1, 3, 5, 7);
        yield DeadlineMeaning.year(year.isEmpty() ? null : year, running, document);
      }
      case THIS_YEAR -> DeadlineMeaning.year(hit.match().group(1), document, document);
      case YEARS,
          PLAN,
          PLAN_END,
          YEARLY_DAY,
          YEARLY_END,
          TIMES,
          REPEATED,
          REPORTED,
          MONTHLY_DAY,
          WORKING_DAYS,
          DAYS,
          DAYS_BEFORE,
          HOURS,
          WEEKS,
          HALF,
          WITHIN_MONTHS,
          WITHIN_YEARS ->
          running;
    };
  }
}
