package org.zhengling.engine.gazette;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ChineseNumeral;
import org.zhengling.engine.law.ClausePath.Kind;

/**
 * The number that opens a clause: 一、, （一）, 1., （1）, 第一条, 第一条之一, 第一阶段：.
 *
 * @param base the number of the article that an inserted one follows; 0 for every other kind
 * @param end offset of the first word after it
 */
record Marker(Kind kind, int base, int number, int end) {
  private static final int LONGEST_NUMERAL = 7;
  private static final int LARGEST_NUMBER = 999;
  private static final String NEVER_AFTER_ARTICLE = "第和、，。；的或至中款项以之所及规与等";

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
    if (first >= '⑴' && first <= '㈩') {
      return enclosed(text, offset);
    }
    return ChineseNumeral.isPart(first) ? item(text, offset) : null;
  }

  /**
   * The marker of a line whose words follow without a blank, 第一条为了…: it may as well be a citation
   * that begins a line, so that the number has to be the expected one. Null when there is none.
   */
  static @Nullable Marker glued(String text) {
    if (text.isEmpty() || text.charAt(0) != '第') {
      return null;
    }
    int to = numeralEnd(text, 1);
    OptionalInt value = ChineseNumeral.parse(text.substring(1, to));
    if (value.isEmpty() || to + 1 >= text.length()) {
      return null;
    }
    Kind kind = ordinalKind(text, to);
    boolean words = NEVER_AFTER_ARTICLE.indexOf(text.charAt(to + 1)) < 0;
    boolean division =
        kind != null && kind != Kind.ARTICLE && text.length() <= 40 && text.indexOf('。') < 0;
    return kind != null && words && (kind == Kind.ARTICLE || division)
        ? marker(kind, value.getAsInt(), text, to + ordinalLength(kind))
        : null;
  }

  private static @Nullable Marker ordinal(String text, int from) {
    int to = numeralEnd(text, from);
    int digits = digitsEnd(text, from);
    OptionalInt value =
        digits > from && digits - from <= 3
            ? OptionalInt.of(Integer.parseInt(text.substring(from, digits)))
            : ChineseNumeral.parse(text.substring(from, to));
    to = Math.max(to, digits);
    if (value.isEmpty() || value.getAsInt() < 1 || to >= text.length()) {
      return null;
    }
    if (text.startsWith("阶段", to)) {
      boolean titled = to + 2 < text.length() && "：:（(　 ".indexOf(text.charAt(to + 2)) >= 0;
      return titled ? marker(Kind.STAGE, value.getAsInt(), text, to + 2) : null;
    }
    Kind kind = ordinalKind(text, to);
    if (kind == null) {
      return null;
    }
    int end = to + ordinalLength(kind);
    if (kind == Kind.ARTICLE && text.startsWith("之", end)) {
      int last = numeralEnd(text, end + 1);
      OptionalInt inserted = ChineseNumeral.parse(text.substring(end + 1, last));
      return inserted.isPresent() && standsAlone(text, last)
          ? new Marker(
              Kind.INSERTED_ARTICLE, value.getAsInt(), inserted.getAsInt(), wordsFrom(text, last))
          : null;
    }
    return standsAlone(text, end) ? marker(kind, value.getAsInt(), text, end) : null;
  }

  private static @Nullable Kind ordinalKind(String text, int at) {
    if (text.startsWith("分编", at)) {
      return Kind.SUBPART;
    }
    return switch (text.charAt(at)) {
      case '篇' -> Kind.VOLUME;
      case '编' -> Kind.PART;
      case '章' -> Kind.CHAPTER;
      case '节' -> Kind.SECTION;
      case '条' -> Kind.ARTICLE;
      default -> null;
    };
  }

  private static int ordinalLength(Kind kind) {
    return kind == Kind.SUBPART ? 2 : 1;
  }

  /** A blank, the end, or the bracket of a heading: 第三条（适用范围）, but not 第三条（一）项. */
  private static boolean standsAlone(String text, int end) {
    if (end >= text.length() || Words.isBlank(text.charAt(end))) {
      return true;
    }
    char next = text.charAt(end);
    if (next == '【' || next == '：' || next == ':') {
      return true;
    }
    if (!Words.opens(next) || end + 1 >= text.length()) {
      return false;
    }
    char inside = text.charAt(end + 1);
    return !ChineseNumeral.isPart(inside) && !isDigit(inside);
  }

  private static @Nullable Marker bracketed(String text, int start) {
    int from = skipBlanks(text, start);
    int numeral = numeralEnd(text, from);
    int digits = digitsEnd(text, from);
    int to = skipBlanks(text, Math.max(numeral, digits));
    if (to >= text.length() || to == from || !Words.closes(text.charAt(to))) {
      return null;
    }
    if (digits > from) {
      int value = Integer.parseInt(text.substring(from, digits));
      return positive(value) ? marker(Kind.BRACKETED_NUMBER, value, text, to + 1) : null;
    }
    OptionalInt value = ChineseNumeral.parse(text.substring(from, numeral));
    return value.isPresent() ? marker(Kind.BRACKETED, value.getAsInt(), text, to + 1) : null;
  }

  /** ㈠, ⑴ and ⒈, which some typewriters print in one character. */
  private static @Nullable Marker enclosed(String text, int offset) {
    char c = text.charAt(offset);
    if (c >= '㈠') {
      return marker(Kind.BRACKETED, c - '㈠' + 1, text, offset + 1);
    }
    if (c <= '⒇') {
      return marker(Kind.BRACKETED_NUMBER, c - '⑴' + 1, text, offset + 1);
    }
    return c >= '⒈' && c <= '⒛' ? marker(Kind.NUMBER, c - '⒈' + 1, text, offset + 1) : null;
  }

  private static @Nullable Marker number(String text, int from) {
    int to = digitsEnd(text, from);
    boolean half =
        from == 0 && to < text.length() && Words.closes(text.charAt(to)) && to - from < 3;
    if (half) {
      int halved = Integer.parseInt(text.substring(from, to));
      return positive(halved) ? marker(Kind.BRACKETED_NUMBER, halved, text, to + 1) : null;
    }
    boolean pointed = to < text.length() && ".．、".indexOf(text.charAt(to)) >= 0;
    boolean decimal = to + 1 < text.length() && isDigit(text.charAt(to + 1));
    if (to - from > 3 || !pointed || decimal) {
      return null;
    }
    int value = Integer.parseInt(text.substring(from, to));
    return positive(value) ? marker(Kind.NUMBER, value, text, to + 1) : null;
  }

  private static @Nullable Marker item(String text, int from) {
    int numeral = numeralEnd(text, from);
    int to = from == 0 ? skipBlanks(text, numeral) : numeral;
    boolean pointed = to < text.length() && "、．.".indexOf(text.charAt(to)) >= 0;
    OptionalInt value = ChineseNumeral.parse(text.substring(from, numeral));
    return pointed && value.isPresent() && positive(value.getAsInt())
        ? marker(Kind.ITEM, value.getAsInt(), text, to + 1)
        : null;
  }

  private static Marker marker(Kind kind, int number, String text, int end) {
    int words = wordsFrom(text, end);
    while (kind == Kind.STAGE && words < text.length() && isStop(text.charAt(words), "：:")) {
      words = wordsFrom(text, words + 1);
    }
    boolean bracketed = kind == Kind.BRACKETED || kind == Kind.BRACKETED_NUMBER;
    if (bracketed && words < text.length() && isStop(text.charAt(words), "、.．")) {
      words = wordsFrom(text, words + 1);
    }
    return new Marker(kind, 0, number, words);
  }

  private static boolean isStop(char c, String stops) {
    return stops.indexOf(c) >= 0;
  }

  private static int wordsFrom(String text, int end) {
    return skipBlanks(text, end);
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
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Words.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
