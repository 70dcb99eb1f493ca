package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the source that holds words, without its markup. A line of a web page may hold
 * several, one for each block.
 *
 * @param number line number, counted from 1
 * @param column column of the first character of {@code text}, counted from 1
 * @param text the words: no markup, no blanks at the ends
 * @param cuts where markup was taken out of {@code text}
 * @param heading whether the line was marked with {@code #}
 * @param indented whether the line began with blanks, as a printed paragraph does
 * @param opensPage whether a form feed stands before it
 */
record SourceLine(
    int number,
    int column,
    String text,
    Cuts cuts,
    boolean heading,
    boolean indented,
    boolean opensPage) {

  /** Splits a text into its lines that hold words; a byte order mark is not a word. */
  static List<SourceLine> split(String text) {
    List<SourceLine> lines = new ArrayList<>();
    int number = 1;
    boolean opensPage = false;
    int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !endsLine(text.charAt(end))) {
        end++;
      }
      int before = lines.size();
      Markup.read(number, opensPage, text.substring(start, end), lines);
      boolean feed = end < text.length() && text.charAt(end) == '\f';
      opensPage = feed || (opensPage && lines.size() == before);
      boolean pair =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      // A form feed ends a page, not a line as editors count them.
      number += feed ? 0 : 1;
      start = end + (pair ? 2 : 1);
    }
    return lines;
  }

  /**
   * Whether a page ended between the line above and this one: blank lines or page furniture stood
   * there, or a form feed.
   */
  boolean followsPageEnd(SourceLine above) {
    return opensPage || number > above.number + 1;
  }

  /** The column in the source of a character of {@code text}. */
  int columnAt(int offset) {
    return column + offset + cuts.before(offset);
  }

  /** The words without any blank and with plain digits: 目 录 is 目录. */
  String compact() {
    return Words.plainDigits(Words.compact(text));
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }
}
