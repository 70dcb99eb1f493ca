package org.zhengling.platform.clauses.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.clauses.Annexes;
import org.zhengling.platform.clauses.Corrections;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Edit;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;

/** Lays a draft out for the desk: heaps, source, item in hand. */
@Component
class DraftShow {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final CurrentPost current;
  private final Corrections corrections;
  private final Annexes annexes;
  private final UnitDirectory units;

  DraftShow(CurrentPost current, Corrections corrections, Annexes annexes, UnitDirectory units) {
    this.current = current;
    this.corrections = corrections;
    this.annexes = annexes;
    this.units = units;
  }

  /**
   * What is looked at.
   *
   * @param heap key of a heap; empty to go where the item is, or where work begins
   * @param item key of an item; empty for the first of the heap
   * @param form what was typed and refused; absent to show the item as it stands
   */
  record Look(String heap, String item, boolean whole, @Nullable ItemForm form, String said) {
    static Look at(String item, @Nullable ItemForm form) {
      return new Look("", item, false, form, "");
    }
  }

  DraftView view(Draft draft, Look look) {
    Desk desk = new Desk(draft);
    Optional<ItemKey> asked = ItemKey.parse(look.item());
    Optional<Desk.Heap> heap =
        asked.flatMap(desk::heapOf).or(() -> desk.heap(look.heap())).or(desk::first);
    DraftDocument document = heap.map(Desk.Heap::document).orElse(null);
    boolean adding = document != null && asked.filter(key -> draft.item(key).isEmpty()).isPresent();
    Item<?> item =
        adding
            ? null
            : asked
                .<Item<?>>flatMap(draft::item)
                .or(() -> heap.flatMap(one -> one.items().stream().findFirst()))
                .orElse(null);
    DraftView.Hand hand =
        adding && document != null
            ? added(asked.orElseThrow(), document, look)
            : item == null || heap.isEmpty() ? null : hand(draft, heap.get(), item, look);
    Place place = item != null ? item.place() : document != null ? document.head().place() : null;
    return new DraftView(
        draft.file(),
        counts(draft),
        desk.heaps().stream().map(one -> row(one, heap.orElse(null))).toList(),
        heap.map(Desk.Heap::id).orElse(""),
        document == null ? "" : document.head().key().id(),
        document == null ? 0 : unnamed(document),
        heap.map(Desk.Heap::waiting).orElse(0L),
        place == null
            ? List.of()
            : source(new SourceColumn(draft, document, item, place), look.whole()),
        look.whole(),
        heap.map(one -> rows(one, hand)).orElse(List.of()),
        hand,
        missing(draft),
        draft.kept().stream()
            .map(one -> new DraftView.Choice(one.head().key().id(), one.key()))
            .toList(),
        paths(draft, document),
        units.ofCity().stream().map(UnitDirectory.Unit::name).toList(),
        current.require().post().may(Permission.PUBLISH_GAZETTE),
        look.said());
  }

  private static List<DraftView.SourceRow> source(SourceColumn column, boolean whole) {
    return whole ? column.whole() : column.around();
  }

  private static DraftView.Counts counts(Draft draft) {
    List<Item<?>> all = draft.items().toList();
    List<DraftDocument> kept = draft.kept();
    return new DraftView.Counts(
        kept.size(),
        kept.stream().mapToLong(one -> one.document().clauses().size()).sum(),
        kept.stream().mapToLong(one -> one.document().tasks().size()).sum(),
        kept.stream().mapToLong(one -> one.document().indicators().size()).sum(),
        draft.chronicle().size(),
        draft.waiting(),
        draft.unplaced().stream().filter(one -> !one.settled()).count(),
        all.stream().filter(one -> !Desk.open(one)).count(),
        all.size());
  }

  private static long unnamed(DraftDocument document) {
    return document.tasks().stream()
        .filter(task -> task.waits() && task.value().lead().isEmpty())
        .count();
  }

  private static DraftView.HeapRow row(Desk.Heap heap, Desk.@Nullable Heap chosen) {
    DraftDocument document = heap.document();
    String number =
        document != null
            ? document.head().value().number()
            : heap.id().equals(Desk.LINES) ? "未能归位" : "大事记";
    return new DraftView.HeapRow(
        heap.id(),
        number.isEmpty() ? "无文号" : number,
        document != null
            ? document.head().value().title()
            : heap.items().size() + (heap.id().equals(Desk.LINES) ? " 行" : " 条"),
        heap.waiting(),
        heap.looks(),
        document != null && document.head().dropped(),
        chosen != null && heap.id().equals(chosen.id()));
  }

