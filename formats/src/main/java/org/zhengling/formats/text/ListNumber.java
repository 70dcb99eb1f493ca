package org.zhengling.formats.text;

import org.zhengling.engine.law.ChineseNumeral;

/**
 * Writes the numbers that a word processor or a browser puts before the items of a list and does
 * not store in the text. The formats are those of Office Open XML ({@code ST_NumberFormat}).
 */
final class ListNumber {
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final String SMALL = "〇一二三四五六七八九十百千";
  private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private ListNumber() {}

  /** A number in a format; an unknown format is written as decimal, a bullet as nothing. */
  static String write(String format, int number) {
    return switch (format) {
      case "bullet", "none" -> "";
      case "upperRoman" -> roman(number).toUpperCase(java.util.Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "upperLetter" -> letters(number, 'A');
      case "lowerLetter" -> letters(number, 'a');
      case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
      case "decimalFullWidth", "decimalFullWidth2" -> digits(number, "０１２３４５６７８９");
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①', 20);
      case "decimalEnclosedParen" -> enclosed(number, '⑴', 20);
      case "decimalEnclosedFullstop" -> enclosed(number, '⒈', 20);
      case "chineseCounting",
          "chineseCountingThousand",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "japaneseCounting" ->
          chinese(number);
      case "chineseLegalSimplified", "ideographLegalTraditional" -> legal(number);
      case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" ->
          digits(number, SMALL);
      case "ideographTraditional" -> cycle(number, STEMS);
      case "ideographZodiac" -> cycle(number, BRANCHES);
      default -> Integer.toString(number);
    };
  }

  private static String chinese(int number) {
    boolean written = number >= 1 && number <= 9999;
    return written ? ChineseNumeral.write(number) : Integer.toString(number);
  }

  private static String legal(int number) {
    StringBuilder text = new StringBuilder(number >= 10 && number < 20 ? "壹" : "");
    chinese(number)
        .replace('零', '〇')
        .chars()
        .forEach(c -> {
          int at = SMALL.indexOf(c);
          text.append(at < 0 ? (char) c : LEGAL.charAt(at));
        });
    return text.toString();
  }

  private static String digits(int number, String digits) {
    StringBuilder text = new StringBuilder();
    Integer.toString(number)
        .chars()
        .forEach(c -> text.append(c == '-' ? '-' : digits.charAt(c - '0')));
    return text.toString();
  }

  private static String enclosed(int number, char first, int last) {
    boolean there = number >= 1 && number <= last;
    return there ? Character.toString(first + number - 1) : Integer.toString(number);
  }

  private static String cycle(int number, String signs) {
    boolean there = number >= 1 && number <= signs.length();
    return there ? signs.substring(number - 1, number) : Integer.toString(number);
  }

  private static String letters(int number, char first) {
    if (number < 1 || number > 26 * 10) {
      return Integer.toString(number);
    }
    int times = (number - 1) / 26 + 1;
    return Character.toString(first + (number - 1) % 26).repeat(times);
  }

  private static String roman(int number) {
    if (number < 1 || number > 3999) {
      return Integer.toString(number);
    }
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int i = 0; i < WORTH.length; i++) {
      while (rest >= WORTH[i]) {
        text.append(ROMAN[i]);
        rest -= WORTH[i];
      }
    }
    return text.toString();
  }
}
