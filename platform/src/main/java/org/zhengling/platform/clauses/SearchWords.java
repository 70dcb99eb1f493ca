package org.zhengling.platform.clauses;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed, taken apart: words are separated by blanks, a phrase stands in quotation
 * marks and keeps its blanks.
 *
 * @param terms what can be looked for, each of two characters or more; all must be found
 * @param tooShort single characters, which are not looked for
 */
public record SearchWords(List<String> terms, List<String> tooShort) {
  private static final int SHORTEST = 2;
  private static final int MOST = 8;
  private static final String OPENING = "\"“「『＂";
  private static final String CLOSING = "\"”」』＂";

  public SearchWords {
    terms = List.copyOf(terms);
    tooShort = List.copyOf(tooShort);
  }

  /** Reads a line; a quotation mark that is never closed separates words like a blank. */
  public static SearchWords parse(String line) {
    List<String> terms = new ArrayList<>();
    List<String> tooShort = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      String term = line.substring(at, end).strip();
      boolean known = terms.contains(term) || tooShort.contains(term);
      if (!term.isEmpty() && !known && terms.size() < MOST) {
        boolean looked = term.codePointCount(0, term.length()) >= SHORTEST;
        (looked ? terms : tooShort).add(term);
      }
      at = end + 1;
    }
    return new SearchWords(terms, tooShort);
  }

  /** Where the word that begins here ends: at a blank or, inside a phrase, at its closing mark. */
  private static int end(String line, int at) {
    if (at > 0 && OPENING.indexOf(line.charAt(at - 1)) >= 0) {
      for (int i = at; i < line.length(); i++) {
        if (CLOSING.indexOf(line.charAt(i)) >= 0) {
          return i;
        }
      }
    }
    int end = at;
    while (end < line.length() && !separates(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean separates(char one) {
    return Character.isWhitespace(one)
        || Character.isSpaceChar(one)
        || OPENING.indexOf(one) >= 0
        || CLOSING.indexOf(one) >= 0;
  }
}
