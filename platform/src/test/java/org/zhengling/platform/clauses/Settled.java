package org.zhengling.platform.clauses;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;

/** Decisions of one invented editor, for tests. */
public final class Settled {
  public static final Editor LISI = new Editor(7, "李四");

  private Settled() {}

  /** Corrects a task, whatever was decided before. */
  public static void task(
      CityHall hall, long id, String task, String text, List<String> lead, Deadline deadline) {
    task(hall, id, task, text, lead, List.of(), deadline);
  }

  /** Corrects a task with further units. */
  public static void task(
      CityHall hall,
      long id,
      String task,
      String text,
      List<String> lead,
      List<String> responsible,
      Deadline deadline) {
    ItemKey key = new ItemKey(ItemKind.TASK, task);
    int seen = hall.get(Gazettes.class).draft(id).item(key).map(Item::revision).orElse(0);
    Correction.Duty duty =
        new Correction.Duty("", text, lead, responsible, deadline, Correction.Unnamed.STILL_OPEN);
    hall.get(Corrections.class).decide(id, key, seen, new Verdict.Corrected(duty), LISI);
  }

  /** The tasks of a draft as they would be published, by id. */
  public static Map<String, OrderedTask> tasks(Draft draft) {
    return draft.documents().stream()
        .flatMap(document -> document.document().tasks().stream())
        .collect(Collectors.toMap(OrderedTask::id, task -> task));
  }
}
