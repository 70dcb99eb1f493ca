package org.zhengling.platform.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.Budget;

/**
 * A clock of a procedure.
 *
 * @param name its identifier within the procedure, small letters
 * @param title Chinese: 审核确认
 * @param grounds on which it may stand still; others leave it running
 * @param rungs at which somebody is told
 */
public record ClockRule(
    String name,
    String title,
    Budget budget,
    ClauseId clause,
    List<Ground.Allowed> grounds,
    Set<Rung> rungs) {

  public ClockRule {
    grounds = List.copyOf(grounds);
    rungs = Set.copyOf(rungs);
    long kinds = grounds.stream().map(Ground.Allowed::ground).distinct().count();
    if (kinds != grounds.size()) {
      throw new IllegalArgumentException("A ground twice in the clock " + name);
    }
  }

  /** With every rung. */
  public static ClockRule of(
      String name, String title, Budget budget, ClauseId clause, Ground.Allowed... grounds) {
    return new ClockRule(name, title, budget, clause, List.of(grounds), EnumSet.allOf(Rung.class));
  }
}
