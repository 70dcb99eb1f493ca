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
  private static final String POSITIONAL = "零一二三四五六七八九";
  private static final String ZEROS = "〇○零oO0Ｏ０◯О";
  private static final String NUMERAL = "(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})";
  private static final Pattern WHOLE =
      Pattern.compile(
          "([12]\\d{3}|[一二][" + ZEROS + "一二三四五六七八九]{3})年" + NUMERAL + "月" + NUMERAL + "日");
  private static final Pattern PLAIN =
      Pattern.compile("([12]\\d{3})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:\\D.*|\\d{2}[:：时].*)?");

  private static final Pattern BARE =
      Pattern.compile("((?:19|20)\\d{2})([-./]?)(\\d{1,2})\\2(\\d{1,2})");

  private static final Pattern NUMBERED = Pattern.compile("〔(\\d{4})〕");

  private Dates() {}

  /** The date that the whole text writes, or null. */
  static @Nullable LocalDate whole(String text) {
    Matcher matcher = WHOLE.matcher(text);
    return matcher.matches() ? of(matcher) : null;
  }

  /** The date that stands alone on a line, where it may also be 20171116 or 2017.11.16; or null. */
  static @Nullable LocalDate alone(String text) {
    LocalDate written = whole(text);
    Matcher plain = BARE.matcher(text);
    if (written != null || !plain.matches()) {
      return written;
    }
    boolean close = plain.group(2).isEmpty();
    boolean full = text.length() == 8 || !close;
    return full ? of(year(plain.group(1)), number(plain.group(3)), number(plain.group(4))) : null;
  }

  /** The first date in a text, or null. */
  static @Nullable LocalDate first(String text) {
    Matcher matcher = WHOLE.matcher(text);
    return matcher.find() ? of(matcher) : null;
  }

  /** The date at the end of a text that begins with other words, and where it begins; or null. */
  static @Nullable Ending ending(String text) {
    Matcher matcher = WHOLE.matcher(text);
    int from = Math.max(0, text.length() - 16);
    while (matcher.find(from)) {
      LocalDate day = matcher.end() == text.length() ? of(matcher) : null;
      if (day != null) {
        return new Ending(day, matcher.start());
      }
      from = matcher.start() + 1;
    }
    return null;
  }

  /** A date that closes a text. */
  record Ending(LocalDate day, int from) {}

  /** The date of a labelled value, which may be written 2020-08-27 and carry a time; or null. */
  static @Nullable LocalDate labelled(String text) {
    LocalDate written = first(text);
    Matcher plain = PLAIN.matcher(text);
    return written != null || !plain.matches() ? written : of(plain);
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
      boolean digit = c >= '0' && c <= '9';
      year = year * 10 + (digit ? c - '0' : Math.max(0, POSITIONAL.indexOf(c)));
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
    String plain = text.replace("廿", "二十").replace("卅", "三十");
    OptionalInt value = ChineseNumeral.parse(plain);
    return value.orElse(0);
  }
}
