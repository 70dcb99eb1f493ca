package org.zhengling.platform.clauses.comparison;

import java.util.ArrayList;
import java.util.List;

/** Marks what was taken out of a text and what was put in. */
public final class WordMarks {
  /** Above this product of lengths the comparison goes by sentences: 16 MB of table at most. */
  private static final long MOST_CELLS = 4_000_000;

  /** An agreement shorter than this between two changes is an accident of single characters. */
  private static final int SHORTEST_RUN = 2;

  private WordMarks() {}

  /** What a piece is. */
  public enum Mark {
    SAME,
    REMOVED,
    ADDED
  }

  /** A piece of the two texts. */
  public record Piece(Mark mark, String text) {}

  /**
   * The pieces in order: without the added ones they are the old text, without the removed ones the
   * new.
   */
  public static List<Piece> between(String old, String now) {
    int start = 0;
    int shorter = Math.min(old.length(), now.length());
    while (start < shorter && old.charAt(start) == now.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.charAt(old.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
      end++;
    }
    List<Piece> pieces = new ArrayList<>();
    add(pieces, Mark.SAME, old.substring(0, start));
    middle(
        pieces, old.substring(start, old.length() - end), now.substring(start, now.length() - end));
    add(pieces, Mark.SAME, old.substring(old.length() - end));
    return List.copyOf(pieces);
  }

  private static void middle(List<Piece> pieces, String old, String now) {
    boolean byCharacter = (long) old.length() * now.length() <= MOST_CELLS;
    List<String> before = byCharacter ? characters(old) : sentences(old);
    List<String> after = byCharacter ? characters(now) : sentences(now);
    if ((long) before.size() * after.size() > MOST_CELLS) {
      add(pieces, Mark.REMOVED, old);
      add(pieces, Mark.ADDED, now);
      return;
    }
    List<Piece> fine = new ArrayList<>();
    align(before, after, fine);
    smooth(fine, byCharacter ? SHORTEST_RUN : 1)
        .forEach(one -> add(pieces, one.mark(), one.text()));
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> sentences(String text) {
    return List.of(text.split("(?<=[。；\\n])"));
  }

  private static void align(List<String> before, List<String> after, List<Piece> pieces) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        add(pieces, Mark.SAME, before.get(i));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Mark.REMOVED, before.get(i));
        i++;
      } else {
        add(pieces, Mark.ADDED, after.get(j));
        j++;
      }
    }
  }

  /** Joins changes that only an accident keeps apart: removed first, then added. */
  private static List<Piece> smooth(List<Piece> fine, int shortest) {
    List<Piece> smooth = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (int k = 0; k < fine.size(); k++) {
      Piece piece = fine.get(k);
      boolean inside =
          k > 0
              && k < fine.size() - 1
              && piece.text().codePointCount(0, piece.text().length()) < shortest;
      switch (piece.mark()) {
        case REMOVED -> removed.append(piece.text());
        case ADDED -> added.append(piece.text());
        case SAME -> {
          if (inside) {
            removed.append(piece.text());
            added.append(piece.text());
          } else {
            flush(smooth, removed, added);
            add(smooth, Mark.SAME, piece.text());
          }
        }
      }
    }
    flush(smooth, removed, added);
    return smooth;
  }

  private static void flush(List<Piece> pieces, StringBuilder removed, StringBuilder added) {
    add(pieces, Mark.REMOVED, removed.toString());
    add(pieces, Mark.ADDED, added.toString());
    removed.setLength(0);
    added.setLength(0);
  }

  private static void add(List<Piece> pieces, Mark mark, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!pieces.isEmpty() && pieces.getLast().mark() == mark) {
      Piece last = pieces.removeLast();
      pieces.add(new Piece(mark, last.text() + text));
    } else {
      pieces.add(new Piece(mark, text));
    }
  }
}
