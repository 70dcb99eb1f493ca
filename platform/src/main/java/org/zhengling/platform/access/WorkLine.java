package org.zhengling.platform.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.LegalClock;

/**
 * One thing that waits for a post, as "my work" lists it.
 *
 * @param light its state: overdue, at-risk, on-plan, not-started, suspended
 * @param word of the light, Chinese: 逾期, 今天, 临期
 * @param left what is left, 超 3 or 9; empty when there is no last day
 * @param leftUnit its unit; empty with it
 * @param title the whole title; it leads to {@code href}
 * @param note a grey line under it
 * @param next what is to be done next; empty where the list does not say
 * @param cells of the clock bar; empty where there is no clock
 * @param clockText under the bar: 用 11 / 限 20
 * @param due the last day in writing, or why there is none
 * @param dueOn absent where there is none
 * @param clause label of the clause: 〔53号 二(二)5〕
 * @param document and {@code path}: where the clause stands
 */
public record WorkLine(
    WorkGroup group,
    String light,
    String word,
    String left,
    String leftUnit,
    String title,
    String note,
    String href,
    String next,
    List<LegalClock.Cell> cells,
    String clockText,
    String due,
    @Nullable LocalDate dueOn,
    String clause,
    String document,
    String path) {
  public WorkLine {
    cells = List.copyOf(cells);
  }
}
