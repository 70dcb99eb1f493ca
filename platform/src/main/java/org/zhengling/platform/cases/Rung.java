package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.Budget.CalendarPeriod;
import org.zhengling.engine.time.Budget.OnDayOff;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.engine.time.WorkingCalendar;

/** A moment of a clock at which somebody is told; each is reached once in the life of a clock. */
public enum Rung {
  HALF("时限过半"),
  THREE_QUARTERS("时限过四分之三"),
  /** Not before the last day has passed. */
  OVERDUE("已逾期");

  private final String chinese;

  Rung(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The first day on which it is reached; empty while no day can be told. */
  Optional<LocalDate> reachedOn(LegalClock clock, WorkingCalendar calendar) {
    return switch (this) {
      case HALF -> settled(part(clock, 1, 2), calendar);
      case THREE_QUARTERS -> settled(part(clock, 3, 4), calendar);
      case OVERDUE -> settled(clock, calendar).map(day -> day.plusDays(1));
    };
  }

  private static Optional<LocalDate> settled(LegalClock clock, WorkingCalendar calendar) {
    return clock
        .due(calendar)
        .flatMap(due ->
            switch (due) {
              case DueDay.Settled(LocalDate day) -> Optional.of(day);
              case DueDay.Provisional _ -> Optional.empty();
            });
  }

  /** The same clock with a share of its days, rounded up: 15 days are half used up with the 8th. */
  private static LegalClock part(LegalClock clock, int share, int of) {
    int days = Math.ceilDiv(clock.budget().daysFrom(clock.start()) * share, of);
    Budget budget =
        switch (clock.budget()) {
          case WorkingDays _ -> new WorkingDays(days);
          case CalendarPeriod _ -> new CalendarPeriod(Period.ofDays(days), OnDayOff.STAYS);
        };
    return new LegalClock(clock.start(), budget, clock.suspensions());
  }
}
