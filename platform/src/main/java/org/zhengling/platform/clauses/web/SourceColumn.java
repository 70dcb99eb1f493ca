package org.zhengling.platform.clauses.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.platform.clauses.OfficialText;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Item;

/**
 * The source beside the item in hand: numbered lines, with the words marked from which units,
 * deadlines and figures were read.
 */
final class SourceColumn {
  /** Enough to see where an item stands without reading the whole document. */
  private static final int LINES_AROUND = 6;

  /** A whole document in hand is shown by its beginning. */
  private static final int LINES_OF_AN_ITEM = 60;

  /** So many characters on both sides tell one place of a clause from another. */
  private static final int TELLING = 6;

  private final List<String> lines;
  private final @Nullable DraftDocument document;
  private final @Nullable Item<?> inHand;
  private final Place place;

  SourceColumn(
      Draft draft, @Nullable DraftDocument document, @Nullable Item<?> inHand, Place place) {
    this.lines = draft.lines();
    this.document = document;
    this.inHand = inHand;
    this.place = place;
  }

  /** The lines around the item in hand. */
  List<DraftView.SourceRow> around() {
    return rows(place.firstLine() - LINES_AROUND, lastShown() + LINES_AROUND);
  }

  /** All lines of the document; of the file, where the item belongs to none. */
  List<DraftView.SourceRow> whole() {
    return document == null
        ? rows(1, lines.size())
        : rows(document.head().place().firstLine(), document.head().place().lastLine());
  }

  private List<DraftView.SourceRow> rows(int first, int last) {
    List<DraftView.SourceRow> rows = new ArrayList<>();
    List<Integer> together = new ArrayList<>();
    for (int line = Math.max(1, first); line <= Math.min(last, lines.size()); line++) {
      if (!text(line).isEmpty()) {
        boolean goesOn = !together.isEmpty() && pageEnds(together.getLast(), line);
        if (!goesOn) {
          rows.addAll(rows(together));
          together.clear();
        }
        together.add(line);
      }
    }
    rows.addAll(rows(together));
    return rows;
  }

  private String text(int line) {
    return lines.get(line - 1).strip();
  }

  /** Lines that one sentence runs through are marked as one text: a name may be broken too. */
  private List<DraftView.SourceRow> rows(List<Integer> together) {
    StringBuilder text = new StringBuilder();
    List<OfficialText.Insert> ends = new ArrayList<>();
    OfficialText.Marked marked = OfficialText.Marked.NOTHING;
    for (int line : together) {
      if (!text.isEmpty()) {
        ends.add(new OfficialText.Insert(text.length(), OfficialText.Kind.JOIN, ""));
      }
      text.append(text(line));
      marked = marked.and(marked(line));
    }
    List<List<OfficialText.Piece>> pieces = new ArrayList<>();
    together.forEach(line -> pieces.add(new ArrayList<>()));
    int row = 0;
    for (List<OfficialText.Piece> whole : OfficialText.paragraphs(text.toString(), marked, ends)) {
      for (OfficialText.Piece piece : whole) {
        pieces.get(row).add(piece);
        row += piece.kind() == OfficialText.Kind.JOIN ? 1 : 0;
      }
    }
    List<DraftView.SourceRow> rows = new ArrayList<>();
    for (int line : together) {
      boolean here = line >= place.firstLine() && line <= lastShown();
      rows.add(new DraftView.SourceRow(line, pieces.get(rows.size()), here));
    }
    return rows;
  }

  /** Whether the end of a page between two lines broke a sentence of a clause. */
  private boolean pageEnds(int line, int next) {
    return document != null
        && document.clauses().stream()
            .filter(one -> covers(one.place(), line) && covers(one.place(), next))
            .anyMatch(one -> broken(one.value(), text(line), text(next)));
  }

  private static boolean broken(Clause clause, String line, String next) {
    return clause.pageEnds().stream()
        .anyMatch(end ->
            ends(clause.text().substring(0, end), line)
                && begins(clause.text().substring(end), next));
  }

  private static boolean ends(String words, String line) {
    int length = Math.min(TELLING, Math.min(words.length(), line.length()));
    return line.endsWith(words.substring(words.length() - length));
  }

  private static boolean begins(String words, String line) {
    int length = Math.min(TELLING, Math.min(words.length(), line.length()));
    return line.startsWith(words.substring(0, length));
  }

  private int lastShown() {
    return Math.min(place.lastLine(), place.firstLine() + LINES_OF_AN_ITEM);
  }

  /** What was read from a line, or from the clause that the line is part of. */
  private OfficialText.Marked marked(int line) {
    if (document == null) {
      return OfficialText.Marked.NOTHING;
    }
    List<String> units = new ArrayList<>();
    List<String> deadlines = new ArrayList<>();
    for (OrderedTask task : values(document.tasks(), line, OrderedTask::clause)) {
      units.addAll(task.lead());
      units.addAll(task.responsible());
      deadlines.add(task.deadlineText());
    }
    List<String> figures =
        values(document.indicators(), line, Indicator::clause).stream()
            .map(Indicator::words)
            .toList();
    return new OfficialText.Marked(units, deadlines, figures, cited(line));
  }

  /** The document that the reference in hand points to. */
  private List<String> cited(int line) {
    return inHand != null && inHand.value() instanceof Reference one && covers(place, line)
        ? List.of(one.title(), one.number(), one.target())
        : List.of();
  }

  private <T> List<T> values(List<Item<T>> items, int line, Function<T, ClausePath> clause) {
    return items.stream()
        .filter(one -> covers(one.place(), line) || standsIn(clause.apply(one.value()), line))
        .map(Item::value)
        .toList();
  }

  private boolean standsIn(ClausePath path, int line) {
    return Objects.requireNonNull(document).clauses().stream()
        .anyMatch(one -> one.value().path().equals(path) && covers(one.place(), line));
  }

  private static boolean covers(Place place, int line) {
    return line >= place.firstLine() && line <= place.lastLine();
  }
}
