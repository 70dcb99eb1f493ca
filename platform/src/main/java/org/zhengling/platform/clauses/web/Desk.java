package org.zhengling.platform.clauses.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.FigureWords;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;

/**
 * The heaps into which a draft is sorted for checking: lines without a place, each document, the
 * chronicle; in each, doubt lies on top.
 */
final class Desk {
  static final String LINES = "lines";
  static final String CHRONICLE = "chronicle";

  private final List<Heap> heaps;

  /**
   * A heap.
   *
   * @param id lines, chronicle, or the key of a document
   */
  record Heap(String id, @Nullable DraftDocument document, List<Item<?>> items) {
    long waiting() {
      boolean setAside = document != null && document.head().dropped();
      return setAside ? 0 : items.stream().filter(Item::waits).count();
    }

    long looks() {
      return items.stream().filter(one -> one.state() == Item.State.LOOK).count();
    }

    int position(ItemKey key) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).key().equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  Desk(Draft draft) {
    List<Heap> all = new ArrayList<>();
    if (!draft.unplaced().isEmpty()) {
      all.add(new Heap(LINES, null, Draft.byDoubt(draft.unplaced())));
    }
    for (DraftDocument one : draft.documents()) {
      all.add(new Heap(one.head().key().id(), one, sorted(one.items())));
    }
    if (!draft.events().isEmpty()) {
      all.add(new Heap(CHRONICLE, null, Draft.byDoubt(draft.events())));
    }
    this.heaps = List.copyOf(all);
  }

  /** Doubt by place; what is sure kind by kind, tasks first. */
  private static List<Item<?>> sorted(List<Item<?>> items) {
    List<Item<?>> doubt = Draft.byDoubt(items).stream().filter(Desk::open).toList();
    List<ItemKind> order =
        List.of(
            ItemKind.TASK,
            ItemKind.INDICATOR,
            ItemKind.REFERENCE,
            ItemKind.DOCUMENT,
            ItemKind.ANNEX,
            ItemKind.CLAUSE);
    Stream<Item<?>> sure =
        order.stream()
            .flatMap(
                kind -> items.stream().filter(item -> !open(item) && item.key().kind() == kind));
    return Stream.concat(doubt.stream(), sure).toList();
  }

  static boolean open(Item<?> item) {
    return item.state() == Item.State.CONFIRM || item.state() == Item.State.LOOK;
  }

  List<Heap> heaps() {
    return heaps;
  }

  Optional<Heap> heap(String id) {
    return heaps.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  Optional<Heap> heapOf(ItemKey key) {
    return heaps.stream()
        .filter(one ->
            one.position(key) >= 0
                || (one.document() != null && key.isAddedTo(one.document().head().key())))
        .findFirst();
  }

  /** Where work begins: lines without a place, then the first document with a question. */
  Optional<Heap> first() {
    return heaps.stream()
        .filter(one -> one.id().equals(LINES) && one.looks() > 0)
        .findFirst()
        .or(() -> heaps.stream().filter(one -> one.waiting() > 0).findFirst())
        .or(() -> heaps.stream().filter(one -> one.document() != null).findFirst())
        .or(() -> heaps.stream().findFirst());
  }

  /** What to look at after an item: the next in its heap, or the next heap with a question. */
  Optional<Item<?>> after(ItemKey key) {
    Optional<Heap> heap = heapOf(key);
    if (heap.isEmpty()) {
      return Optional.empty();
    }
    List<Item<?>> items = heap.get().items();
    int next = heap.get().position(key) + 1;
    boolean moreHere = next > 0 && next < items.size();
    if (moreHere && open(items.get(next))) {
      return Optional.of(items.get(next));
    }
    Optional<Item<?>> elsewhere =
        heaps.stream()
            .filter(one -> !one.id().equals(heap.get().id()) && one.waiting() > 0)
            .findFirst()
            .map(one -> one.items().getFirst());
    boolean wasOpen = next > 0 && open(items.get(next - 1));
    if (wasOpen && elsewhere.isPresent()) {
      return elsewhere;
    }
    return moreHere ? Optional.of(items.get(next)) : elsewhere;
  }

  /** One line that says what an item is. */
  static String words(Item<?> item) {
    String words =
        switch (item.value()) {
          case OfficialDocument head -> head.title();
          case Clause clause ->
              clause.path() + " " + (clause.heading().isEmpty() ? clause.text() : clause.heading());
          case OrderedTask task -> task.clause() + " " + task.text();
          case Indicator one -> one.clause() + " " + FigureWords.of(one);
          case Reference one ->
              one.from()
                  + " "
                  + effect(one.effect())
                  + " "
                  + one.number()
                  + one.title()
                  + one.target();
          case ChronicleEntry entry -> entry.firstDay() + " " + entry.text();
          case OfficialDocument.Annex annex -> annex.title();
          case Gazette.Unplaced line -> line.text().strip();
          default -> item.key().text();
        };
    int length = words.codePointCount(0, words.length());
    return length <= 60 ? words : words.substring(0, words.offsetByCodePoints(0, 60)) + "……";
  }

  /** A second, grey line. */
  static String note(Item<?> item) {
    return switch (item.value()) {
      case OrderedTask task ->
          (task.lead().isEmpty() ? "未写牵头单位" : String.join("、", task.lead()))
              + "　"
              + DeadlineWords.of(task.deadline());
      case Gazette.Unplaced line -> line.reason();
      default -> "";
    };
  }

  static String effect(Reference.Effect effect) {
    return switch (effect) {
      case CITES -> "提及";
      case FOLLOWS -> "依据";
      case AMENDS -> "修改";
      case ENDS -> "废止";
    };
  }
}
