package org.zhengling.platform.clauses.draft;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Place;

/** The newest decision on each item, laid over readings one by one; no two items share a key. */
final class Decisions {
  private final Map<ItemKey, Edit> edits;
  private final Set<ItemKey> given = new HashSet<>();

  Decisions(List<Edit> edits) {
    this.edits = new HashMap<>();
    edits.forEach(edit -> this.edits.put(edit.item(), edit));
  }

  /** The key of an item that the reader has no id for. */
  ItemKey at(ItemKind kind, Place place) {
    return unique(kind, "L" + place.firstLine() + "C" + place.column());
  }

  /** Two items of one id differ by the order in which they were read. */
  ItemKey unique(ItemKind kind, String id) {
    ItemKey key = new ItemKey(kind, id);
    for (int i = 2; !given.add(key); i++) {
      key = new ItemKey(kind, id + "@" + i);
    }
    return key;
  }

  @Nullable Edit on(ItemKey key) {
    return edits.get(key);
  }

  @Nullable Correction correction(ItemKey key) {
    return Draft.correction(edits.get(key));
  }

  /** Items that a person added to a document, in the order in which they did. */
  List<Edit> addedTo(ItemKey document, ItemKind kind) {
    return edits.values().stream()
        .filter(edit -> edit.item().kind() == kind && edit.item().isAddedTo(document))
        .filter(edit -> edit.verdict() instanceof Verdict.Corrected)
        .sorted(Comparator.comparing(edit -> edit.item().id()))
        .toList();
  }

  /** An item with the state that the decision on it gives. */
  <T> Item<T> item(ItemKey key, T value, int confidence, Place place, String source) {
    Edit edit = edits.get(key);
    Item.State state =
        edit == null
            ? Draft.state(confidence)
            : switch (edit.verdict()) {
              case Verdict.Confirmed confirmed -> Item.State.SETTLED;
              case Verdict.Corrected corrected -> Item.State.SETTLED;
              case Verdict.Dropped dropped -> Item.State.DROPPED;
              case Verdict.Reopened reopened -> Draft.state(confidence);
            };
    int sure = state == Item.State.SETTLED ? 100 : confidence;
    return new Item<>(key, value, sure, state, place, source, edit);
  }

  <T> Item<T> item(ItemKey key, T value, int confidence, Place place) {
    return item(key, value, confidence, place, lines(place));
  }

  static String lines(Place place) {
    return place.firstLine() == place.lastLine()
        ? "第 " + place.firstLine() + " 行"
        : "第 " + place.firstLine() + "—" + place.lastLine() + " 行";
  }
}
