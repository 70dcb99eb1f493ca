package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengling.engine.time.LegalClock.Cell.LEFT;
import static org.zhengling.engine.time.LegalClock.Cell.OVER;
import static org.zhengling.engine.time.LegalClock.Cell.SUSPENDED;
import static org.zhengling.engine.time.LegalClock.Cell.USED;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Budget.CalendarPeriod;
import org.zhengling.engine.time.Budget.OnDayOff;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.engine.time.LegalClock.State;

class LegalClockTest {
  private static final ClauseId CLAUSE = new ClauseId("示例〔2020〕1号", new ClausePath("二(三)7"));
  private static final String MATERIALS = "补正材料";

  private final WorkingCalendar calendar = Holidays.CALENDAR;

  @Test
  void withoutSuspensionItIsTheCalendar() {
    LegalClock clock = LegalClock.startedOn(LocalDate.of(2020, 9, 25), new WorkingDays(15));
    assertThat(clock.due(calendar)).contains(settled("2020-10-22"));
  }

  @Test
  void theBarShowsOneCellAWorkingDay() {
    // Friday 2020-09-18; suspended Tuesday to Wednesday; the Sunday 2020-09-27 is worked.
    LegalClock clock =
        LegalClock.startedOn(LocalDate.of(2020, 9, 18), new WorkingDays(5))
            .suspend(LocalDate.of(2020, 9, 22), MATERIALS, CLAUSE)
            .resume(LocalDate.of(2020, 9, 24), MATERIALS);
    LegalClock.Reading reading = clock.read(LocalDate.of(2020, 9, 25), calendar);
    assertThat(reading.cells()).containsExactly(USED, SUSPENDED, SUSPENDED, USED, USED, LEFT, LEFT);
    assertThat(reading.due()).isEqualTo(settled("2020-09-28"));
    assertThat(reading.state()).isEqualTo(State.RUNNING);
    assertThat(reading.used()).isEqualTo(3);
    assertThat(reading.left()).isEqualTo(2);
    assertThat(reading.over()).isZero();

    LegalClock.Reading dueDay = clock.read(LocalDate.of(2020, 9, 28), calendar);
    assertThat(dueDay.state()).as("it ends at 24:00").isEqualTo(State.RUNNING);
    assertThat(dueDay.left()).isZero();

    LegalClock.Reading late = clock.read(LocalDate.of(2020, 9, 30), calendar);
    assertThat(late.state()).isEqualTo(State.ENDED);
    assertThat(late.cells())
        .containsExactly(USED, SUSPENDED, SUSPENDED, USED, USED, USED, USED, OVER, OVER);
    assertThat(late.over()).isEqualTo(2);
  }

  @Test
  void anOpenSuspensionLeavesNoDueDayUntilItEnds() {
    LegalClock clock =
        LegalClock.startedOn(LocalDate.of(2020, 9, 18), new WorkingDays(5))
            .suspend(LocalDate.of(2020, 9, 22), MATERIALS, CLAUSE);
    LegalClock.Reading reading = clock.read(LocalDate.of(2020, 9, 23), calendar);
    assertThat(clock.due(calendar)).isEmpty();
    assertThat(reading.due()).isNull();
    assertThat(reading.state()).isEqualTo(State.SUSPENDED);
    assertThat(reading.cells()).containsExactly(USED, SUSPENDED, SUSPENDED, LEFT, LEFT, LEFT, LEFT);
    assertThat(clock.resume(LocalDate.of(2020, 9, 24), MATERIALS).due(calendar))
        .contains(settled("2020-09-28"));
  }

  @Test
  void overlappingSuspensionsAreLeftOutOnce() {
    LegalClock one =
        LegalClock.startedOn(LocalDate.of(2020, 9, 18), new WorkingDays(5))
            .suspend(LocalDate.of(2020, 9, 22), MATERIALS, CLAUSE)
            .resume(LocalDate.of(2020, 9, 25), MATERIALS);
    LegalClock two =
        one.suspend(LocalDate.of(2020, 9, 21), "鉴定", CLAUSE)
            .resume(LocalDate.of(2020, 9, 24), "鉴定");
    assertThat(one.due(calendar)).contains(settled("2020-09-29"));
    assertThat(two.due(calendar)).contains(settled("2020-09-30"));
  }

