package org.zhengling.engine.gazette;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Quantity.Bound;
import org.zhengling.engine.law.ChineseNumeral;

/** Finds the quantities of a text, one character after the other. */
final class QuantityReader {
  private static final int LONGEST_UNIT = 6;
  private static final int LONGEST_QUOTE = 14;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_DIGITS = 15;

  /** Each of its place values stands one place before its power of ten. */
  private static final String POWERS = "十百千万...亿";

  private static final String DASHES = "-—–－~～至到";

  private final String text;
  private final List<Quantity> found = new ArrayList<>();
  private int at;

  private QuantityReader(String text) {
    this.text = text;
  }

  /** A number and the offset after it; {@code factor} is set when 万 or 亿 stood behind it. */
  private record Digits(BigDecimal bare, @Nullable BigDecimal factor, int end) {
    BigDecimal value() {
      return factor == null ? bare : bare.multiply(factor);
    }
  }

  static List<Quantity> find(String text) {
    QuantityReader reader = new QuantityReader(text);
    while (reader.at < text.length()) {
      reader.step();
    }
    return reader.found;
  }

  private void step() {
    char c = text.charAt(at);
    int skipped = skipped(c);
    if (skipped > at) {
      at = skipped;
      return;
    }
    int begin = at;
    boolean ordinal = at > 0 && "第+＋－-./".indexOf(text.charAt(at - 1)) >= 0;
    boolean glued = at > 0 && isLatin(text.charAt(at - 1));
    Quantity quantity = null;
    if (isDigit(c)) {
      quantity = ordinal || glued ? null : quantity(begin);
      at = Math.max(at + 1, digitsEnd(at));
    } else if (text.startsWith("百分之", at) || text.startsWith("千分之", at)) {
      quantity = spoken(begin);
      at += 3;
    } else if (ChineseNumeral.isPart(c)) {
      quantity = ordinal ? null : few(begin);
      at = numeralEnd(at);
    } else {
      at++;
    }
    if (quantity != null) {
      found.add(quantity);
      at = quantity.to();
    }
  }

  /** 《…（2019年版）》, 〔2020〕 and “3+2” hold no quantities. */
  private int skipped(char c) {
    return switch (c) {
      case '《' -> after('》', LONGEST_TITLE);
      case '〔' -> after('〕', LONGEST_QUOTE);
      case '“' -> after('”', LONGEST_QUOTE);
      default -> at;
    };
  }

  private int after(char closing, int within) {
    for (int i = at + 1; i < Math.min(text.length(), at + within); i++) {
      if (text.charAt(i) == closing) {
        return i + 1;
      }
    }
    return at;
  }

  /** 4.5万人, 3至5所, 3%—5%, 1000亿元至1200亿元. */
  private @Nullable Quantity quantity(int from) {
    if (digitsEnd(from) - from > MOST_DIGITS) {
      return null;
    }
    Digits low = digits(from);
    int unitEnd = unitEnd(low.end());
    String unit = text.substring(low.end(), unitEnd);
    int dash = unitEnd;
    while (dash < text.length() && dash - unitEnd < 2 && DASHES.indexOf(text.charAt(dash)) >= 0) {
      dash++;
    }
    boolean goesOn =
        dash > unitEnd
            && dash < text.length()
            && isDigit(text.charAt(dash))
            && digitsEnd(dash) - dash <= MOST_DIGITS;
    if (goesOn) {
      Digits high = digits(dash);
      int highEnd = unitEnd(high.end());
      String highUnit = text.substring(high.end(), highEnd);
      boolean same = unit.isEmpty() || unit.equals(highUnit);
      if (same && QuantityUnits.isUnit(highUnit)) {
        boolean shared = low.factor() == null && unit.isEmpty() && high.factor() != null;
        BigDecimal first = shared ? new Digits(low.bare(), high.factor(), 0).value() : low.value();
        boolean rises = first.compareTo(high.value()) < 0;
        return rises ? close(from, highEnd, first, high.value(), highUnit) : null;
      }
    }
    boolean calendarYear = unit.equals("年") && unitEnd - from > 3;
    return QuantityUnits.isUnit(unit) && !calendarYear
        ? close(from, unitEnd, low.value(), null, unit)
        : null;
  }

  /** 百分之七十, 百分之70. */
  private @Nullable Quantity spoken(int from) {
    int digits = from + 3;
    int end = digitsEnd(digits);
    String unit = text.charAt(from) == '百' ? "%" : "‰";
    if (end > digits) {
      return close(from, end, new BigDecimal(text.substring(digits, end)), null, unit);
    }
    int spoken = numeralEnd(digits);
    OptionalInt value = ChineseNumeral.parse(text.substring(digits, spoken));
    return value.isPresent()
        ? close(from, spoken, BigDecimal.valueOf(value.getAsInt()), null, unit)
        : null;
  }

