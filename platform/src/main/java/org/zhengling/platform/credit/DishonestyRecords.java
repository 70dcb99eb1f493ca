package org.zhengling.platform.credit;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.clauses.Calendars;
import org.zhengling.platform.credit.RecordState.Checking;
import org.zhengling.platform.credit.RecordState.Step;
import org.zhengling.platform.credit.RecordState.Telling;
import org.zhengling.platform.credit.store.CreditRows;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;

/**
 * Dishonesty, entered after a final decision alone. Each act is a further step; what others learn
 * follows from the steps.
 */
@Component
public class DishonestyRecords {
  /** Art. 42: what may not be collected; the database refuses it again. */
  private static final Pattern PROPERTY =
      Pattern.compile("收入|工资|存款|余额|证券|股票|基金|保险|不动产|房产|房屋|车辆|纳税|税额|核对|收益|[0-9]{6,}");

  private final CreditRows rows;
  private final Commitments commitments;
  private final Residents residents;
  private final CreditLaw law;
  private final Calendars calendars;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  DishonestyRecords(
      CreditRows rows,
      Commitments commitments,
      Residents residents,
      CreditLaw law,
      Calendars calendars,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.rows = rows;
    this.commitments = commitments;
    this.residents = residents;
    this.law = law;
    this.calendars = calendars;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Enters one; answers its number. It has no effect before its person is told.
   *
   * @param commitment the promise that was broken, or absent
   */
  @Transactional
  public long enter(long resident, @Nullable Long commitment, FinalDecision decision) {
    Resident who =
        residents
            .byId(resident)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有登记。没有这个人，或不在您的区划内。", "请重新查找。"));
    if (decision.finalOn().isAfter(day.today())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有登记。决定到 " + decision.finalOn() + " 才生效，还可以复议或起诉。",
          "请等决定生效以后再登记。");
    }
    if (PROPERTY.matcher(decision.clause()).find()) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有登记。条款里写了收入、存款、房产一类的内容，信用记录依法不得归集。",
          "请只写条款编号，如“二(五)12”。〔山东省社会信用条例 第四十二条〕");
    }
    if (commitment != null && !commitments.of(resident).containsKey(commitment)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记。这份承诺不是这个人签的。", "请核对承诺的编号。");
    }
    long id =
        rows.add(
                who.id(),
                who.area(),
                commitment,
                decision,
                law.expiry(decision.finalOn()),
                Writer.now(clock))
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CONFLICT, "没有再登记一次。这件事已经登记过。", "请在失信记录里查看。"));
    record(ActKind.ENTER_DISHONESTY, "失信记录 " + id, decision, who.id());
    return id;
  }

  /** The person was told, on this day and in this way. */
  @Transactional
  public void tell(long record, LocalDate on, Telling how) {
    DishonestyRecord before = locked(record);
    requireState(before.on(day.today()) instanceof RecordState.NotTold, "这条记录已经告知过，或已经失效。");
    refuseDay(on, before.decision().finalOn());
    step(before, new Step.Told(on, how), ActKind.TELL_DISHONESTY);
  }

  /** The person objects: until that is answered the record has no effect. */
  @Transactional
  public void object(long record, LocalDate on, Checking checking) {
    DishonestyRecord before = locked(record);
    requireState(before.on(day.today()) instanceof RecordState.Effective, "这条记录现在没有效力，或异议正在处理。");
    refuseDay(on, before.steps().getLast().on());
    law.answering(checking, on);
    step(before, new Step.Objection(on, checking), ActKind.OBJECT_TO_RECORD);
  }

  /** What an objection led to. */
  public enum Answer {
    STANDS,
    TAKEN_BACK
  }

  /** The objection is answered. */
  @Transactional
  public void answer(long record, LocalDate on, Answer answer) {
    DishonestyRecord before = locked(record);
    requireState(before.on(day.today()) instanceof RecordState.Objected, "没有正在处理的异议。");
    refuseDay(on, before.steps().getLast().on());
    Step step =
        switch (answer) {
          case STANDS -> new Step.Rejected(on);
          case TAKEN_BACK -> new Step.TakenBack(on);
        };
    step(before, step, ActKind.ANSWER_OBJECTION);
  }

  /** The person did their duties and time enough has passed. */
  @Transactional
  public void repair(long record, LocalDate on) {
    DishonestyRecord before = locked(record);
    requireState(before.on(day.today()) instanceof RecordState.Effective, "这条记录现在没有效力，不用修复。");
    LocalDate told = before.steps().getFirst().on();
    refuseDay(on, told);
    LocalDate earliest = law.repairable(told);
    if (on.isBefore(earliest)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有修复。最早 " + earliest + " 可以修复。", "请到那天以后再办。");
    }
    step(before, new Step.MadeGood(on), ActKind.REPAIR_CREDIT);
  }

  private DishonestyRecord locked(long record) {
    rows.lock(record);
    return byId(record)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有办理。没有这条记录，或不在您的区划内。", "请回到失信记录。"));
  }

  private static void requireState(boolean holds, String otherwise) {
    if (!holds) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有办理。" + otherwise, "请重新打开记录看现状。");
    }
  }

  private void refuseDay(LocalDate on, LocalDate earliest) {
    if (on.isBefore(earliest) || on.isAfter(day.today())) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有办理。日期 " + on + " 不在 " + earliest + " 到今天之间。", "请核对日期。");
    }
  }

  private void step(DishonestyRecord before, Step step, ActKind act) {
    List<Step> steps = new ArrayList<>(before.steps());
    steps.add(step);
    rows.add(before.id(), step, Writer.now(clock));
    rows.project(
        before.id(), RecordState.of(steps, before.expiresOn(), day.today()).effectiveUntil());
    record(act, "失信记录 " + before.id(), before.decision(), before.resident());
  }

  private void record(ActKind kind, String about, FinalDecision decision, long resident) {
    audit.record(
        Act.of(kind, about)
            .forPurpose(decision.clause())
            .inCase(decision.caseNumber())
            .concerning(resident));
  }

  /** By when an open objection is to be answered; empty where none is open. */
  public Optional<DueDay> answerDue(DishonestyRecord record) {
    return record.on(day.today()) instanceof RecordState.Objected(LocalDate on, Checking checking)
        ? LegalClock.startedOn(on, law.answering(checking, on)).due(calendars.current())
        : Optional.empty();
  }

  /** One of the scope. */
  @Transactional(readOnly = true)
  public Optional<DishonestyRecord> byId(long record) {
    return rows.byId(record);
  }

  /** Of the scope, newest first, those with a smaller number. */
  @Transactional(readOnly = true)
  public List<DishonestyRecord> before(long number, int atMost) {
    return rows.before(number, atMost);
  }

  /**
   * What any unit may know of somebody of its scope, wherever the record lies: clear, or clause and
   * last day.
   */
  @Transactional(readOnly = true)
  public Standing standing(long resident) {
    return rows.standing(residents.allOf(resident), day.today());
  }
}