  @Test
  void aSuspensionAfterTheDueDayChangesNothing() {
    LegalClock clock =
        LegalClock.startedOn(LocalDate.of(2020, 9, 18), new WorkingDays(2))
            .suspend(LocalDate.of(2020, 9, 23), MATERIALS, CLAUSE);
    LegalClock.Reading reading = clock.read(LocalDate.of(2020, 9, 24), calendar);
    assertThat(reading.due()).isEqualTo(settled("2020-09-22"));
    assertThat(reading.state()).isEqualTo(State.ENDED);
    assertThat(reading.cells()).containsExactly(USED, USED, OVER, OVER);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-31, P1M, STAYS, 2020-02-29",
    "2021-01-31, P1M, STAYS, 2021-02-28",
    "2020-02-29, P1Y, STAYS, 2021-02-28",
    "2020-08-27, P7D, STAYS, 2020-09-03",
    "2020-09-19, P7D, STAYS, 2020-09-26",
    "2020-09-19, P7D, ROLLS_ON, 2020-09-27",
    "2020-09-25, P7D, ROLLS_ON, 2020-10-09",
    "2020-08-31, P1M, ROLLS_ON, 2020-09-30",
    "2030-05-01, P3M, STAYS, 2030-08-01"
  })
  void aCalendarPeriodEndsOnTheCorrespondingDay(
      LocalDate start, Period length, OnDayOff onDayOff, LocalDate due) {
    assertThat(LegalClock.startedOn(start, new CalendarPeriod(length, onDayOff)).due(calendar))
        .contains(new DueDay.Settled(due));
  }

  @Test
  void aSuspensionMovesTheEndOfAMonthByItsDays() {
    LegalClock clock =
        LegalClock.startedOn(
                LocalDate.of(2020, 8, 31), new CalendarPeriod(Period.ofMonths(1), OnDayOff.STAYS))
            .suspend(LocalDate.of(2020, 9, 10), MATERIALS, CLAUSE)
            .resume(LocalDate.of(2020, 9, 15), MATERIALS);
    assertThat(clock.due(calendar)).contains(settled("2020-10-05"));
  }

  @Test
  void rollingOnIntoAYearWithoutTableIsProvisional() {
    LegalClock clock =
        LegalClock.startedOn(
            LocalDate.of(2026, 12, 1), new CalendarPeriod(Period.ofMonths(1), OnDayOff.ROLLS_ON));
    assertThat(clock.due(calendar))
        .contains(new DueDay.Provisional(2027, LocalDate.of(2026, 12, 31), 1));
    LegalClock.Reading reading = clock.read(LocalDate.of(2027, 1, 4), calendar);
    assertThat(reading.used()).isEqualTo(30);
    assertThat(reading.left()).isEqualTo(1);
    assertThat(reading.state()).isEqualTo(State.RUNNING);
  }

  @Test
  void daysOfAYearWithoutTableAreStillToBeCounted() {
    LegalClock clock = LegalClock.startedOn(LocalDate.of(2026, 12, 29), new WorkingDays(5));
    LegalClock.Reading reading = clock.read(LocalDate.of(2027, 1, 8), calendar);
    assertThat(reading.due())
        .isEqualTo(new DueDay.Provisional(2027, LocalDate.of(2026, 12, 31), 3));
    assertThat(reading.cells()).containsExactly(USED, USED, LEFT, LEFT, LEFT);
  }

  @Test
  void aSuspendedDayNeedsNoHolidayTable() {
    LegalClock clock =
        LegalClock.startedOn(LocalDate.of(2006, 12, 1), new WorkingDays(1))
            .suspend(LocalDate.of(2006, 12, 2), MATERIALS, CLAUSE)
            .resume(LocalDate.of(2007, 1, 1), MATERIALS);
    assertThat(clock.due(calendar)).contains(settled("2007-01-04"));
  }

  @Test
  void nonsenseIsRefused() {
    LocalDate day = LocalDate.of(2020, 9, 18);
    LegalClock clock = LegalClock.startedOn(day, new WorkingDays(5));
    LegalClock stopped = clock.suspend(day.plusDays(3), MATERIALS, CLAUSE);
    assertThatThrownBy(() -> clock.resume(day, MATERIALS)).hasMessageContaining(MATERIALS);
    assertThatThrownBy(() -> stopped.suspend(day, MATERIALS, CLAUSE))
        .hasMessageContaining(MATERIALS);
    assertThatThrownBy(() -> stopped.resume(day, MATERIALS)).hasMessageContaining("2020-09-18");
    assertThatThrownBy(() -> new WorkingDays(0)).isInstanceOf(IllegalArgumentException.class);
    for (Period length : new Period[] {Period.ZERO, Period.of(0, 1, 1), Period.ofDays(-1)}) {
      assertThatThrownBy(() -> new CalendarPeriod(length, OnDayOff.STAYS))
          .hasMessageContaining(length.toString());
    }
  }

  @Test
  void aHalfOpenRangeHoldsItsFirstDayAndNotItsEnd() {
    LocalDate first = LocalDate.of(2020, 9, 1);
    var month = new DateRange(first, LocalDate.of(2020, 10, 1));
    assertThat(month.contains(first)).isTrue();
    assertThat(month.contains(LocalDate.of(2020, 9, 30))).isTrue();
    assertThat(month.contains(LocalDate.of(2020, 10, 1))).isFalse();
    assertThat(month.contains(LocalDate.of(2020, 8, 31))).isFalse();
    assertThat(new DateRange(first, null).contains(LocalDate.of(2099, 1, 1))).isTrue();
    assertThat(new DateRange(first, first).contains(first)).isFalse();
  }

  private static DueDay settled(String day) {
    return new DueDay.Settled(LocalDate.parse(day));
  }
}
