package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;

/**
 * Words joined from several source lines that still know where each of them stood. Paragraphs are
 * separated by one line feed.
 */
final class Passage {
  private final String text;
  private final List<Piece> pieces;

  private Passage(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /** From {@code offset} of the passage on, the words of a line from {@code inLine} on. */
  private record Piece(int offset, SourceLine line, int inLine) {}

  static Passage of(SourceLine line) {
    return new Passage(line.text(), List.of(new Piece(0, line, 0)));
  }

  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether its first line was marked as a heading. */
  boolean startsAsHeading() {
    return pieces.getFirst().line().heading() && pieces.getFirst().inLine() == 0;
  }

  /** How many source lines were joined. */
  int lines() {
    return pieces.size();
  }

  /** The offsets where a sentence goes on that the end of a printed page broke. */
  List<Integer> pageEnds() {
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean within = piece.offset() > 0 && text.charAt(piece.offset() - 1) != '\n';
      if (within && piece.line().followsPageEnd(pieces.get(i - 1).line())) {
        ends.add(piece.offset());
      }
    }
    return ends;
  }

  Place place() {
    return place(0, text.length());
  }

  /** The place of the characters from {@code from} up to {@code to}, exclusive. */
  Place place(int from, int to) {
    Piece first = pieceAt(from);
    Piece last = pieceAt(Math.max(from, to - 1));
    return new Place(
        first.line().number(),
        first.line().columnAt(first.inLine() + from - first.offset()),
        last.line().number());
  }

  /** The part from {@code from} to {@code to}, exclusive, without blanks at its ends. */
  Passage slice(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isGap(text.charAt(start))) {
      start++;
    }
    while (end > start && isGap(text.charAt(end - 1))) {
      end--;
    }
    List<Piece> kept = new ArrayList<>();
    int index = Math.min(indexAt(start), pieces.size() - 1);
    Piece head = pieces.get(index);
    kept.add(new Piece(0, head.line(), head.inLine() + start - head.offset()));
    for (int i = index + 1; i < pieces.size() && pieces.get(i).offset() < end; i++) {
      Piece piece = pieces.get(i);
      kept.add(new Piece(piece.offset() - start, piece.line(), piece.inLine()));
    }
    return new Passage(text.substring(start, end), kept);
  }

  private static boolean isGap(char c) {
    return Words.isBlank(c) || c == '\n';
  }

  private Piece pieceAt(int offset) {
    return pieces.get(indexAt(offset));
  }

  private int indexAt(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Collects lines and passages into one. */
  static final class Joiner {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** Goes on in mid-sentence. */
    Joiner run(SourceLine line) {
      return run(of(line));
    }

    /** Goes on in mid-sentence. */
    Joiner run(Passage next) {
      if (!text.isEmpty()
          && !next.isEmpty()
          && Words.needBlank(text.charAt(text.length() - 1), next.text.charAt(0))) {
        text.append(' ');
      }
      for (Piece piece : next.pieces) {
        pieces.add(new Piece(text.length() + piece.offset(), piece.line(), piece.inLine()));
      }
      text.append(next.text);
      return this;
    }

    /** Begins a new paragraph. */
    Joiner paragraph(Passage next) {
      if (!text.isEmpty() && !next.isEmpty()) {
        text.append('\n');
      }
      return run(next);
    }

    boolean isEmpty() {
      return pieces.isEmpty();
    }

    Passage join() {
      if (pieces.isEmpty()) {
        throw new IllegalStateException("Nothing to join. Maybe a section without lines was read");
      }
      return new Passage(text.toString(), List.copyOf(pieces));
    }
  }
}
