package org.zhengling.platform.cases;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.store.Actions;
import org.zhengling.platform.cases.store.Actions.ActionRow;
import org.zhengling.platform.cases.store.CaseFiles;

/**
 * One step of a case: the action, how the case stands then, its audit entry and whatever listeners
 * write, in the transaction of the caller.
 */
@Component
class CaseSteps {
  private final CaseFiles files;
  private final Actions rows;
  private final ActionPayloads payloads;
  private final CaseClocks clocks;
  private final AreaDirectory areas;
  private final ApplicationEventPublisher events;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  CaseSteps(
      CaseFiles files,
      Actions rows,
      ActionPayloads payloads,
      CaseClocks clocks,
      AreaDirectory areas,
      ApplicationEventPublisher events,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.files = files;
    this.rows = rows;
    this.payloads = payloads;
    this.clocks = clocks;
    this.areas = areas;
    this.events = events;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** The case, locked until the transaction ends; one that is not there or not seen is refused. */
  CaseFile lock(long id) {
    return files.lock(id).orElseThrow(CaseSteps::absent);
  }

  CaseFile file(long id) {
    return files.byId(id).orElseThrow(CaseSteps::absent);
  }

  static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这份案卷，或它不在您的范围内。", "请从“我的工作”或办件台重新打开。");
  }

  /** Whether the form was done before in this case. */
  boolean done(CaseFile file, Deed deed) {
    return rows.acted(file.id(), deed.form());
  }

  /** Refuses an act that was decided on an older version, and says who did what since. */
  void refuseStale(CaseFile file, int expected) {
    if (expected != file.version()) {
      throw new StaleVersion(rows.after(file.id(), expected), clock.instant()).refusal();
    }
  }

  /** Appends to a case that is locked. */
  CaseFile step(CaseFile before, Deed deed, Standing after) {
    CaseFile file = advanced(before, after);
    append(file, files.head(file.id()), deed);
    if (after.phase() != Phase.OPEN) {
      clocks.stopAll(file.id(), deed.what());
    }
    tell(file, deed, ActKind.ACT_ON_CASE);
    return file;
  }

  /** Gives a locked case to another desk; into another area it goes as the last thing. */
  CaseFile handOver(CaseFile before, Deed deed, HandOver to) {
    boolean above =
        areas.path(before.area()).stream().anyMatch(area -> area.code().equals(to.area()));
    Standing standing = before.standing();
    Standing after =
        new Standing(
            standing.word(),
            standing.next(),
            standing.phase(),
            to.desk(),
            above ? to.area() : before.area());
    CaseFile stepped = step(before, deed, after);
    files.give(stepped.id(), to.area(), to.post());
    if (!above && !files.move(stepped.id(), to.area())) {
      throw absent();
    }
    return files.byId(stepped.id()).orElse(stepped);
  }

  /** Appends the first action to a case that was just added. */
  void first(CaseFile file, Deed deed) {
    append(file, ActionPayloads.NOTHING_BEFORE, deed);
    tell(file, deed, ActKind.OPEN_CASE);
  }

  private void append(CaseFile file, String head, Deed deed) {
    String digest =
        ActionPayloads.digest(head, file.id(), file.version(), deed.kind(), deed.payload());
    rows.append(
        new ActionRow(
            file.id(),
            file.version(),
            deed.form(),
            deed.kind(),
            deed.what(),
            payloads.seal(file.id(), file.version(), deed.payload()),
            digest,
            Doer.current(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            day.today()));
    files.advance(file, digest);
  }

  private void tell(CaseFile file, Deed deed, ActKind kind) {
    events.publishEvent(new CaseChanged(file, deed.kind(), file.version()));
    Act act = Act.of(kind, deed.what()).inCase(file.number()).carrying(deed.payload());
    Long applicant = file.applicant();
    audit.record(applicant == null ? act : act.concerning(applicant));
  }

  /** A desk that another kind of post has now is nobody's in particular. */
  private CaseFile advanced(CaseFile before, Standing after) {
    String deskArea = after.deskArea() == null ? before.deskArea() : after.deskArea();
    if (areas.path(before.area()).stream().noneMatch(area -> area.code().equals(deskArea))) {
      throw new IllegalArgumentException(
          "The desk " + deskArea + " is not above the case of " + before.area());
    }
    boolean same = before.standing().desk() == after.desk() && deskArea.equals(before.deskArea());
    @Nullable LocalDate closedOn = after.phase() == Phase.OPEN ? null : day.today();
    return new CaseFile(
        before.id(),
        before.number(),
        before.procedure(),
        before.area(),
        before.about(),
        before.applicant(),
        before.version() + 1,
        after.at(deskArea),
        deskArea,
        same ? before.deskPost() : null,
        before.openedOn(),
        closedOn,
        before.sample());
  }

  /** Every action, oldest first, opened and compared with the digest of the one before. */
  List<CaseAction> actions(CaseFile file) {
    List<ActionRow> all = rows.after(file.id(), 0);
    List<CaseAction> actions = new ArrayList<>();
    String before = ActionPayloads.NOTHING_BEFORE;
    for (ActionRow row : all) {
      String payload = payloads.open(row);
      before = ActionPayloads.digest(before, file.id(), row.seq(), row.kind(), payload);
      if (row.seq() != actions.size() + 1 || !before.equals(row.digest())) {
        throw broken(file);
      }
      actions.add(action(row, payload));
    }
    if (actions.size() < file.version()) {
      throw broken(file);
    }
    return actions;
  }

  private static CaseAction action(ActionRow row, String payload) {
    return new CaseAction(
        row.seq(),
        row.kind(),
        row.what(),
        payload,
        row.doer().person(),
        row.doer().name(),
        row.doer().postTitle(),
        row.at(),
        row.on());
  }

  private static Refusal broken(CaseFile file) {
    return new Refusal(
        Refusal.Kind.OUTSIDE,
        "没有打开。" + file.number() + " 的办理经过和它的摘要对不上。",
        "原样留着。",
        "请从备份核对，并告诉安全管理岗。");
  }
}
