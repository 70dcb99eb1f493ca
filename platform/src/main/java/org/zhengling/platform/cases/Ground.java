package org.zhengling.platform.cases;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.Budget;

/** Why a clock may stand still; which of them a procedure knows, and by which clause, it says. */
public enum Ground {
  CORRECTION("补正"),
  PUBLIC_NOTICE("公示"),
  OBJECTION("异议复查"),
  HEARING("听证"),
  DEPARTMENT("等待部门回复");

  private final String chinese;

  Ground(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * A ground that a procedure knows.
   *
   * @param clause the clause that allows it
   * @param atMost after which the clock runs again by itself; absent where nothing limits it
   */
  public record Allowed(Ground ground, ClauseId clause, @Nullable Budget atMost) {}
}
