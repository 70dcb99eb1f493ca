package org.zhengling.engine.gazette;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ChineseNumeral;
import org.zhengling.engine.law.ClausePath.Kind;

/**
 * The number that opens a clause: 一、, （一）, 1., （1）, 第一条, 第一阶段：.
 *
 * @param end offset of the first word after it
 */
record Marker(Kind kind, int number, int end) {
  private static final int LONGEST_NUMERAL = 7;
  private static final int LARGEST_NUMBER = 999;

  /** The marker that begins at the offset, or null when there is none. */
  static @Nullable Marker at(String text, int offset) {
    if (offset >= text.length()) {
      return null;
    }
    char first = text.charAt(offset);
    if (first == '第') {
      return ordinal(text, offset + 1);
    }
    if (Words.opens(first)) {
      return bracketed(text, offset + 1);
    }
    if (isDigit(first)) {
      return number(text, offset);
    }
    return ChineseNumeral.isPart(first) ? item(text, offset) : null;
  }

  private static @Nullable Marker ordinal(String text, int from) {
    int to = numeralEnd(text, from);
    OptionalInt value = ChineseNumeral.parse(text.substring(from, to));
    if (value.isEmpty() || to >= text.length()) {
      return null;
    }
    if (text.startsWith("阶段", to)) {
      boolean titled = to + 2 < text.length() && "：:（(　 ".indexOf(text.charAt(to + 2)) >= 0;
      return titled ? marker(Kind.STAGE, value.getAsInt(), text, to + 2) : null;
    }
    @Nullable Kind kind =
        switch (text.charAt(to)) {
          case '章' -> Kind.CHAPTER;
          case '节' -> Kind.SECTION;
          case '条' -> Kind.ARTICLE;
          default -> null;
        };
    boolean alone = to + 1 == text.length() || Words.isBlank(text.charAt(to + 1));
    return kind != null && alone ? marker(kind, value.getAsInt(), text, to + 1) : null;
  }

  private static @Nullable Marker bracketed(String text, int start) {
    int from = skipBlanks(text, start);
    int numeral = numeralEnd(text, from);
    int digits = digitsEnd(text, from);
    int to = skipBlanks(text, Math.max(numeral, digits));
    if (to >= text.length() || !Words.closes(text.charAt(to))) {
      return null;
    }
    if (digits > from) {
      int value = Integer.parseInt(text.substring(from, digits));
      return positive(value) ? marker(Kind.BRACKETED_NUMBER, value, text, to + 1) : null;
    }
    OptionalInt value = ChineseNumeral.parse(text.substring(from, numeral));
    return value.isPresent() ? marker(Kind.BRACKETED, value.getAsInt(), text, to + 1) : null;
  }

  private static @Nullable Marker number(String text, int from) {
    int to = digitsEnd(text, from);
    boolean pointed = to < text.length() && ".．、".indexOf(text.charAt(to)) >= 0;
    boolean decimal = to + 1 < text.length() && isDigit(text.charAt(to + 1));
    if (to - from > 3 || !pointed || decimal) {
      return null;
    }
    int value = Integer.parseInt(text.substring(from, to));
    return positive(value) ? marker(Kind.NUMBER, value, text, to + 1) : null;
  }

  private static @Nullable Marker item(String text, int from) {
    int to = numeralEnd(text, from);
    boolean pointed = to < text.length() && "、．.".indexOf(text.charAt(to)) >= 0;
    OptionalInt value = ChineseNumeral.parse(text.substring(from, to));
    return pointed && value.isPresent() && positive(value.getAsInt())
        ? marker(Kind.ITEM, value.getAsInt(), text, to + 1)
        : null;
  }

  private static Marker marker(Kind kind, int number, String text, int end) {
    int words = end;
    while (words < text.length()
        && (Words.isBlank(text.charAt(words))
            || (kind == Kind.STAGE && "：:".indexOf(text.charAt(words)) >= 0))) {
      words++;
    }
    return new Marker(kind, number, words);
  }

  private static boolean positive(int value) {
    return value >= 1 && value <= LARGEST_NUMBER;
  }

  private static int numeralEnd(String text, int from) {
    int to = from;
    while (to < text.length()
        && to - from < LONGEST_NUMERAL
        && ChineseNumeral.isPart(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static int digitsEnd(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < 4 && isDigit(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Words.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
