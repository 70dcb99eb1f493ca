package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private final WorkingCalendar calendar = Holidays.CALENDAR;

  @ParameterizedTest
  @CsvSource({
    "2020-09-25, 15, 2020-10-22",
    "2020-08-27, 15, 2020-09-17",
    "2021-02-05, 15, 2021-03-03",
    "2020-09-30, 3, 2020-10-12",
    "2020-01-20, 5, 2020-02-04",
    "2026-02-10, 7, 2026-02-26",
    "2024-04-30, 30, 2024-06-14",
    "2006-12-31, 1, 2007-01-04",
    "2020-09-25, 1, 2020-09-27"
  })
  void theStartDayIsNotCounted(LocalDate from, int days, LocalDate due) {
    assertThat(calendar.due(from, days)).isEqualTo(new DueDay.Settled(due));
    assertThat(calendar.workingDaysBetween(from, due)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2020, 249",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 248",
    "2026, 248"
  })
  void aYearHasAsManyWorkingDaysAsItsNoticeLeaves(int year, int days) {
    LocalDate first = LocalDate.of(year, 1, 1);
    long found =
        first.datesUntil(first.plusYears(1)).filter(day -> calendar.isWorkingDay(day)).count();
    assertThat(found).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-19", "2020-02-03", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27",
        "2020-10-10", "2021-02-07", "2021-02-20", "2022-01-29", "2023-10-08", "2024-10-12",
        "2025-10-11", "2026-01-04", "2026-10-10", "2007-12-29", "2018-12-29"
      })
  void aMakeUpDayIsWorked(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-31",
        "2020-02-02",
        "2020-10-08",
        "2021-02-17",
        "2022-12-31",
        "2023-10-06",
        "2026-02-23",
        "2007-12-31",
        "2018-12-31",
        "2020-09-26"
      })
  void aHolidayIsOffAlsoWhenTheNextYearsNoticeNamesIt(LocalDate day) {
    assertThat(calendar.isWorkingDay(day)).isFalse();
  }

  @Test
  void everyYearFrom2007To2026IsCoveredAndNoOther() {
    for (int year = 2007; year <= 2026; year++) {
      assertThat(calendar.covers(year)).isTrue();
    }
    assertThat(calendar.covers(2006)).isFalse();
    assertThat(calendar.covers(2027)).isFalse();
  }

  @Test
  void aDayOfAYearWithoutTableIsRefusedNotGuessed() {
    assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 3, 1)))
        .isInstanceOfSatisfying(YearNotLoaded.class, e -> assertThat(e.year()).isEqualTo(2027));
    assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2006, 12, 30)))
        .as("named by the notice for 2007, but its own year is not loaded")
        .isInstanceOf(YearNotLoaded.class);
    assertThatThrownBy(
            () -> calendar.workingDaysBetween(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 5)))
        .isInstanceOf(YearNotLoaded.class);
  }

  @Test
  void aDueDayInAYearWithoutTableIsProvisional() {
    assertThat(calendar.due(LocalDate.of(2026, 12, 29), 5))
        .isEqualTo(new DueDay.Provisional(2027, LocalDate.of(2026, 12, 31), 3));
    assertThat(calendar.due(LocalDate.of(2026, 12, 29), 2))
        .isEqualTo(new DueDay.Settled(LocalDate.of(2026, 12, 31)));
    assertThat(calendar.due(LocalDate.of(2030, 5, 1), 2))
        .isEqualTo(new DueDay.Provisional(2030, LocalDate.of(2030, 5, 1), 2));
  }

  @Test
  void zeroWorkingDaysIsTheDayItselfOrTheNextWorkingDay() {
    assertThat(calendar.due(LocalDate.of(2020, 9, 30), 0))
        .isEqualTo(new DueDay.Settled(LocalDate.of(2020, 9, 30)));
    assertThat(calendar.due(LocalDate.of(2020, 10, 1), 0))
        .isEqualTo(new DueDay.Settled(LocalDate.of(2020, 10, 9)));
    assertThat(calendar.due(LocalDate.of(2027, 1, 1), 0))
        .isEqualTo(new DueDay.Provisional(2027, LocalDate.of(2026, 12, 31), 1));
  }

  @Test
  void countingBackwardsIsRefused() {
    LocalDate day = LocalDate.of(2020, 9, 30);
    assertThatThrownBy(() -> calendar.due(day, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calendar.workingDaysBetween(day, day.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(calendar.workingDaysBetween(day, day)).isZero();
  }

  @Test
  void twoTablesThatContradictEachOtherAreRefused() {
    LocalDate day = LocalDate.of(2019, 12, 31);
    var one = new YearTable(2019, "甲", List.of(off(day)));
    var other =
        new YearTable(2020, "乙", List.of(new YearTable.Day(day, YearTable.Kind.WORK, "元旦")));
    assertThatThrownBy(() -> new WorkingCalendar(List.of(one, other)))
        .hasMessageContaining("2019-12-31");
    assertThatThrownBy(() -> new WorkingCalendar(List.of(one, one))).hasMessageContaining("2019");
  }

  @Test
  void aTableKeepsItsSourceAndTheNamesOfItsHolidays() {
    List<YearTable> tables = YearTable.parse(Holidays.CSV);
    assertThat(tables).extracting(YearTable::year).startsWith(2007).endsWith(2026).hasSize(20);
    YearTable table = tables.getFirst();
    assertThat(table.source()).contains("国务院办公厅", "NateScarlet/holiday-cn");
    assertThat(table.days())
        .startsWith(
            new YearTable.Day(LocalDate.of(2006, 12, 30), YearTable.Kind.WORK, "元旦"),
            new YearTable.Day(LocalDate.of(2006, 12, 31), YearTable.Kind.WORK, "元旦"),
            new YearTable.Day(LocalDate.of(2007, 1, 1), YearTable.Kind.OFF, "元旦"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-02-30,off,春节,2020",
        "2020-01-01,free,元旦,2020",
        "2020-01-01,off,元旦",
        "2020-01-01,off,元旦,20x0",
        "日期,off,元旦,2020"
      })
  void aFaultyLineIsNamedByItsNumber(String line) {
    assertThatThrownBy(() -> YearTable.parse("# 来源\ndate,kind,name,notice_year\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 3")
        .hasMessageContaining(line);
  }

  @Test
  void aNoticeNamesNoDayTwiceAndNoneOfAFarYear() {
    YearTable.Day day = off(LocalDate.of(2020, 1, 1));
    assertThatThrownBy(() -> new YearTable(2020, "甲", List.of(day, day)))
        .hasMessageContaining("2020-01-01");
    assertThatThrownBy(() -> new YearTable(2022, "甲", List.of(day)))
        .hasMessageContaining("2020-01-01");
  }

  private static YearTable.Day off(LocalDate day) {
    return new YearTable.Day(day, YearTable.Kind.OFF, "元旦");
  }
}
