package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Budget.CalendarPeriod;
import org.zhengling.engine.time.Budget.OnDayOff;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.engine.time.LegalClock.Cell;
import org.zhengling.engine.time.LegalClock.State;

class LegalClockProperties {
  private static final ClauseId CLAUSE = new ClauseId("示例〔2020〕1号", new ClausePath("一"));
  private static final int HORIZON = 900;

  /** One suspension in so many has no end. */
  private static final int FOR_EVER = 20;

  private final WorkingCalendar calendar = Holidays.CALENDAR;

  /** Marks every day of a long strip, then counts; no day of it lies in a year without a table. */
  @Property(seed = "20200927", tries = 2000)
  void itAgreesWithMarkingTheDaysOneByOne(
      @ForAll("clocks") LegalClock clock, @ForAll @IntRange(min = 1, max = 200) int age) {
    boolean[] still = new boolean[HORIZON];
    for (Suspension suspension : clock.suspensions()) {
      DateRange days = suspension.days();
      for (int i = 0; i < HORIZON; i++) {
        LocalDate day = clock.start().plusDays(i);
        still[i] |=
            days.from().compareTo(day) <= 0 && (days.to() == null || days.to().isAfter(day));
      }
    }
    @Nullable LocalDate due = bruteForceDue(clock, still);
    Optional<DueDay> expected = Optional.ofNullable(due).map(DueDay.Settled::new);
    assertThat(clock.due(calendar)).isEqualTo(expected);

    List<Cell> passed = new ArrayList<>();
    for (int i = 1; i <= age; i++) {
      LocalDate day = clock.start().plusDays(i);
      if (clock.budget() instanceof CalendarPeriod || calendar.isWorkingDay(day)) {
        boolean over = due != null && day.isAfter(due);
        passed.add(over ? Cell.OVER : still[i] ? Cell.SUSPENDED : Cell.USED);
      }
    }
    LocalDate asOf = clock.start().plusDays(age);
    LegalClock.Reading reading = clock.read(asOf, calendar);
    assertThat(reading.cells().subList(0, passed.size())).isEqualTo(passed);
    assertThat(reading.cells().subList(passed.size(), reading.cells().size()))
        .doesNotContain(Cell.USED, Cell.OVER);
    int budget = clock.budget().daysFrom(clock.start());
    if (rollsOn(clock)) {
      assertThat(reading.used() + reading.left()).isGreaterThanOrEqualTo(budget);
    } else {
      assertThat(reading.used() + reading.left()).isEqualTo(budget);
    }
    boolean ended = due != null && asOf.isAfter(due);
    assertThat(reading.state())
        .isEqualTo(ended ? State.ENDED : still[age] ? State.SUSPENDED : State.RUNNING);
  }

  private @Nullable LocalDate bruteForceDue(LegalClock clock, boolean[] still) {
    int left =
        switch (clock.budget()) {
          case WorkingDays working -> working.amount();
          case CalendarPeriod period ->
              (int) clock.start().datesUntil(clock.start().plus(period.length())).count();
        };
    int i = 0;
    while (left > 0) {
      if (++i >= HORIZON) {
        return null;
      }
      boolean counts =
          clock.budget() instanceof CalendarPeriod
              || calendar.isWorkingDay(clock.start().plusDays(i));
      left -= counts && !still[i] ? 1 : 0;
    }
    while (rollsOn(clock) && (still[i] || !calendar.isWorkingDay(clock.start().plusDays(i)))) {
      if (++i >= HORIZON) {
        return null;
      }
    }
    return clock.start().plusDays(i);
  }

  private static boolean rollsOn(LegalClock clock) {
    return clock.budget() instanceof CalendarPeriod period
        && period.onDayOff() == OnDayOff.ROLLS_ON;
  }

  @Provide
  Arbitrary<LegalClock> clocks() {
    Arbitrary<LocalDate> starts =
        Arbitraries.longs()
            .between(LocalDate.of(2007, 1, 1).toEpochDay(), LocalDate.of(2024, 6, 1).toEpochDay())
            .map(LocalDate::ofEpochDay);
    return starts.flatMap(start ->
        Combinators.combine(budgets(), suspensions(start).list().ofMaxSize(5))
            .as((budget, suspensions) -> new LegalClock(start, budget, suspensions)));
  }

  private static Arbitrary<Budget> budgets() {
    Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 60);
    Arbitrary<Period> lengths =
        Arbitraries.oneOf(
            amounts.map(Period::ofDays),
            Arbitraries.integers().between(1, 6).map(Period::ofMonths),
            Arbitraries.just(Period.ofYears(1)));
    return Arbitraries.oneOf(
        amounts.map(WorkingDays::new),
        Combinators.combine(lengths, Arbitraries.of(OnDayOff.class)).as(CalendarPeriod::new));
  }

  private static Arbitrary<Suspension> suspensions(LocalDate start) {
    Arbitrary<Integer> firsts = Arbitraries.integers().between(-20, 120);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(0, FOR_EVER);
    return Combinators.combine(firsts, lengths)
        .as((first, length) -> {
          LocalDate from = start.plusDays(first);
          @Nullable LocalDate to = length == FOR_EVER ? null : from.plusDays(length);
          return new Suspension(new DateRange(from, to), "补正材料", CLAUSE);
        });
  }
}
