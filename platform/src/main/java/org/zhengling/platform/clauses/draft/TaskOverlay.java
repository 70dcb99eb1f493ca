package org.zhengling.platform.clauses.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OfficialDocument.Annex;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.OrderedTask.Role;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.TaskCells;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Deadline;

/** The tasks of a document: read from its text, listed in its annexes, added by hand. */
final class TaskOverlay {
  private static final ClausePath ANNEX = ClausePath.of(ClausePath.Kind.ANNEX, 0);

  private final ItemKey document;
  private final Decisions decisions;
  private final ClauseOverlay clauses;
  private final Numbering numbering;

  TaskOverlay(ItemKey document, Decisions decisions, ClauseOverlay clauses, Numbering numbering) {
    this.document = document;
    this.decisions = decisions;
    this.clauses = clauses;
    this.numbering = numbering;
  }

  List<Item<OrderedTask>> items(
      OfficialDocument read, List<Item<Annex>> annexes, List<AnnexRow> rows) {
    List<Item<OrderedTask>> items = new ArrayList<>();
    for (OrderedTask task : read.tasks()) {
      ItemKey key = decisions.unique(ItemKind.TASK, task.id());
      String id =
          dropped(key) ? task.id() : numbering.of(task.id(), task.clause(), clause(task, key));
      items.add(item(key, moved(task, clause(task, key), id), Decisions.lines(task.place())));
    }
    for (Item<Annex> annex : annexes) {
      for (AnnexRow row : rows) {
        if (!annex.dropped() && row.annex().equals(annex.key().id())) {
          items.add(listed(row, annex.place(), read));
        }
      }
    }
    for (Edit edit : decisions.addedTo(document, ItemKind.TASK)) {
      if (Draft.correction(edit) instanceof Correction.Duty duty) {
        ClausePath clause = clauses.placed(duty.clause());
        Place place = clauses.place(clause).orElse(read.place());
        OrderedTask bare = bare(numbering.free(clause, "#"), clause, place);
        items.add(item(edit.item(), bare, "人工补录"));
      }
    }
    return items;
  }

  private boolean dropped(ItemKey key) {
    Edit edit = decisions.on(key);
    return edit != null && edit.verdict() instanceof Verdict.Dropped;
  }

  private ClausePath clause(OrderedTask task, ItemKey key) {
    return decisions.correction(key) instanceof Correction.Duty duty && !duty.clause().isEmpty()
        ? clauses.placed(duty.clause())
        : clauses.now(task.clause());
  }

  /** A row needs no look unless it names nobody, or a clause that the document does not have. */
  private Item<OrderedTask> listed(AnnexRow row, Place place, OfficialDocument read) {
    ItemKey key =
        decisions.unique(ItemKind.TASK, "附件 " + row.file() + " 表" + row.sheet() + "行" + row.row());
    ClausePath clause = clauseOf(row);
    boolean elsewhere = !row.clause().isBlank() && clause.equals(ANNEX);
    List<String> lead = TaskCells.units(row.lead());
    LocalDate written = read.dateWritten();
    OrderedTask task =
        new OrderedTask(
            numbering.own(
                clause,
                "#表" + row.sheet() + "-" + (row.ordinal().isEmpty() ? row.row() : row.ordinal())),
            clause,
            row.task(),
            lead,
            TaskCells.units(row.responsible()),
            lead.isEmpty() ? Role.UNNAMED : Role.LEAD,
            TaskCells.deadline(row.deadline(), written == null ? 0 : written.getYear()),
            row.deadline(),
            elsewhere ? Draft.DOUBTFUL : 100,
            place);
    return item(key, task, row.source());
  }

  private ClausePath clauseOf(AnnexRow row) {
    if (row.clause().isBlank()) {
      return ANNEX;
    }
    try {
      ClausePath path = ClausePath.parse(row.clause());
      return clauses.place(path).isPresent() ? path : ANNEX;
    } catch (IllegalArgumentException notAPath) {
      return ANNEX;
    }
  }

  private static OrderedTask bare(String id, ClausePath clause, Place place) {
    return new OrderedTask(
        id, clause, "", List.of(), List.of(), Role.UNNAMED, new Deadline.None(), "", 100, place);
  }

  private static OrderedTask moved(OrderedTask task, ClausePath clause, String id) {
    return new OrderedTask(
        id,
        clause,
        task.text(),
        task.lead(),
        task.responsible(),
        task.role(),
        task.deadline(),
        task.deadlineText(),
        task.confidence(),
        task.place());
  }

  /**
   * With the correction laid over it. Nobody named is a question until a person has answered it.
   */
  private Item<OrderedTask> item(ItemKey key, OrderedTask task, String source) {
    Item<OrderedTask> item = decisions.item(key, task, task.confidence(), task.place(), source);
    boolean assigned = false;
    OrderedTask value = task;
    if (decisions.correction(key) instanceof Correction.Duty duty) {
      value = corrected(task, duty);
      assigned = duty.unnamed() == Correction.Unnamed.SUPERVISION_ASSIGNS;
    } else if (item.state() == Item.State.SETTLED) {
      value = sure(task);
    }
    boolean open = value.lead().isEmpty() && !assigned && !item.dropped();
    return new Item<>(
        key,
        value,
        item.confidence(),
        open ? Item.State.CONFIRM : item.state(),
        item.place(),
        source,
        item.edit());
  }

  private static OrderedTask corrected(OrderedTask task, Correction.Duty duty) {
    return new OrderedTask(
        task.id(),
        task.clause(),
        duty.text(),
        duty.lead(),
        duty.responsible(),
        duty.lead().isEmpty() ? Role.UNNAMED : Role.LEAD,
        duty.deadline(),
        task.deadlineText(),
        100,
        task.place());
  }

  private static OrderedTask sure(OrderedTask task) {
    return new OrderedTask(
        task.id(),
        task.clause(),
        task.text(),
        task.lead(),
        task.responsible(),
        task.role(),
        task.deadline(),
        task.deadlineText(),
        100,
        task.place());
  }
}
