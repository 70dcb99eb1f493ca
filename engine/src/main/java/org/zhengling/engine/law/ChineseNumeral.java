package org.zhengling.engine.law;

import java.util.OptionalInt;

/** Whole numbers from 1 to 9999 as clauses are numbered: 一, 十, 二十六, 一百零三. */
public final class ChineseNumeral {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String UNITS = "十百千";
  private static final int LARGEST = 9999;

  private ChineseNumeral() {}

  /** The number, or empty when the text is not exactly such a numeral. */
  public static OptionalInt parse(CharSequence text) {
    if (text.isEmpty() || text.length() > 8) {
      return OptionalInt.empty();
    }
    int sum = 0;
    int digit = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int unit = UNITS.indexOf(c);
      if (unit >= 0) {
        sum += (digit == 0 ? 1 : digit) * power(unit + 1);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(c);
        if (digit < 0) {
          return OptionalInt.empty();
        }
      }
    }
    int value = sum + digit;
    boolean exact = value >= 1 && value <= LARGEST && write(value).contentEquals(text);
    return exact ? OptionalInt.of(value) : OptionalInt.empty();
  }

  /** Writes a number from 1 to 9999. */
  public static String write(int number) {
    if (number < 1 || number > LARGEST) {
      throw new IllegalArgumentException("Numerals go from 1 to 9999, not " + number);
    }
    StringBuilder text = new StringBuilder();
    boolean gap = false;
    for (int exponent = 3; exponent >= 0; exponent--) {
      int digit = number / power(exponent) % 10;
      if (digit == 0) {
        gap = !text.isEmpty();
        continue;
      }
      if (gap) {
        text.append('零');
        gap = false;
      }
      boolean bareTen = exponent == 1 && digit == 1 && text.isEmpty();
      if (!bareTen) {
        text.append(DIGITS.charAt(digit));
      }
      if (exponent > 0) {
        text.append(UNITS.charAt(exponent - 1));
      }
    }
    return text.toString();
  }

  /** Whether the character can stand in a numeral. */
  public static boolean isPart(char c) {
    return DIGITS.indexOf(c) >= 0 || UNITS.indexOf(c) >= 0;
  }

  private static int power(int exponent) {
    return switch (exponent) {
      case 0 -> 1;
      case 1 -> 10;
      case 2 -> 100;
      default -> 1000;
    };
  }
}
