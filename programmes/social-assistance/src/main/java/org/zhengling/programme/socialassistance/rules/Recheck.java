package org.zhengling.programme.socialassistance.rules;

import java.time.LocalDate;
import org.zhengling.engine.law.Clause;

/** How steady the income of a household is, and so how often it is looked at again. */
public enum Recheck {
  STABLE("recheck-stable", "收入基本不变"),
  SMALL_CHANGE("recheck-small-change", "收入变化不大"),
  UNSTABLE_URBAN("recheck-unstable-urban", "收入不固定（城镇）"),
  UNSTABLE_RURAL("recheck-unstable-rural", "收入不固定（农村）");

  private final String parameter;
  private final String chinese;

  Recheck(String parameter, String chinese) {
    this.parameter = parameter;
    this.chinese = chinese;
  }

  /** Name of the parameter with its months. */
  public String parameter() {
    return parameter;
  }

  public String chinese() {
    return chinese;
  }

  /** Last day of the next look. */
  @Clause("社会救助暂行办法 第十三条")
  public static LocalDate next(LocalDate last, int months) {
    return last.plusMonths(months);
  }
}
