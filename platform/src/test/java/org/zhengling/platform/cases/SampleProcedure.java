package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.Budget.CalendarPeriod;
import org.zhengling.engine.time.Budget.OnDayOff;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.platform.access.PostKind;

/** Mending a street lamp: a matter of no programme, with a clock of every sort. */
public final class SampleProcedure implements Procedure {
  public static final ClauseId CLAUSE = new ClauseId("济政灯〔2020〕1号", new ClausePath("二(一)1"));

  @Override
  public String slug() {
    return "street-lamp";
  }

  @Override
  public String chinese() {
    return "路灯报修";
  }

  @Override
  public String character() {
    return "灯";
  }

  @Override
  public List<ClockRule> clocks(LocalDate on) {
    return List.of(
        ClockRule.of(
            "review",
            "审核",
            new WorkingDays(20),
            CLAUSE,
            new Ground.Allowed(Ground.CORRECTION, CLAUSE, null),
            new Ground.Allowed(Ground.OBJECTION, CLAUSE, null),
            new Ground.Allowed(Ground.DEPARTMENT, CLAUSE, new WorkingDays(5))),
        ClockRule.of("letter", "告知", new WorkingDays(3), CLAUSE),
        ClockRule.of("notice", "公示", days(Period.ofDays(7), OnDayOff.STAYS), CLAUSE),
        ClockRule.of("mending", "修复", days(Period.ofMonths(1), OnDayOff.ROLLS_ON), CLAUSE),
        new ClockRule(
            "call", "回电", new WorkingDays(1), CLAUSE, List.of(), EnumSet.of(Rung.OVERDUE)));
  }

  private static Budget days(Period length, OnDayOff onDayOff) {
    return new CalendarPeriod(length, onDayOff);
  }

  @Override
  public Standing reopened() {
    return Standing.open("重新检修", "再去看一次", PostKind.CASE_OFFICER);
  }
}
