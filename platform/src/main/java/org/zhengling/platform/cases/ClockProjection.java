package org.zhengling.platform.cases;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.cases.store.Clocks;
import org.zhengling.platform.cases.store.Clocks.ActRow;
import org.zhengling.platform.cases.store.Clocks.ClockRow;
import org.zhengling.platform.cases.store.Clocks.Projection;
import org.zhengling.platform.clauses.CalendarChanged;
import org.zhengling.platform.clauses.Calendars;

/**
 * Writes down the days that follow from clocks and the calendar, so that lists can be sorted by
 * them, and compares what is written with what follows.
 *
 * <ol>
 *   <li>With every act on a clock, in its transaction.
 *   <li>When a holiday table changed: at once after it is kept, and else with the next daily round,
 *       which sees that the tables are others than those last used.
 * </ol>
 */
@Component
public class ClockProjection {
  private static final Logger LOG = LoggerFactory.getLogger(ClockProjection.class);
  private static final int STEP = 200;

  private final Clocks clocks;
  private final Calendars calendars;
  private final AreaDirectory areas;
  private final InstantSource clock;
  private final TransactionTemplate alone;

  ClockProjection(
      Clocks clocks,
      Calendars calendars,
      AreaDirectory areas,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.clocks = clocks;
    this.calendars = calendars;
    this.areas = areas;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** A clock of a case that is locked. */
  void project(long caseFile, long id) {
    clocks.lockRunning(caseFile).stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .ifPresent(row -> write(row, clocks.acts(List.of(id)), calendars.current()));
    clocks.projectCase(caseFile);
  }

  private void write(ClockRow row, List<ActRow> acts, WorkingCalendar calendar) {
    ClockFold fold = ClockFold.of(row, acts, calendar);
    clocks.project(row.id(), fold.projection());
    row.rungs().forEach(rung -> clocks.projectRung(row.id(), rung, fold.reachedOn(rung)));
  }

  /** The table is kept already; where this fails, the next daily round does it. */
  @TransactionalEventListener
  void changed(CalendarChanged change) {
    try {
      followCalendar();
    } catch (RuntimeException e) {
      LOG.error("Days were not derived again for the holidays of {}", change.year(), e);
    }
  }

  /** Derives every running clock again when the holiday tables changed since they last were. */
  public void followCalendar() {
    everywhere(() -> {
      String version = Objects.requireNonNull(alone.execute(status -> calendars.version()));
      if (!version.equals(alone.execute(status -> clocks.calendarUsed()))) {
        inSteps(rows -> {
          WorkingCalendar calendar = calendars.current();
          Map<Long, List<ActRow>> acts = acts(rows);
          rows.forEach(row -> write(row, acts.getOrDefault(row.id(), List.of()), calendar));
          rows.stream().map(ClockRow::caseFile).distinct().forEach(clocks::projectCase);
        });
        alone.executeWithoutResult(status -> clocks.useCalendar(version, clock.instant()));
      }
    });
  }

  /**
   * A clock whose written days are not those that follow.
   *
   * @param written as lists sort by it; absent where no day was written
   * @param follows from what happened and the calendar; absent where no day follows
   */
  public record Difference(
      long caseFile, String clock, @Nullable LocalDate written, @Nullable LocalDate follows) {}

  /** What is written wrongly; nothing is changed. Every night it should be nothing. */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    everywhere(() ->
        inSteps(rows -> {
          WorkingCalendar calendar = calendars.current();
          Map<Long, List<ActRow>> acts = acts(rows);
          for (ClockRow row : rows) {
            Projection follows =
                ClockFold.of(row, acts.getOrDefault(row.id(), List.of()), calendar).projection();
            if (!follows.equals(written(row))) {
              differences.add(
                  new Difference(row.caseFile(), row.title(), row.dueOn(), follows.dueOn()));
            }
          }
        }));
    return differences;
  }

  private static Projection written(ClockRow row) {
    return new Projection(row.stoppedOn(), row.suspended(), row.dueOn(), row.missingYear());
  }

  private Map<Long, List<ActRow>> acts(List<ClockRow> rows) {
    return clocks.acts(rows.stream().map(ClockRow::id).toList()).stream()
        .collect(groupingBy(ActRow::clock));
  }

  private interface Step {
    void on(List<ClockRow> rows);
  }

  /** A transaction a step, so that no clerk waits long for a clock. */
  private void inSteps(Step step) {
    long last = 0;
    List<ClockRow> rows;
    do {
      long after = last;
      rows =
          Objects.requireNonNull(
              alone.execute(status -> {
                List<ClockRow> some = clocks.lockRunningAfter(after, STEP);
                step.on(some);
                return some;
              }));
      last = rows.isEmpty() ? last : rows.getLast().id();
    } while (rows.size() == STEP);
  }

  private void everywhere(Runnable work) {
    new Scope(List.of(areas.city().code()))
        .call(() -> {
          work.run();
          return null;
        });
  }
}
