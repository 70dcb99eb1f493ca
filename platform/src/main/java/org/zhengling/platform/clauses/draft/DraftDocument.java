package org.zhengling.platform.clauses.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OfficialDocument.Annex;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.platform.clauses.Amendment;

/**
 * A document of a draft, item by item.
 *
 * @param clauses in the order of the text, those that were joined to the clause before them
 *     included
 * @param amendments what its confirmed references do to earlier documents
 */
public record DraftDocument(
    Item<OfficialDocument> head,
    List<Item<Annex>> annexes,
    List<Item<Clause>> clauses,
    List<Item<OrderedTask>> tasks,
    List<Item<Indicator>> indicators,
    List<Item<Reference>> references,
    List<Amendment> amendments) {
  public DraftDocument {
    annexes = List.copyOf(annexes);
    clauses = List.copyOf(clauses);
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
    references = List.copyOf(references);
    amendments = List.copyOf(amendments);
  }

  /** A document without a number is known by its title. */
  public String key() {
    return key(head.value());
  }

  static String key(OfficialDocument document) {
    return document.number().isEmpty() ? "无文号 " + document.title() : document.number();
  }

  /** Head first, then the order of kinds. */
  public List<Item<?>> items() {
    List<Item<?>> items = new ArrayList<>();
    items.add(head);
    items.addAll(annexes);
    items.addAll(clauses);
    items.addAll(tasks);
    items.addAll(indicators);
    items.addAll(references);
    return List.copyOf(items);
  }

  /** Items that must be confirmed. */
  public long waiting() {
    return items().stream().filter(Item::waits).count();
  }

  /** Items that are to be looked at. */
  public long looks() {
    return items().stream().filter(one -> one.state() == Item.State.LOOK).count();
  }

  /** As it would be published, without what was set aside. */
  public OfficialDocument document() {
    OfficialDocument read = head.value();
    return new OfficialDocument(
        read.number(),
        read.series(),
        read.title(),
        read.issuer(),
        read.kind(),
        read.addressees(),
        read.dateWritten(),
        read.datePrinted(),
        read.basis(),
        kept(annexes),
        kept(clauses),
        kept(tasks),
        kept(indicators),
        kept(references),
        read.confidence(),
        read.place());
  }

  private static <T> List<T> kept(List<Item<T>> items) {
    return items.stream().filter(one -> !one.dropped()).map(Item::value).toList();
  }

  /** By task id, where it was found. */
  public Map<String, String> sources() {
    Map<String, String> sources = new HashMap<>();
    tasks.forEach(task -> sources.put(task.value().id(), task.source()));
    return sources;
  }

  /** A path that two clauses have; nothing can be published so. */
  Optional<String> doublePath() {
    Set<String> seen = new HashSet<>();
    return clauses.stream()
        .filter(one -> !one.dropped())
        .map(one -> one.value().path().text())
        .filter(path -> !seen.add(path))
        .findFirst();
  }
}
