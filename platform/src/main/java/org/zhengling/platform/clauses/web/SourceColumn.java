package org.zhengling.platform.clauses.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    for (int line = Math.max(1, first); line <= Math.min(last, lines.size()); line++) {
      String text = lines.get(line - 1);
      if (!text.isBlank()) {
        boolean here = line >= place.firstLine() && line <= lastShown();
        rows.add(
            new DraftView.SourceRow(
                line, OfficialText.paragraphs(text, marked(line), List.of()).getFirst(), here));
      }
    }
    return rows;
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
