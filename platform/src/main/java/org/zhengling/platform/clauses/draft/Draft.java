package org.zhengling.platform.clauses.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.platform.clauses.ImportedFile;

/**
 * An imported text as it was read, with the decisions made so far. The reading is made anew from
 * the text each time, so a better reader improves every open draft.
 *
 * @param lines the source, one element a line; line 1 is element 0
 * @param documents those that would be published, and those set aside
 * @param unplaced lines that belong to no item
 */
public record Draft(
    ImportedFile file,
    List<String> lines,
    Gazette reading,
    List<DraftDocument> documents,
    List<Item<ChronicleEntry>> events,
    List<Item<Gazette.Unplaced>> unplaced) {
  /** From this confidence on a reading needs no look. */
  public static final int SURE = 95;

  /** Below this confidence a reading must be confirmed by a person. */
  public static final int DOUBTFUL = 80;

  public Draft {
    lines = List.copyOf(lines);
    documents = List.copyOf(documents);
    events = List.copyOf(events);
    unplaced = List.copyOf(unplaced);
  }

  /** Documents that would be published. */
  public List<DraftDocument> kept() {
    return documents.stream().filter(one -> !one.head().dropped()).toList();
  }

  /** Events that would be published. */
  public List<ChronicleEntry> chronicle() {
    return events.stream().filter(one -> !one.dropped()).map(Item::value).toList();
  }

  /** Every item of documents and chronicle, and every line without a place. */
  public Stream<Item<?>> items() {
    return Stream.concat(
        unplaced.stream(),
        Stream.concat(documents.stream().flatMap(one -> one.items().stream()), events.stream()));
  }

  public Optional<Item<?>> item(ItemKey key) {
    return items().filter(one -> one.key().equals(key)).findFirst();
  }

  /** The document in which an item stands; empty for lines and events. */
  public Optional<DraftDocument> documentOf(ItemKey key) {
    return documents.stream()
        .filter(document ->
            key.isAddedTo(document.head().key())
                || document.items().stream().anyMatch(one -> one.key().equals(key)))
        .findFirst();
  }

  /** Items that must be confirmed before publication, of documents that are not set aside. */
  public long waiting() {
    return kept().stream().mapToLong(DraftDocument::waiting).sum()
        + events.stream().filter(Item::waits).count();
  }

  /** What, besides items to be confirmed, stands in the way of publication; sentences. */
  public List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (DraftDocument document : kept()) {
      String key = document.key();
      if (seen.contains(key)) {
        obstacles.add("文件里有两份公文都是 " + key + "。");
      }
      seen.add(key);
      document.doublePath().ifPresent(path -> obstacles.add(key + " 里有两条都编为“" + path + "”。"));
    }
    return obstacles;
  }

  /** Doubt first, then the order of the text. */
  public static List<Item<?>> byDoubt(List<? extends Item<?>> items) {
    List<Item<?>> sorted = new ArrayList<>(items);
    sorted.sort(
        Comparator.<Item<?>>comparingInt(item ->
                item.state() == Item.State.CONFIRM ? 0 : item.state() == Item.State.LOOK ? 1 : 2)
            .thenComparingInt(item -> item.place().firstLine())
            .thenComparing(item -> item.key().kind()));
    return List.copyOf(sorted);
  }

  /** The state of a reading about which nobody has decided. */
  static Item.State state(int confidence) {
    return confidence < DOUBTFUL
        ? Item.State.CONFIRM
        : confidence < SURE ? Item.State.LOOK : Item.State.SURE;
  }

  /** The correction in a decision, where it is one. */
  static @Nullable Correction correction(@Nullable Edit edit) {
    return edit != null && edit.verdict() instanceof Verdict.Corrected(Correction correction)
        ? correction
        : null;
  }
}
