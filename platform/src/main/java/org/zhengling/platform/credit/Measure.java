package org.zhengling.platform.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.credit.FinalDecision.Breach;

/**
 * A measure of a published list; what no list names may not be taken.
 *
 * @param list name of the published list
 * @param breach the one kind of breach it fits
 * @param mostMonths at most so long
 * @param to first day on which the list no longer holds; absent while it does
 */
public record Measure(
    long id,
    String name,
    String list,
    String clause,
    Breach breach,
    int mostMonths,
    LocalDate from,
    @Nullable LocalDate to) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
