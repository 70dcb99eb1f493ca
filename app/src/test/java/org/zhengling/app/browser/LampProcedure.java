package org.zhengling.app.browser;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.cases.ClockRule;
import org.zhengling.platform.cases.Ground;
import org.zhengling.platform.cases.Procedure;
import org.zhengling.platform.cases.Standing;

/** A matter of no programme: what every case page shows is tried out with it. */
@Component
class LampProcedure implements Procedure {
  static final ClauseId CLAUSE = new ClauseId("济政灯〔2020〕1号", new ClausePath("二(一)1"));

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
            new Ground.Allowed(Ground.CORRECTION, CLAUSE, null)));
  }

  @Override
  public Standing reopened() {
    return Standing.open("重新检修", "再去看一次", PostKind.CASE_OFFICER);
  }
}
