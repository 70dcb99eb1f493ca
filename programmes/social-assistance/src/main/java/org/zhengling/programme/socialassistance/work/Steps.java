package org.zhengling.programme.socialassistance.work;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.Deed;
import org.zhengling.platform.cases.Ground;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.store.Allowances;

/** One more step of a case: whether it follows, what it does to the clocks, and its record. */
@Component
class Steps {
  private final Cases cases;
  private final CaseClocks clocks;
  private final AllowanceFiles files;
  private final AllowanceProcedure procedure;
  private final Allowances allowances;
  private final BusinessDay day;

  Steps(
      Cases cases,
      CaseClocks clocks,
      AllowanceFiles files,
      AllowanceProcedure procedure,
      Allowances allowances,
      BusinessDay day) {
    this.cases = cases;
    this.clocks = clocks;
    this.files = files;
    this.procedure = procedure;
    this.allowances = allowances;
    this.day = day;
  }

  /**
   * Takes the step; a form that was done already changes nothing.
   *
   * @param expected version of the case on which it was decided
   */
  @Transactional
  CaseFile take(long id, int expected, Step step) {
    AllowanceFile before = files.of(id);
    if (before.knows(step.form())) {
      return before.file();
    }
    AllowanceCase after = before.state().after(step.action());
    turnClocks(id, step.action());
    allowances.stand(id, after.chinese());
    return cases.act(
        id,
        expected,
        new Deed(
            step.form(),
            StepText.kind(step.action().getClass()),
            step.what(),
            StepText.write(step)),
        procedure.standing(after, day.today(), before.file().area()));
  }

  /** Which action starts, halts or ends which clock; a case that closes ends them all itself. */
  private void turnClocks(long id, Action action) {
    switch (action) {
      case Action.Accepted _ -> {
        clocks.start(id, AllowanceProcedure.WHOLE);
        clocks.start(id, AllowanceProcedure.INVESTIGATION);
      }
      case Action.PapersAsked _ -> clocks.suspend(id, Ground.CORRECTION, "补正通知书送达");
      case Action.PapersBrought _ -> resume(id, Ground.CORRECTION, "收到补正材料");
      case Action.Checked _ -> resume(id, Ground.DEPARTMENT, "重新询问");
      case Action.Posted _ -> {
        resume(id, Ground.OBJECTION, "重新公示");
        running(id, AllowanceProcedure.INVESTIGATION, name -> clocks.stop(id, name));
        clocks.suspend(id, Ground.PUBLIC_NOTICE, "公示不计入");
      }
      case Action.Objected _ -> {
        resume(id, Ground.PUBLIC_NOTICE, "公示停止");
        clocks.suspend(id, Ground.OBJECTION, "重新调查");
      }
      case Action.PostingEnded _ -> {
        resume(id, Ground.PUBLIC_NOTICE, "公示期满");
        clocks.start(id, AllowanceProcedure.DECISION);
      }
      case Action.Refused _ -> {
        running(id, AllowanceProcedure.DECISION, name -> clocks.stop(id, name));
        running(id, AllowanceProcedure.WHOLE, name -> clocks.stop(id, name));
        clocks.start(id, AllowanceProcedure.REFUSAL_NOTICE);
      }
      case Action.Surveyed _,
          Action.Appraised _,
          Action.VisitAsked _,
          Action.Visited _,
          Action.Granted _,
          Action.RefusalDelivered _,
          Action.Withdrawn _ -> {}
    }
  }

  private void running(long id, String name, Consumer<String> act) {
    if (clocks.of(id).stream().anyMatch(clock -> clock.runs() && clock.name().equals(name))) {
      act.accept(name);
    }
  }

  /** A clock that its limit set going again by itself needs nobody to resume it. */
  private void resume(long id, Ground ground, String note) {
    boolean halted =
        clocks.of(id).stream().filter(CaseClock::runs).anyMatch(clock -> isHalted(clock, ground));
    if (halted) {
      clocks.resume(id, ground, note);
    }
  }

  private boolean isHalted(CaseClock clock, Ground ground) {
    return clock.clock().suspensions().stream()
        .filter(one -> one.ground().equals(ground.chinese()))
        .anyMatch(one -> one.days().contains(day.today()));
  }
}
