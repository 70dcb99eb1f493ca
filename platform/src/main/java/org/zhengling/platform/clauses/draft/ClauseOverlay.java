package org.zhengling.platform.clauses.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.law.ClausePath;

/**
 * The clauses of a document with the decisions on them. A clause that moves takes along what stands
 * below it; one that is none is joined to the clause before it; no word is lost.
 */
final class ClauseOverlay {
  private static final ClausePath BODY = ClausePath.of(ClausePath.Kind.BODY, 0);

  private final ItemKey document;
  private final Decisions decisions;
  private final List<Item<Clause>> items = new ArrayList<>();
  private final Map<ClausePath, ClausePath> now = new HashMap<>();

  ClauseOverlay(
      List<Clause> read,
      ItemKey document,
      Decisions decisions,
      List<Item<Gazette.Unplaced>> unplaced) {
    this.document = document;
    this.decisions = decisions;
    read.forEach(this::add);
    unplaced.forEach(this::take);
  }

  List<Item<Clause>> items() {
    return List.copyOf(items);
  }

  /** Where a clause of the reading stands now. */
  ClausePath now(ClausePath read) {
    return now.getOrDefault(read, read);
  }

  /** A path as a person gave it; the words before the first clause where there is none. */
  ClausePath placed(String path) {
    return path.isEmpty() ? BODY : ClausePath.parse(path);
  }

  /** Where the clause of a path stands in the source; the document's first line where it is new. */
  Optional<Place> place(ClausePath path) {
    return find(path).map(index -> items.get(index).place());
  }

  private void add(Clause clause) {
    ItemKey key = decisions.at(ItemKind.CLAUSE, clause.place());
    Item<Clause> item = decisions.item(key, clause, clause.confidence(), clause.place());
    int before = lastKept();
    if (item.dropped() && before >= 0) {
      now.put(clause.path(), items.get(before).value().path());
      join(before, heading(clause), false);
      items.add(item);
      return;
    }
    ClausePath path = moved(clause.path());
    String heading = clause.heading();
    if (decisions.correction(key) instanceof Correction.Outline outline) {
      path = ClausePath.parse(outline.path());
      heading = outline.heading();
    }
    now.put(clause.path(), path);
    items.add(item.with(clause(clause, path, heading, clause.text(), item.confidence())));
  }

  /** Below a clause that moved, the path begins as that clause's path now does. */
  private ClausePath moved(ClausePath read) {
    Optional<ClausePath> parent = read.parent();
    if (parent.isEmpty() || !now.containsKey(parent.get())) {
      return read;
    }
    ClausePath above = now(parent.get());
    if (above.equals(parent.get())) {
      return read;
    }
    try {
      return above.child(read.segments().getLast());
    } catch (IllegalArgumentException tooShallow) {
      return read;
    }
  }

  private static String heading(Clause clause) {
    return clause.heading().isEmpty() || clause.text().isEmpty()
        ? clause.heading() + clause.text()
        : clause.heading() + "\n" + clause.text();
  }

  private int lastKept() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (!items.get(i).dropped()) {
        return i;
      }
    }
    return -1;
  }

  private void join(int index, String words, boolean first) {
    Item<Clause> item = items.get(index);
    Clause clause = item.value();
    String text =
        clause.text().isEmpty()
            ? words
            : first ? words + "\n" + clause.text() : clause.text() + "\n" + words;
    items.set(
        index,
        item.with(clause(clause, clause.path(), clause.heading(), text, clause.confidence())));
  }

  private static Clause clause(
      Clause like, ClausePath path, String heading, String text, int confidence) {
    return new Clause(
        path, heading, path.level(), text, pageEnds(like, text), confidence, like.place());
  }

  /** Where pages end in a text that holds the words of the clause unchanged; else nowhere. */
  private static List<Integer> pageEnds(Clause like, String text) {
    int moved = text.startsWith(like.text()) ? 0 : text.length() - like.text().length();
    return text.startsWith(like.text(), moved)
        ? like.pageEnds().stream().map(end -> end + moved).toList()
        : List.of();
  }

  /** Puts a line where a person placed it. */
  private void take(Item<Gazette.Unplaced> line) {
    Correction placed = decisions.correction(line.key());
    if (placed instanceof Correction.IntoClause(String to, String path)
        && to.equals(document.id())) {
      find(ClausePath.parse(path))
          .ifPresent(index -> {
            boolean before = line.place().firstLine() < items.get(index).place().firstLine();
            join(index, line.value().text().strip(), before);
          });
    }
    if (placed instanceof Correction.NewClause(String to, String path, String heading)
        && to.equals(document.id())) {
      insert(line, ClausePath.parse(path), heading);
    }
  }

  private Optional<Integer> find(ClausePath path) {
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).dropped() && items.get(i).value().path().equals(path)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void insert(Item<Gazette.Unplaced> line, ClausePath path, String heading) {
    String words = line.value().text().strip();
    String rest = words.startsWith(heading) ? words.substring(heading.length()).strip() : words;
    Clause made = new Clause(path, heading, path.level(), rest, List.of(), 100, line.place());
    int index = 0;
    while (index < items.size()
        && items.get(index).place().firstLine() < line.place().firstLine()) {
      index++;
    }
    ItemKey key = decisions.unique(ItemKind.CLAUSE, line.key().id());
    items.add(index, decisions.item(key, made, 100, line.place()));
  }
}
