package org.zhengling.engine.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseId;

/**
 * The clock of one matter: when it started, how much time the clause gives, when it stood still.
 * The due day is derived from these and a calendar, never stored.
 *
 * <ol>
 *   <li>The start day is not counted. Every later day counts that the budget is counted in (working
 *       days, or all days) and that no suspension covers; a day covered by several is left out
 *       once. Months and years are first turned into days from the start, so a suspension moves the
 *       end by as many days as it covers.
 *   <li>The due day is the day that uses the budget up; it ends at 24:00. Where the budget rolls
 *       on, it is the first working day from there on that is not suspended.
 *   <li>A suspension that begins after the due day changes nothing. One without an end that begins
 *       on or before it leaves the clock without a due day.
 *   <li>A suspended day needs no holiday table. Any other working day in a year without one makes
 *       the due day provisional.
 * </ol>
 */
public record LegalClock(LocalDate start, Budget budget, List<Suspension> suspensions) {
  public LegalClock {
    suspensions = List.copyOf(suspensions);
  }

  public static LegalClock startedOn(LocalDate start, Budget budget) {
    return new LegalClock(start, budget, List.of());
  }

  /** Stops it from this day on; a ground that already stops it is refused. */
  public LegalClock suspend(LocalDate from, String ground, ClauseId clause) {
    if (suspensions.stream().anyMatch(each -> isOpen(each, ground))) {
      throw new IllegalArgumentException("The clock is already suspended: " + ground);
    }
    var added = new Suspension(new DateRange(from, null), ground, clause);
    return new LegalClock(
        start, budget, Stream.concat(suspensions.stream(), Stream.of(added)).toList());
  }

  /**
   * This day counts again, as far as this ground goes; a ground that does not stop it is refused.
   */
  public LegalClock resume(LocalDate day, String ground) {
    if (suspensions.stream().noneMatch(each -> isOpen(each, ground))) {
      throw new IllegalArgumentException("The clock is not suspended: " + ground);
    }
    return new LegalClock(
        start,
        budget,
        suspensions.stream().map(each -> isOpen(each, ground) ? ended(each, day) : each).toList());
  }

  /** The last day; empty while a suspension without an end keeps it from being reached. */
  public Optional<DueDay> due(WorkingCalendar calendar) {
    Optional<DueDay> end =
        count(start, budget.daysFrom(start), day -> budget.counts(day, calendar));
    boolean rollsOn =
        budget instanceof Budget.CalendarPeriod period
            && period.onDayOff() == Budget.OnDayOff.ROLLS_ON;
    return rollsOn && end.isPresent() && end.get() instanceof DueDay.Settled(LocalDate day)
        ? count(day.minusDays(1), 1, calendar::isWorkingDay)
        : end;
  }

  /**
   * How it stands at the end of a day. A finished matter is read as of the day it was finished; the
   * days of a year without a table are not shown.
   */
  public Reading read(LocalDate asOf, WorkingCalendar calendar) {
    @Nullable DueDay due = due(calendar).orElse(null);
    LocalDate lastShown =
        switch (due) {
          case null -> later(asOf, standstill().minusDays(1));
          case DueDay.Settled(LocalDate day) -> later(asOf, day);
          case DueDay.Provisional provisional -> provisional.lastKnownDay();
        };
    List<Cell> cells = new ArrayList<>();
    for (LocalDate day = start.plusDays(1); !day.isAfter(lastShown); day = day.plusDays(1)) {
      if (isShown(day, calendar)) {
        cells.add(cell(day, asOf, due));
      }
    }
    int counted = (int) cells.stream().filter(Cell::isOfBudget).count();
    int stillToCount =
        switch (due) {
          case null -> budget.daysFrom(start) - counted;
          case DueDay.Settled _ -> 0;
          case DueDay.Provisional provisional -> provisional.daysLeft();
        };
    for (int i = 0; i < stillToCount; i++) {
      cells.add(Cell.LEFT);
    }
    return new Reading(state(asOf, due), due, cells);
  }

  private Optional<DueDay> count(LocalDate from, int amount, Predicate<LocalDate> counts) {
    LocalDate day = from;
    int left = amount;
    while (left > 0) {
      LocalDate next = day.plusDays(1);
      if (suspensions.stream().anyMatch(each -> isForEver(each, next))) {
        return Optional.empty();
      }
      try {
        left -= !isSuspended(next) && counts.test(next) ? 1 : 0;
      } catch (YearNotLoaded missing) {
        return Optional.of(new DueDay.Provisional(missing.year(), day, left));
      }
      day = next;
    }
    return Optional.of(new DueDay.Settled(day));
  }

  private Cell cell(LocalDate day, LocalDate asOf, @Nullable DueDay due) {
    if (isPast(due, day)) {
      return Cell.OVER;
    }
    if (isSuspended(day)) {
      return Cell.SUSPENDED;
    }
    return day.isAfter(asOf) ? Cell.LEFT : Cell.USED;
  }

  private State state(LocalDate asOf, @Nullable DueDay due) {
    if (isPast(due, asOf)) {
      return State.ENDED;
    }
    return isSuspended(asOf) ? State.SUSPENDED : State.RUNNING;
  }

  private boolean isShown(LocalDate day, WorkingCalendar calendar) {
    boolean known = budget instanceof Budget.CalendarPeriod || calendar.covers(day.getYear());
    return known && budget.counts(day, calendar);
  }

  private boolean isSuspended(LocalDate day) {
    return suspensions.stream().anyMatch(each -> each.days().contains(day));
  }

  /** The first day of the first suspension without an end. */
  private LocalDate standstill() {
    return suspensions.stream()
        .map(Suspension::days)
        .filter(days -> days.to() == null)
        .map(DateRange::from)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean isPast(@Nullable DueDay due, LocalDate day) {
    return due instanceof DueDay.Settled(LocalDate last) && day.isAfter(last);
  }

  private static boolean isForEver(Suspension suspension, LocalDate day) {
    return suspension.days().to() == null && suspension.days().contains(day);
  }

  private static boolean isOpen(Suspension suspension, String ground) {
    return suspension.days().to() == null && suspension.ground().equals(ground);
  }

  private static Suspension ended(Suspension open, LocalDate day) {
    return new Suspension(new DateRange(open.days().from(), day), open.ground(), open.clause());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * The clock on one day.
   *
   * @param due the last day; absent while it is suspended without an end
   * @param cells its bar, one cell for a day of the kind the budget is counted in
   */
  public record Reading(State state, @Nullable DueDay due, List<Cell> cells) {
    public Reading {
      cells = List.copyOf(cells);
    }

    /** Days of the budget used up, the day of reading included. */
    public int used() {
      return count(Cell.USED);
    }

    /** Days of the budget that remain after the day of reading; 0 on the due day. */
    public int left() {
      return count(Cell.LEFT);
    }

    /** Days past the due day, 0 while it is not over. */
    public int over() {
      return count(Cell.OVER);
    }

    private int count(Cell kind) {
      return (int) cells.stream().filter(kind::equals).count();
    }
  }

  /** Whether time runs. */
  public enum State {
    RUNNING,
    SUSPENDED,
    /** The due day has passed. */
    ENDED
  }

  /** One day of the bar. */
  public enum Cell {
    USED,
    SUSPENDED,
    LEFT,
    OVER;

    private boolean isOfBudget() {
      return this == USED || this == LEFT;
    }
  }
}
