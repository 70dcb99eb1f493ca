package org.zhengling.platform.clauses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Official text cut into pieces, so that a page can underline units, deadlines and figures and set
 * its own marks between the words without touching one of them.
 */
public final class OfficialText {
  /** 4.5万人, 70%, 3至5所; a year or a day is none. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d[\\d.]*(?:[—至~～-]\\d[\\d.]*)?(?:[万亿]|[%％]|[^\\s\\d年月日，。；、])[个]?");

  private final String body;
  private final List<Insert> inserts;

  /** For each character the number of the mark that covers it; 0 where there is none. */
  private final int[] covered;

  private final List<Kind> kinds = new ArrayList<>(List.of(Kind.PLAIN));

  private OfficialText(String body, List<Insert> inserts) {
    this.body = body;
    this.inserts = inserts.stream().sorted(Comparator.comparingInt(Insert::at)).toList();
    this.covered = new int[body.length()];
  }

  /** How a piece is drawn. */
  public enum Kind {
    PLAIN,
    UNIT,
    DEADLINE,
    FIGURE,
    /** Another document that is pointed to. */
    CITED,
    /** ↩: two pages were joined here. No part of the text. */
    JOIN,
    /** ①: the restatement beside it. No part of the text. */
    RESTATED
  }

  public record Piece(Kind kind, String text) {}

  /**
   * A mark of the page between two characters.
   *
   * @param at how many characters of the text stand before it
   */
  public record Insert(int at, Kind kind, String text) {}

  /**
   * The words that are marked wherever they stand.
   *
   * @param figures the words that figures were read from; only their numbers are marked
   */
  public record Marked(
      List<String> units, List<String> deadlines, List<String> figures, List<String> cited) {
    public static final Marked NOTHING = new Marked(List.of(), List.of(), List.of(), List.of());

    public Marked {
      units = List.copyOf(units);
      deadlines = List.copyOf(deadlines);
      figures = List.copyOf(figures);
      cited = List.copyOf(cited);
    }

    /** What is marked in either. */
    public Marked and(Marked other) {
      return new Marked(
          both(units, other.units),
          both(deadlines, other.deadlines),
          both(figures, other.figures),
          both(cited, other.cited));
    }

    private static List<String> both(List<String> one, List<String> other) {
      return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The longest first: 市自然资源和规划局 before a name inside it. */
    private List<Piece> wanted() {
      return Stream.of(
              units.stream().map(one -> new Piece(Kind.UNIT, one)),
              deadlines.stream().map(one -> new Piece(Kind.DEADLINE, one)),
              figures.stream()
                  .flatMap(words -> NUMBER.matcher(words).results())
                  .map(number -> new Piece(Kind.FIGURE, number.group())),
              cited.stream().map(one -> new Piece(Kind.CITED, one)))
          .flatMap(pieces -> pieces)
          .filter(one -> !one.text().isBlank())
          .distinct()
          .sorted(Comparator.comparingInt((Piece one) -> one.text().length()).reversed())
          .toList();
    }
  }

  /**
   * One list of pieces for each paragraph; joined, the pieces that are part of the text are the
   * text. A mark that an insert falls into is drawn on both sides of it.
   */
  public static List<List<Piece>> paragraphs(String body, Marked marked, List<Insert> inserts) {
    OfficialText text = new OfficialText(body, inserts);
    text.cover(marked.wanted());
    List<List<Piece>> paragraphs = new ArrayList<>();
    int begin = 0;
    while (begin <= body.length()) {
      int feed = body.indexOf('\n', begin);
      int end = feed < 0 ? body.length() : feed;
      if (!body.substring(begin, end).isBlank()) {
        paragraphs.add(text.pieces(begin, end));
      }
      begin = end + 1;
    }
    return List.copyOf(paragraphs);
  }

  private void cover(List<Piece> wanted) {
    int at = 0;
    while (at < body.length()) {
      Piece mark = markAt(at, wanted);
      if (mark == null) {
        at++;
        continue;
      }
      kinds.add(mark.kind());
      int end = at + mark.text().length();
      while (at < end) {
        covered[at] = kinds.size() - 1;
        at++;
      }
    }
  }

  private @Nullable Piece markAt(int at, List<Piece> wanted) {
    for (Piece mark : wanted) {
      if (body.startsWith(mark.text(), at)) {
        return mark;
      }
    }
    return null;
  }

  private List<Piece> pieces(int begin, int end) {
    List<Piece> pieces = new ArrayList<>();
    int from = begin;
    for (int at = begin; at <= end; at++) {
      List<Insert> here = insertsAt(at);
      boolean other = at > from && (at == end || covered[at] != covered[from]);
      if (at > from && (other || !here.isEmpty())) {
        pieces.add(new Piece(kinds.get(covered[from]), body.substring(from, at)));
        from = at;
      }
      here.forEach(one -> pieces.add(new Piece(one.kind(), one.text())));
    }
    return List.copyOf(pieces);
  }

  private List<Insert> insertsAt(int at) {
    return inserts.stream().filter(one -> one.at() == at).toList();
  }
}
