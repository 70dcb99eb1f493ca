package org.zhengling.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * On which printed page a line of a text stands. The form feeds in the text say it, so that a text
 * that was kept still knows its pages; a text without any has no pages.
 */
public final class PrintedPages {
  /** Line, counted from 1, on which each page after the first begins. */
  private final List<Integer> begins;

  private PrintedPages(List<Integer> begins) {
    this.begins = begins;
  }

  public static PrintedPages of(String text) {
    List<Integer> begins = new ArrayList<>();
    int line = 1;
    boolean words = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\f') {
        begins.add(words ? line + 1 : line);
      } else if (c == '\n' || c == '\r') {
        boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        line += pair ? 0 : 1;
        words = false;
      } else {
        words |= !Character.isWhitespace(c);
      }
    }
    return new PrintedPages(List.copyOf(begins));
  }

  /** The page of a line, both counted from 1; empty when the text has no pages. */
  public OptionalInt at(int line) {
    if (begins.isEmpty()) {
      return OptionalInt.empty();
    }
    int low = 0;
    int high = begins.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (begins.get(middle) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return OptionalInt.of(low + 1);
  }
}
