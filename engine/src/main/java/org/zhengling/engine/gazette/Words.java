package org.zhengling.engine.gazette;

/** What single characters of an official text mean to the reader. */
final class Words {
  private static final int LONGEST_BRACKET = 1200;

  private Words() {}

  static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u3000'
        || c == '\u00A0'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u202F'
        || c == '\u000B'
        || c == '\u200B'
        || c == '\uFEFF';
  }

  static boolean opens(char c) {
    return c == '（' || c == '(';
  }

  static boolean closes(char c) {
    return c == '）' || c == ')';
  }

  /** Whether a sentence or an introduction ends here. */
  static boolean ends(char c) {
    return "。！？!?：:；;".indexOf(c) >= 0;
  }

  static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static boolean isLatin(char c) {
    return c < '\u0080' && Character.isLetterOrDigit(c);
  }

  /** Whether two characters that met at a line's end need a blank between them. */
  static boolean needBlank(char before, char after) {
    return isLatin(before)
        && isLatin(after)
        && !(Character.isDigit(before) && Character.isDigit(after));
  }

  /** Half-width commas and semicolons between Chinese words in full width; offsets stay. */
  static String fullWidth(String text) {
    StringBuilder words = new StringBuilder(text);
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      boolean chinese = isHan(before) || closes(before) || before == '”';
      if (chinese && text.charAt(i) == ',') {
        words.setCharAt(i, '，');
      } else if (chinese && text.charAt(i) == ';') {
        words.setCharAt(i, '；');
      }
    }
    return words.toString();
  }

  /** Full-width digits as plain ones; offsets stay. */
  static String plainDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '０' && text.charAt(i) <= '９') {
        StringBuilder plain = new StringBuilder(text);
        for (int at = i; at < text.length(); at++) {
          char c = text.charAt(at);
          plain.setCharAt(at, c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
        }
        return plain.toString();
      }
    }
    return text;
  }

  static String compact(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c) && c != '\n') {
        words.append(c);
      }
    }
    return words.toString();
  }

  /** Removes blanks except those that separate two Latin words. */
  static String tidy(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c) || c == '\n') {
        gap = true;
        continue;
      }
      if (gap && !words.isEmpty() && isLatin(words.charAt(words.length() - 1)) && isLatin(c)) {
        words.append(' ');
      }
      gap = false;
      words.append(c);
    }
    return words.toString();
  }

  /**
   * The offset of the bracket that closes the one at {@code open}, or -1 when it is not near;
   * brackets may mix widths.
   */
  static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + LONGEST_BRACKET); i++) {
      if (opens(text.charAt(i))) {
        depth++;
      } else if (closes(text.charAt(i)) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How many brackets stay open at the end of the text, counted from {@code open} open ones. */
  static int openBrackets(String text, int open) {
    int depth = open;
    for (int i = 0; i < text.length(); i++) {
      if (opens(text.charAt(i))) {
        depth++;
      } else if (closes(text.charAt(i)) && depth > 0) {
        depth--;
      }
    }
    return depth;
  }
}
