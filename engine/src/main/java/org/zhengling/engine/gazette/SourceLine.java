package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the source that holds words, without its markup.
 *
 * @param number line number, counted from 1
 * @param column column of the first character of {@code text}, counted from 1
 * @param text the words: no leading {@code #}, no {@code **}, no blanks at the ends
 * @param cuts offsets in {@code text} before which two characters of markup were taken out
 * @param heading whether the line was marked with {@code #}
 * @param indented whether the line began with blanks, as a printed paragraph does
 */
record SourceLine(
    int number, int column, String text, List<Integer> cuts, boolean heading, boolean indented) {

  /** Splits a text into its lines that hold words; a byte order mark is not a word. */
  static List<SourceLine> split(String text) {
    List<SourceLine> lines = new ArrayList<>();
    int number = 1;
    int start = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !endsLine(text.charAt(end))) {
        end++;
      }
      SourceLine line = read(number, text.substring(start, end));
      if (!line.text().isEmpty()) {
        lines.add(line);
      }
      boolean pair =
          end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      // A form feed ends a page, not a line as editors count them.
      number += end < text.length() && text.charAt(end) == '\f' ? 0 : 1;
      start = end + (pair ? 2 : 1);
    }
    return lines;
  }

  /** The column in the source of a character of {@code text}. */
  int columnAt(int offset) {
    int removed = 0;
    for (int cut : cuts) {
      removed += cut <= offset ? 2 : 0;
    }
    return column + offset + removed;
  }

  /** The words without any blank: 目 录 is 目录. */
  String compact() {
    return Words.compact(text);
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }

  private static SourceLine read(int number, String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && Words.isBlank(raw.charAt(from))) {
      from++;
    }
    boolean indented = from > 0;
    int hashes = from;
    while (hashes < to && raw.charAt(hashes) == '#') {
      hashes++;
    }
    boolean heading = hashes > from;
    from = hashes;
    while (from < to && Words.isBlank(raw.charAt(from))) {
      from++;
    }
    while (to > from && Words.isBlank(raw.charAt(to - 1))) {
      to--;
    }
    List<Integer> cuts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (raw.startsWith("**", i)) {
        cuts.add(text.length());
        i++;
      } else {
        text.append(raw.charAt(i));
      }
    }
    return new SourceLine(
        number, from + 1, text.toString().strip(), List.copyOf(cuts), heading, indented);
  }
}