  private static List<DraftView.ItemRow> rows(Desk.Heap heap, DraftView.@Nullable Hand hand) {
    return heap.items().stream()
        .map(item ->
            new DraftView.ItemRow(
                item.key().text(),
                item.key().kind().chinese(),
                Desk.words(item),
                Desk.note(item),
                item.state(),
                item.confidence(),
                item.source(),
                hand != null && hand.key().equals(item.key().text())))
        .toList();
  }

  private DraftView.Hand hand(Draft draft, Desk.Heap heap, Item<?> item, Look look) {
    int position = heap.position(item.key());
    List<Item<?>> items = heap.items();
    return new DraftView.Hand(
        item.key().text(),
        form(item.key().kind()),
        item.key().kind().chinese(),
        item.state(),
        item.confidence(),
        item.source(),
        item.place().firstLine(),
        item.revision(),
        false,
        where(item),
        sourceWords(item),
        officialText(item),
        look.form() != null ? look.form() : ItemForm.of(ItemForms.of(item)),
        position + 1,
        items.size(),
        position > 0 ? items.get(position - 1).key().text() : "",
        position + 1 < items.size() ? items.get(position + 1).key().text() : "",
        corrections.history(draft.file().id(), item.key()).stream()
            .map(DraftShow::decision)
            .toList(),
        annexes.files(draft.file().id(), item.key()).stream()
            .map(one -> new DraftView.AnnexList(one.fileName(), time(one.at()), one.rows()))
            .toList());
  }

  private DraftView.Hand added(ItemKey key, DraftDocument document, Look look) {
    return new DraftView.Hand(
        key.text(),
        form(key.kind()),
        key.kind().chinese(),
        null,
        100,
        "人工补录",
        document.head().place().firstLine(),
        0,
        true,
        "补录",
        "",
        "",
        look.form() != null ? look.form() : ItemForm.of(ItemForms.empty(key.kind())),
        0,
        0,
        "",
        "",
        List.of(),
        List.of());
  }

  private static String form(ItemKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String where(Item<?> item) {
    return switch (item.value()) {
      case Clause clause -> clause.path().text();
      case OrderedTask task -> task.clause().text();
      case Indicator one -> one.clause().text();
      case Reference one -> one.from().text();
      case ChronicleEntry entry -> entry.firstDay().toString();
      default -> "";
    };
  }

  private static String sourceWords(Item<?> item) {
    return switch (item.value()) {
      case OrderedTask task -> task.deadlineText();
      case Indicator one -> one.words();
      case Reference one -> one.words();
      default -> "";
    };
  }

  /** Official words are shown, never put into a field. */
  private static String officialText(Item<?> item) {
    return switch (item.value()) {
      case Clause clause -> clause.text();
      case ChronicleEntry entry -> entry.text();
      case Gazette.Unplaced line -> line.text();
      case OfficialDocument document -> String.join("；", document.addressees());
      default -> "";
    };
  }

  private static DraftView.Decision decision(Edit edit) {
    String what =
        switch (edit.verdict()) {
          case Verdict.Confirmed confirmed -> "照识别结果确认";
          case Verdict.Dropped dropped -> "不采用";
          case Verdict.Corrected corrected -> "更正";
          case Verdict.Reopened reopened -> "撤回先前的处理";
        };
    return new DraftView.Decision(
        time(edit.at()), what, edit.editor().isEmpty() ? "—" : edit.editor());
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(ZONE));
  }

  private static List<String> missing(Draft draft) {
    return draft.kept().stream()
        .filter(document ->
            document.annexes().stream().anyMatch(annex -> annex.state() == Item.State.LOOK))
        .map(DraftDocument::key)
        .toList();
  }

  private static List<String> paths(Draft draft, @Nullable DraftDocument document) {
    Stream<DraftDocument> from = document == null ? draft.kept().stream() : Stream.of(document);
    return from.flatMap(one -> one.document().clauses().stream())
        .map(clause -> clause.path().text())
        .distinct()
        .toList();
  }
}
