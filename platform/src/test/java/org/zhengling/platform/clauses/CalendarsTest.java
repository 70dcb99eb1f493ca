package org.zhengling.platform.clauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.YearNotLoaded;
import org.zhengling.engine.time.YearTable;
import org.zhengling.platform.CityHall;

class CalendarsTest {
  private static final long KEEPER = 9;
  private static final String NOTICE = "示例通知";

  private final CityHall hall = new CityHall();
  private final Calendars calendars = hall.get(Calendars.class);

  @AfterEach
  void close() {
    hall.close();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private DueDay due(String from, int workingDays) {
    return calendars.current().due(day(from), workingDays);
  }

  @Test
  void the_shipped_tables_are_loaded_once_and_keep_every_day() {
    assertThat(calendars.years())
        .extracting(YearTable::year)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(2007, 2026).boxed().toList());
    for (YearTable shipped : Calendars.shipped()) {
      assertThat(calendars.years())
          .filteredOn(table -> table.year() == shipped.year())
          .flatExtracting(YearTable::days)
          .isEqualTo(shipped.days());
    }
    hall.startAgain();
    assertThat(hall.counts()).containsEntry("clauses.holiday_table", 20L);
  }

  @Test
  void a_corrected_year_outlives_the_next_start() {
    calendars.edit(2020, NOTICE, "2020-10-09 放假 示例", KEEPER);
    hall.startAgain();
    assertThat(calendars.years())
        .filteredOn(table -> table.year() == 2020)
        .containsExactly(
            new YearTable(
                2020,
                NOTICE,
                List.of(new YearTable.Day(day("2020-10-09"), YearTable.Kind.OFF, "示例"))));
  }

  @Test
  void an_edited_year_counts_at_once() {
    // October 1 to 8 are off, the 9th is a Friday.
    assertThat(due("2020-09-30", 1)).isEqualTo(new DueDay.Settled(day("2020-10-09")));
    calendars.edit(
        2020, NOTICE, "2020-10-01，放假，国庆节\n\n2020-10-03,work,国庆节\n2020-10-09 放假 示例", KEEPER);
    assertThat(due("2020-09-30", 1)).isEqualTo(new DueDay.Settled(day("2020-10-02")));
    assertThat(due("2020-09-30", 2)).isEqualTo(new DueDay.Settled(day("2020-10-03")));
    // No time has passed between the two corrections.
    calendars.edit(2020, NOTICE, "2020-10-02 放假 国庆节", KEEPER);
    assertThat(due("2020-09-30", 1)).isEqualTo(new DueDay.Settled(day("2020-10-01")));
  }

  @Test
  void a_year_without_a_table_is_provisional_until_its_notice_is_entered() {
    assertThat(due("2026-12-31", 3))
        .isInstanceOfSatisfying(
            DueDay.Provisional.class,
            provisional -> {
              assertThat(provisional.missingYear()).isEqualTo(2027);
              assertThat(provisional.daysLeft()).isEqualTo(3);
            });
    calendars.edit(2027, NOTICE, "2027-01-01 放假 元旦", KEEPER);
    // The 2nd and 3rd of January 2027 are a weekend.
    assertThat(due("2026-12-31", 3)).isEqualTo(new DueDay.Settled(day("2027-01-06")));
    assertThat(calendars.current().covers(2028)).isFalse();
    assertThat(
            catchThrowableOfType(
                YearNotLoaded.class, () -> calendars.current().isWorkingDay(day("2028-01-04"))))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'2027-01-01 放假 元旦\n2027-02-30 放假 春节', 第 2 行“2027-02-30 放假 春节”",
    "'\n\n元旦 放假', 第 3 行“元旦 放假”",
    "2027-01-01 休息 元旦, 第 1 行“2027-01-01 休息 元旦”",
    "2027-01-01, 第 1 行“2027-01-01”"
  })
  void a_faulty_line_of_a_notice_is_named(String days, String named) {
    Refusal refusal = refused(2027, NOTICE, days);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    assertThat(refusal.happened()).startsWith("没有保存。" + named);
    assertThat(refusal.todo()).contains("2027-01-01 放假 元旦");
  }

  @ParameterizedTest
  @CsvSource({
    "示例通知, ''",
    "' ', 2027-01-01 放假 元旦",
    "示例通知, '2027-01-01 放假 元旦\n2027-01-01 上班 元旦'",
    "示例通知, 2031-01-01 放假 元旦"
  })
  void an_empty_or_contradictory_notice_is_refused(String notice, String days) {
    assertThat(refused(2027, notice, days).kind()).isEqualTo(Refusal.Kind.CALLER);
  }

  @Test
  void a_notice_that_contradicts_the_one_before_is_a_conflict() {
    calendars.edit(2027, NOTICE, "2026-12-31 上班 元旦\n2027-01-01 放假 元旦", KEEPER);
    Refusal refusal = refused(2026, NOTICE, "2026-12-31 放假 元旦");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.happened()).contains("相邻年份");
  }

  private Refusal refused(int year, String notice, String days) {
    List<YearTable> before = calendars.years();
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> calendars.edit(year, notice, days, KEEPER));
    assertThat(calendars.years()).isEqualTo(before);
    return refusal;
  }
}
