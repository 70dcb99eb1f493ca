package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.LegalClock;

/**
 * A clock of a case on one day.
 *
 * @param name as in its {@link ClockRule}
 * @param title Chinese
 * @param stoppedOn absent while it runs
 * @param reading as of today, or of the day it was stopped
 * @param reached rungs that somebody was told about
 * @param history what happened to it, oldest first
 */
public record CaseClock(
    long id,
    long caseFile,
    String name,
    String title,
    ClauseId clause,
    LegalClock clock,
    @Nullable LocalDate stoppedOn,
    LegalClock.Reading reading,
    Set<Rung> reached,
    List<Event> history) {
  public CaseClock {
    reached = Set.copyOf(reached);
    history = List.copyOf(history);
  }

  /**
   * Something that happened to it.
   *
   * @param what Chinese, with the ground: 中止计时（补正）
   */
  public record Event(
      java.time.Instant at,
      LocalDate on,
      String what,
      String note,
      String personName,
      String postTitle) {}

  public boolean runs() {
    return stoppedOn == null;
  }
}