  /** 五所, 三万亩: a number in words counts only where it cannot be a manner of speaking. */
  private @Nullable Quantity few(int from) {
    int end = numeralEnd(from);
    OptionalInt value = ChineseNumeral.parse(text.substring(from, end));
    if (value.isEmpty() || value.getAsInt() < 3) {
      return null;
    }
    Digits number = factor(BigDecimal.valueOf(value.getAsInt()), end);
    int unitEnd = unitEnd(number.end());
    String unit = text.substring(number.end(), unitEnd);
    return QuantityUnits.FEW.contains(unit)
        ? close(from, unitEnd, number.value(), null, unit)
        : null;
  }

  private Quantity close(
      int from, int unitEnd, BigDecimal value, @Nullable BigDecimal high, String unit) {
    int to = unitEnd;
    Bound bound = Bound.NONE;
    boolean more = "余多".indexOf(text.charAt(unitEnd - unit.length() - 1)) >= 0;
    for (String word : List.of("及以上", "以上", "及以下", "以下", "以内", "之内", "左右", "上下")) {
      if (bound == Bound.NONE && text.startsWith(word, unitEnd)) {
        to = unitEnd + word.length();
        bound =
            word.endsWith("以上") ? Bound.ABOVE : "左右上下".contains(word) ? Bound.ABOUT : Bound.BELOW;
      }
    }
    return new Quantity(
        from,
        unitEnd,
        to,
        plain(value),
        high == null ? null : plain(high),
        unit,
        more && bound == Bound.NONE ? Bound.ABOVE : bound);
  }

  /** 45000, not 45000.0 and not 4.5E+4. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private Digits digits(int from) {
    int end = digitsEnd(from);
    return factor(new BigDecimal(text.substring(from, end).replace(",", "")), end);
  }

  /** 万, 亿, 千万, 余: what multiplies the digits before it. */
  private Digits factor(BigDecimal digits, int from) {
    BigDecimal factor = BigDecimal.ONE;
    int end = from;
    while (end < Math.min(text.length(), from + 3) && "十百千万亿".indexOf(text.charAt(end)) >= 0) {
      // 2千米, 3百货: 千 belongs to the unit when the rest is one.
      if (QuantityUnits.isUnit(text.substring(end, unitEnd(end)))) {
        break;
      }
      factor = factor.multiply(BigDecimal.TEN.pow(POWERS.indexOf(text.charAt(end)) + 1));
      end++;
    }
    int rest = end;
    if (rest < text.length() && "余多".indexOf(text.charAt(rest)) >= 0) {
      rest++;
    }
    return new Digits(digits, end == from ? null : factor, rest);
  }

  private int digitsEnd(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean point =
          end > from && end + 1 < text.length() && isDigit(text.charAt(end + 1)) && isPoint(c, end);
      if (!isDigit(c) && !point) {
        break;
      }
      end++;
    }
    return end;
  }

  /** 1,200 and 4.5, but not 8.20.1. */
  private boolean isPoint(char c, int at) {
    if (c == ',') {
      return at + 3 < text.length() && isDigit(text.charAt(at + 2)) && isDigit(text.charAt(at + 3));
    }
    int before = at - 1;
    while (before >= 0 && isDigit(text.charAt(before)) && at - before < 15) {
      before--;
    }
    return c == '.' && (before < 0 || text.charAt(before) != '.');
  }

  private int numeralEnd(int from) {
    int end = from;
    while (end < text.length() && ChineseNumeral.isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The end of the longest unit that begins here, with what it is counted per: 万元/亩. */
  private int unitEnd(int from) {
    int end = from;
    for (int to = Math.min(text.length(), from + LONGEST_UNIT); to > from; to--) {
      if (QuantityUnits.isUnit(text.substring(from, to))) {
        end = to;
        break;
      }
    }
    boolean per = end > from && end < text.length() && text.charAt(end) == '/';
    if (!per) {
      return end;
    }
    for (int to = Math.min(text.length(), end + 1 + LONGEST_UNIT); to > end + 1; to--) {
      String below = text.substring(end + 1, to);
      if (QuantityUnits.isUnit(below)
          || below.equals("千人")
          || below.equals("万人")
          || below.equals("万元")) {
        return to;
      }
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
