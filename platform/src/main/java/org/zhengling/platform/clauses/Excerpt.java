package org.zhengling.platform.clauses;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Text cut at the words somebody looked for, so that a page can mark them. Words are compared as
 * the search does: width, brackets, quotation marks, dashes and capital letters make no difference.
 */
public final class Excerpt {
  private static final String VARIANTS = "〔〕【】〖〗[]“”„—–―─";
  private static final String PLAIN = "()()()()\"\"\"----";
  private static final int BEFORE = 30;
  private static final String LEFT_OUT = "……";

  private final String text;
  private final StringBuilder plain = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();

  private Excerpt(String text) {
    this.text = text;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String folded = fold(text.codePointAt(at));
      boolean secondBlank =
          folded.equals(" ") && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ';
      if (!secondBlank) {
        plain.append(folded);
        for (int i = 0; i < folded.length(); i++) {
          places.add(at);
        }
      }
    }
  }

  /** A stretch of text; {@code found} when it is one of the words. */
  public record Piece(boolean found, String text) {}

  /** The whole text; joined, the pieces are the text. */
  public static List<Piece> whole(String text, List<String> terms) {
    return pieces(text, found(text, terms), 0, text.length());
  }

  /** So many characters around the first word; what is left out is shown by dots. */
  public static List<Piece> around(String text, List<String> terms, int length) {
    boolean[] found = found(text, terms);
    int first = 0;
    while (first < found.length && !found[first]) {
      first++;
    }
    int from = first == found.length || first <= BEFORE ? 0 : whole(text, first - BEFORE);
    int to = whole(text, Math.min(text.length(), from + length));
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece(false, LEFT_OUT));
    }
    pieces.addAll(pieces(text, found, from, to));
    if (to < text.length()) {
      pieces.add(new Piece(false, LEFT_OUT));
    }
    return pieces;
  }

  /** Not between the two halves of a character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /** How the search writes a text. */
  static String plain(String text) {
    return new Excerpt(text).plain.toString();
  }

  private static String fold(int codePoint) {
    String normal = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder();
    normal
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(one -> {
          int variant = VARIANTS.indexOf(one);
          if (Character.isWhitespace(one) || Character.isSpaceChar(one)) {
            folded.append(' ');
          } else if (variant >= 0) {
            folded.append(PLAIN.charAt(variant));
          } else {
            folded.appendCodePoint(one);
          }
        });
    return folded.toString();
  }

  private static boolean[] found(String text, List<String> terms) {
    Excerpt whole = new Excerpt(text);
    boolean[] found = new boolean[text.length()];
    for (String term : terms) {
      String word = plain(term);
      int at = whole.plain.indexOf(word);
      while (at >= 0) {
        int from = whole.places.get(at);
        int to = whole.end(at + word.length());
        Arrays.fill(found, from, to, true);
        at = whole.plain.indexOf(word, at + word.length());
      }
    }
    return found;
  }

  /** Where the character ends of which the plain one before this place comes. */
  private int end(int plainPlace) {
    int last = places.get(plainPlace - 1);
    return last + Character.charCount(text.codePointAt(last));
  }

  private static List<Piece> pieces(String text, boolean[] found, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int begin = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || found[i] != found[begin]) {
        pieces.add(new Piece(found[begin], text.substring(begin, i)));
        begin = i;
      }
    }
    return pieces;
  }
}
