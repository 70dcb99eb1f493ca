package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.DateRange;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.engine.time.Suspension;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.cases.store.Clocks.ActRow;
import org.zhengling.platform.cases.store.Clocks.ClockRow;
import org.zhengling.platform.cases.store.Clocks.Projection;

/**
 * A clock of the engine from what happened to it. A suspension with a limit ends by itself with the
 * limit, unless it was ended before.
 */
final class ClockFold {
  private final ClockRow row;
  private final WorkingCalendar calendar;
  private final List<Halt> halts = new ArrayList<>();
  private @Nullable LocalDate stoppedOn;

  private ClockFold(ClockRow row, WorkingCalendar calendar) {
    this.row = row;
    this.calendar = calendar;
  }

  private record Halt(
      LocalDate from,
      Ground ground,
      ClauseId clause,
      @Nullable Budget limit,
      @Nullable LocalDate resumed) {}

  static ClockFold of(ClockRow row, List<ActRow> acts, WorkingCalendar calendar) {
    ClockFold fold = new ClockFold(row, calendar);
    for (ActRow act : acts) {
      switch (act.what()) {
        case START -> {}
        case SUSPEND ->
            fold.halts.add(
                new Halt(
                    act.on(),
                    Objects.requireNonNull(act.ground()),
                    Objects.requireNonNull(act.clause()),
                    act.limit(),
                    null));
        case RESUME -> fold.resume(Objects.requireNonNull(act.ground()), act.on());
        case STOP -> fold.stoppedOn = act.on();
      }
    }
    return fold;
  }

  private void resume(Ground ground, LocalDate on) {
    halts.replaceAll(halt ->
        halt.ground() == ground && halt.resumed() == null
            ? new Halt(halt.from(), ground, halt.clause(), halt.limit(), on)
            : halt);
  }

  LegalClock clock() {
    List<Suspension> suspensions =
        halts.stream()
            .map(halt ->
                new Suspension(
                    new DateRange(halt.from(), end(halt).orElse(null)),
                    halt.ground().chinese(),
                    halt.clause()))
            .toList();
    return new LegalClock(row.startedOn(), row.budget(), suspensions);
  }

  /** Whether it stands still on this ground on that day. */
  boolean halted(Ground ground, LocalDate on) {
    return halts.stream()
        .filter(halt -> halt.ground() == ground && halt.resumed() == null)
        .anyMatch(halt -> end(halt).filter(end -> !end.isAfter(on)).isEmpty());
  }

  /** The first day that counts again, as far as it can be told. */
  private Optional<LocalDate> end(Halt halt) {
    Optional<LocalDate> limited =
        Optional.ofNullable(halt.limit())
            .flatMap(limit -> LegalClock.startedOn(halt.from().minusDays(1), limit).due(calendar))
            .flatMap(ClockFold::settled)
            .map(last -> last.plusDays(1));
    LocalDate resumed = halt.resumed();
    if (resumed == null) {
      return limited;
    }
    return Optional.of(limited.filter(resumed::isAfter).orElse(resumed));
  }

  private static Optional<LocalDate> settled(DueDay due) {
    return switch (due) {
      case DueDay.Settled(LocalDate day) -> Optional.of(day);
      case DueDay.Provisional _ -> Optional.empty();
    };
  }

  @Nullable LocalDate stoppedOn() {
    return stoppedOn;
  }

  /** What follows from it now. */
  Projection projection() {
    @Nullable DueDay due = clock().due(calendar).orElse(null);
    return switch (due) {
      case null -> new Projection(stoppedOn, true, null, null);
      case DueDay.Settled(LocalDate day) -> new Projection(stoppedOn, false, day, null);
      case DueDay.Provisional provisional ->
          new Projection(stoppedOn, false, null, provisional.missingYear());
    };
  }

  /** The first day of a rung; nobody is told about a clock that was stopped. */
  @Nullable LocalDate reachedOn(Rung rung) {
    return stoppedOn == null ? rung.reachedOn(clock(), calendar).orElse(null) : null;
  }
}
