package org.zhengling.platform.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.quantity.Money;

/** What kind of value an item of a source holds. */
public enum ItemType {
  TEXT("文字"),
  WHOLE("整数"),
  DECIMAL("小数"),
  YUAN("金额（元）"),
  FEN("金额（分）"),
  DAY("日期"),
  MONTH("月份");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|(\\d{2})(\\d{2})"
              + "|年(\\d{1,2})月(\\d{1,2})日)([ T][0-9:.+Z-]*)?");
  private static final Pattern YEAR_MONTH =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})|(\\d{2})|年(\\d{1,2})月)");

  private final String chinese;

  ItemType(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * Reads what a source gave for an item of this type.
   *
   * @param item its Chinese name, for the reason
   * @param raw absent where the source has no value
   */
  public Value read(String item, @Nullable String raw) {
    String text = raw == null ? "" : raw.strip();
    if (text.isEmpty()) {
      return new Value.Absent();
    }
    try {
      return switch (this) {
        case TEXT -> new Value.Text(text);
        case WHOLE -> new Value.Whole(number(text).longValueExact());
        case DECIMAL -> new Value.Decimal(number(text));
        case YUAN -> new Value.Amount(new Money(fen(text)));
        case FEN -> new Value.Amount(new Money(number(text).longValueExact()));
        case DAY -> new Value.Day(day(text));
        case MONTH -> new Value.Day(month(text));
      };
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
      return new Value.Misread(text, "“" + item + "”应为" + chinese + "，来源给的读不懂。");
    }
  }

  private static BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("No number");
    }
    return new BigDecimal(text);
  }

  /** Commas between thousands are as people write them; a part of a fen is refused. */
  private static long fen(String text) {
    String plain = text.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
    return number(plain).movePointRight(2).longValueExact();
  }

  private static LocalDate day(String text) {
    Matcher date = matched(DATE, text);
    return LocalDate.of(group(date, 1), group(date, 2, 4, 6, 8), group(date, 3, 5, 7, 9));
  }

  private static LocalDate month(String text) {
    Matcher month = matched(YEAR_MONTH, text);
    return LocalDate.of(group(month, 1), group(month, 2, 3, 4), 1);
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("No date");
    }
    return matcher;
  }

  /** The first of the groups that took part. */
  private static int group(Matcher matcher, int... groups) {
    for (int group : groups) {
      String part = matcher.group(group);
      if (part != null) {
        return Integer.parseInt(part);
      }
    }
    throw new IllegalArgumentException("No such part");
  }
}
