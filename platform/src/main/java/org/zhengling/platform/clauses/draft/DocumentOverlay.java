package org.zhengling.platform.clauses.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OfficialDocument.Annex;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.platform.clauses.Amendment;

/** One document of the reading with the decisions on it. */
final class DocumentOverlay {
  private final OfficialDocument read;
  private final ItemKey key;
  private final Decisions decisions;
  private final List<AnnexRow> rows;
  private final OfficialDocument head;
  private final ClauseOverlay clauses;
  private final Numbering numbering;

  DocumentOverlay(
      OfficialDocument read,
      ItemKey key,
      Decisions decisions,
      List<Item<Gazette.Unplaced>> unplaced,
      List<AnnexRow> rows) {
    this.read = read;
    this.key = key;
    this.decisions = decisions;
    this.rows = rows;
    this.head = head();
    this.clauses = new ClauseOverlay(read.clauses(), key, decisions, unplaced);
    this.numbering =
        new Numbering(
            read.number(), new Numbering.OfficialKey(head.number(), DraftDocument.key(head)));
  }

  DraftDocument read() {
    List<Item<Annex>> annexes = annexes();
    List<Item<Reference>> references = references();
    TaskOverlay tasks = new TaskOverlay(key, decisions, clauses, numbering);
    return new DraftDocument(
        decisions.item(key, head, read.confidence(), read.place()),
        annexes,
        clauses.items(),
        tasks.items(read, annexes, rows),
        indicators(),
        references,
        amendments(references));
  }

  private OfficialDocument head() {
    if (!(decisions.correction(key) instanceof Correction.Head corrected)) {
      return read;
    }
    int year = corrected.number().indexOf('〔');
    return new OfficialDocument(
        corrected.number(),
        year < 0 ? "" : corrected.number().substring(0, year),
        corrected.title(),
        corrected.issuer(),
        corrected.documentKind(),
        read.addressees(),
        corrected.written(),
        corrected.printed(),
        read.basis(),
        read.annexes(),
        read.clauses(),
        read.tasks(),
        read.indicators(),
        read.references(),
        100,
        read.place());
  }

  /** An annex that is not printed is worth a look until its list is uploaded. */
  private List<Item<Annex>> annexes() {
    List<Item<Annex>> items = new ArrayList<>();
    for (Annex annex : read.annexes()) {
      ItemKey own = decisions.at(ItemKind.ANNEX, annex.place());
      Annex value = annex;
      if (decisions.correction(own) instanceof Correction.Enclosure(String title, var print)) {
        value = new Annex(title, print == Correction.Print.PRINTED, annex.place());
      }
      boolean listed = rows.stream().anyMatch(row -> row.annex().equals(own.id()));
      int confidence = value.printed() || listed ? 100 : Draft.DOUBTFUL;
      items.add(decisions.item(own, value, confidence, annex.place()));
    }
    return items;
  }

  private List<Item<Indicator>> indicators() {
    List<Item<Indicator>> items = new ArrayList<>();
    for (Indicator one : read.indicators()) {
      ItemKey own = decisions.unique(ItemKind.INDICATOR, one.id());
      Item<Indicator> item = decisions.item(own, one, one.confidence(), one.place());
      Indicator value =
          decisions.correction(own) instanceof Correction.Figure figure
              ? figure(figure, one.id(), one.words(), one.place())
              : moved(one, item.confidence());
      ClausePath clause = value.clause();
      String id = item.dropped() ? one.id() : numbering.of(one.id(), one.clause(), clause);
      items.add(item.with(renamed(value, id)));
    }
    for (Edit edit : decisions.addedTo(key, ItemKind.INDICATOR)) {
      if (Draft.correction(edit) instanceof Correction.Figure figure) {
        Place place = placeOf(figure.clause());
        Indicator made = figure(figure, "", "", place);
        String id = numbering.free(made.clause(), "¶");
        items.add(decisions.item(edit.item(), renamed(made, id), 100, place, "人工补录"));
      }
    }
    return items;
  }

