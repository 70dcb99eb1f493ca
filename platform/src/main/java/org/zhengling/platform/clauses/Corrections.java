package org.zhengling.platform.clauses;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Draft;
import org.zhengling.platform.clauses.draft.DraftDocument;
import org.zhengling.platform.clauses.draft.Edit;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKey;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;
import org.zhengling.platform.clauses.store.Decided;

/** What people decide about the items of a draft; every decision is kept, the newest counts. */
@Component
public class Corrections {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final Gazettes gazettes;
  private final CorrectionRules rules;
  private final Decided decided;
  private final InstantSource clock;
  private final Audit audit;

  Corrections(
      Gazettes gazettes, CorrectionRules rules, Decided decided, InstantSource clock, Audit audit) {
    this.audit = audit;
    this.gazettes = gazettes;
    this.rules = rules;
    this.decided = decided;
    this.clock = clock;
  }

  /**
   * Records a decision on an item.
   *
   * @param seen revision of the decision that its maker has seen, 0 for none; when there is a newer
   *     one nothing is recorded
   */
  @Transactional
  public void decide(long id, ItemKey key, int seen, Verdict verdict, Editor by) {
    Draft draft = gazettes.draft(id);
    boolean fresh =
        verdict instanceof Verdict.Corrected
            && draft.documents().stream().anyMatch(one -> key.isAddedTo(one.head().key()));
    if (!fresh && draft.item(key).isEmpty()) {
      throw new Refusal(
          Refusal.Kind.ABSENT, "没有保存。草稿里没有这项" + key.kind().chinese() + "。", "请从草稿的清单里重新打开它。");
    }
    if (verdict instanceof Verdict.Corrected(Correction correction)) {
      rules.check(draft, key, correction);
    }
    if (verdict instanceof Verdict.Dropped) {
      rules.checkDropped(draft, key);
    }
    Edit edit = new Edit(key, seen + 1, verdict, by.name(), clock.instant());
    if (!decided.add(id, edit, by.person())) {
      throw overtaken(id, key);
    }
    audit.record(
        Act.of(ActKind.CORRECT_DRAFT, "第 " + id + " 号导入，" + key.kind().chinese())
            .carrying(edit.toString()));
  }

  /** Many items decided alike are one act. */
  private int written(long id, String what, int count) {
    if (count > 0) {
      audit.record(Act.of(ActKind.CORRECT_DRAFT, "第 " + id + " 号导入，" + what + " " + count + " 处"));
    }
    return count;
  }

  private Refusal overtaken(long id, ItemKey key) {
    Edit newest = history(id, key).getFirst();
    return new Refusal(
        Refusal.Kind.CONFLICT,
        (newest.editor().isEmpty() ? "另一位同事" : newest.editor())
            + " "
            + TIME.format(newest.at().atZone(ZONE))
            + " 已改过这一处。",
        "您写的都保留着，",
        "请先看他改了什么。");
  }

  /** Every decision on an item, the newest first. */
  public List<Edit> history(long id, ItemKey key) {
    return decided.history(id, key);
  }

  /** The key for the next item that a person adds to a document. */
  public static ItemKey next(DraftDocument document, ItemKind kind) {
    long added =
        document.items().stream()
            .map(Item::key)
            .filter(key -> key.kind() == kind && key.isAddedTo(document.head().key()))
            .count();
    return ItemKey.added(kind, document.head().key(), (int) added + 1);
  }

  /** What becomes of tasks that name nobody. */
  public enum Nobody {
    SUPERVISION_ASSIGNS,
    NO_TASK
  }

  /**
   * Decides alike about every task of a document that names nobody; returns how many there were.
   */
  @Transactional
  public int decideUnnamed(long id, ItemKey document, Nobody what, Editor by) {
    int count = 0;
    for (DraftDocument one : gazettes.draft(id).documents()) {
      for (Item<OrderedTask> task : one.head().key().equals(document) ? one.tasks() : noTasks()) {
        if (task.waits() && task.value().lead().isEmpty()) {
          Verdict verdict =
              what == Nobody.NO_TASK
                  ? new Verdict.Dropped()
                  : new Verdict.Corrected(assignedLater(task.value()));
          count += add(id, task, verdict, by);
        }
      }
    }
    return written(id, "没有写明单位的任务", count);
  }

  private static List<Item<OrderedTask>> noTasks() {
    return List.of();
  }

  /** The task as it is, with the lead left to the supervision office. */
  public static Correction.Duty assignedLater(OrderedTask task) {
    Deadline deadline = task.deadline();
    return new Correction.Duty(
        task.clause().text(),
        task.text(),
        List.of(),
        task.responsible(),
        deadline,
        Correction.Unnamed.SUPERVISION_ASSIGNS);
  }

  /**
   * Confirms as read whatever of a document must still be confirmed, except tasks that name nobody
   * and references that change other documents: each of those is a decision of its own.
   */
  @Transactional
  public int confirmRest(long id, ItemKey document, Editor by) {
    int count = 0;
    for (DraftDocument one : gazettes.draft(id).documents()) {
      for (Item<?> item : one.head().key().equals(document) ? one.items() : List.<Item<?>>of()) {
        if (item.waits() && !rules.needsAnswer(item)) {
          count += add(id, item, new Verdict.Confirmed(), by);
        }
      }
    }
    return written(id, "照识别结果确认", count);
  }

  /** Confirms every event of the chronicle that must still be confirmed. */
  @Transactional
  public int confirmChronicle(long id, Editor by) {
    int count = 0;
    for (Item<?> item : gazettes.draft(id).events()) {
      count += item.waits() ? add(id, item, new Verdict.Confirmed(), by) : 0;
    }
    return written(id, "大事记照识别结果确认", count);
  }

  /**
   * Takes the whole reading as it is: for a text that was checked before it came, as a command or a
   * sample brings it. Tasks that name nobody go to the supervision office; references that would
   * change other documents are noted and change nothing.
   */
  @Transactional
  public void takeAsRead(long id, Editor by) {
    for (DraftDocument one : gazettes.draft(id).kept()) {
      decideUnnamed(id, one.head().key(), Nobody.SUPERVISION_ASSIGNS, by);
      confirmRest(id, one.head().key(), by);
      List<Item<Reference>> waiting = one.references().stream().filter(Item::waits).toList();
      waiting.forEach(item -> add(id, item, new Verdict.Confirmed(), by));
      written(id, "引用照识别结果确认", waiting.size());
    }
    confirmChronicle(id, by);
  }

  private int add(long id, Item<?> item, Verdict verdict, Editor by) {
    Edit edit = new Edit(item.key(), item.revision() + 1, verdict, by.name(), clock.instant());
    return decided.add(id, edit, by.person()) ? 1 : 0;
  }
}
