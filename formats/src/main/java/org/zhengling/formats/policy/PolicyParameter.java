package org.zhengling.formats.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.engine.law.Confidence;

/**
 * A number that an order needs, as its programme states it.
 *
 * @param name unique in the programme, in English
 * @param nameZh what it is called on pages
 * @param unit what one is, in English; {@link UnitWords} has the Chinese word
 * @param clause the clause that sets the number, or that it serves when {@code source} is given
 * @param source the other text that sets it; empty when the order does
 * @param lines every value it ever had, the oldest first
 */
public record PolicyParameter(
    String name,
    String nameZh,
    String unit,
    ClauseSpan clause,
    Confidence confidence,
    String source,
    List<Line> lines) {
  public PolicyParameter {
    lines = List.copyOf(lines);
  }

  /**
   * One value.
   *
   * @param from first day it holds
   * @param to last day it holds; absent while it is in force
   */
  public record Line(long value, LocalDate from, @Nullable LocalDate to) {
    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