  private Place placeOf(String clause) {
    Optional<Place> place = clauses.place(clauses.placed(clause));
    return place.orElse(read.place());
  }

  private Indicator moved(Indicator one, int confidence) {
    return new Indicator(
        one.id(),
        clauses.now(one.clause()),
        one.name(),
        one.comparator(),
        one.value(),
        one.high(),
        one.unit(),
        one.by(),
        one.forWhom(),
        one.words(),
        confidence,
        one.place());
  }

  private Indicator figure(Correction.Figure figure, String id, String words, Place place) {
    return new Indicator(
        id,
        clauses.placed(figure.clause()),
        figure.name(),
        figure.comparator(),
        figure.value(),
        figure.high(),
        figure.unit(),
        figure.by(),
        figure.forWhom(),
        words,
        100,
        place);
  }

  private static Indicator renamed(Indicator one, String id) {
    return new Indicator(
        id,
        one.clause(),
        one.name(),
        one.comparator(),
        one.value(),
        one.high(),
        one.unit(),
        one.by(),
        one.forWhom(),
        one.words(),
        one.confidence(),
        one.place());
  }

  private List<Item<Reference>> references() {
    List<Item<Reference>> items = new ArrayList<>();
    for (Reference one : read.references()) {
      ItemKey own = decisions.at(ItemKind.REFERENCE, one.place());
      Item<Reference> item = decisions.item(own, one, one.confidence(), one.place());
      if (decisions.correction(own) instanceof Correction.Pointer pointer) {
        items.add(item.with(reference(pointer, one.words(), one.place())));
      } else {
        ClausePath from = clauses.now(one.from());
        Reference value =
            new Reference(
                from,
                one.title(),
                one.number(),
                one.target(),
                one.effect(),
                one.words(),
                item.confidence(),
                one.place());
        items.add(mustBeSeen(item.with(value)));
      }
    }
    for (Edit edit : decisions.addedTo(key, ItemKind.REFERENCE)) {
      if (Draft.correction(edit) instanceof Correction.Pointer pointer) {
        Place place = placeOf(pointer.clause());
        items.add(decisions.item(edit.item(), reference(pointer, "", place), 100, place, "人工补录"));
      }
    }
    return items;
  }

  /** Whoever changes an earlier document does so on a person's word, however surely it was read. */
  private static Item<Reference> mustBeSeen(Item<Reference> item) {
    boolean changes =
        switch (item.value().effect()) {
          case AMENDS, ENDS -> true;
          case CITES, FOLLOWS -> false;
        };
    return !changes || item.settled()
        ? item
        : new Item<>(
            item.key(),
            item.value(),
            item.confidence(),
            Item.State.CONFIRM,
            item.place(),
            item.source(),
            item.edit());
  }

  private Reference reference(Correction.Pointer pointer, String words, Place place) {
    return new Reference(
        clauses.placed(pointer.clause()),
        pointer.title(),
        pointer.number(),
        pointer.target(),
        pointer.effect(),
        words,
        100,
        place);
  }

  private List<Amendment> amendments(List<Item<Reference>> references) {
    List<Amendment> amendments = new ArrayList<>();
    for (Item<Reference> item : references) {
      Edit edit = item.edit();
      if (edit != null
          && Draft.correction(edit) instanceof Correction.Pointer pointer
          && pointer.startsOn() != null) {
        switch (pointer.effect()) {
          case AMENDS -> amendments.add(amendment(pointer, Amendment.Effect.AMENDS, edit));
          case ENDS -> amendments.add(amendment(pointer, Amendment.Effect.ENDS, edit));
          case CITES, FOLLOWS -> {}
        }
      }
    }
    return amendments;
  }

  private Amendment amendment(Correction.Pointer pointer, Amendment.Effect effect, Edit edit) {
    return new Amendment(
        DraftDocument.key(head),
        clauses.placed(pointer.clause()).text(),
        pointer.number(),
        pointer.target(),
        effect,
        Objects.requireNonNull(pointer.startsOn()),
        effect == Amendment.Effect.ENDS ? "" : pointer.newWords(),
        edit.editor());
  }
}
