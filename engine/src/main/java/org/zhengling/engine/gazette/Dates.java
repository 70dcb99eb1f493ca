package org.zhengling.engine.gazette;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ChineseNumeral;

/** Calendar dates as official texts write them, in digits or in numerals (二〇二〇年八月二十七日). */
final class Dates {
  private static final String POSITIONAL = "〇一二三四五六七八九";
  private static final Pattern WHOLE =
      Pattern.compile(
          "(\\d{4}|[〇○零一二三四五六七八九]{4})年(\\d{1,2}|[一二三四五六七八九十]{1,3})月"
              + "(\\d{1,2}|[一二三四五六七八九十]{1,3})日");

  private static final Pattern NUMBERED = Pattern.compile("〔(\\d{4})〕");

  private Dates() {}

  /** The date that the whole text writes, or null. */
  static @Nullable LocalDate whole(String text) {
    Matcher matcher = WHOLE.matcher(text);
    return matcher.matches() ? of(matcher) : null;
  }

  /** The first date in a text, or null. */
  static @Nullable LocalDate first(String text) {
    Matcher matcher = WHOLE.matcher(text);
    return matcher.find() ? of(matcher) : null;
  }

  /** The date, or null when there is no such day. */
  static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** The last day of a month, or null when there is no such month. */
  static @Nullable LocalDate lastOfMonth(int year, int month) {
    LocalDate first = of(year, month, 1);
    return first == null ? null : first.plusMonths(1).minusDays(1);
  }

  private static @Nullable LocalDate of(Matcher matcher) {
    return of(year(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
  }

  /** The year of a document: of its date or else of its number (〔2020〕); 0 when it has neither. */
  static int yearOf(String number, @Nullable LocalDate written) {
    if (written != null) {
      return written.getYear();
    }
    Matcher year = NUMBERED.matcher(number);
    return year.find() ? Integer.parseInt(year.group(1)) : 0;
  }

  /** A year in digits or in numerals, 二〇二〇. */
  static int year(String text) {
    int year = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      year = year * 10 + (c <= '9' ? c - '0' : Math.max(0, POSITIONAL.indexOf(c)));
    }
    return year;
  }

  /** A number in digits or numerals; 0 when it is neither. */
  static int number(String text) {
    if (text.equals("两")) {
      return 2;
    }
    if (text.charAt(0) <= '9') {
      return Integer.parseInt(text);
    }
    OptionalInt value = ChineseNumeral.parse(text);
    return value.orElse(0);
  }
}
