package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 9, 20);

  @Test
  void aDayOrASpanHasItsOwnLastDayPastOrNot() {
    LocalDate last = LocalDate.of(2020, 6, 30);
    assertThat(new Deadline.By(last).lastDay(TODAY)).contains(last);
    assertThat(new Deadline.Span(last.minusYears(1), last).lastDay(TODAY)).contains(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-20, MONTH, 2020-09-30",
    "2020-02-29, MONTH, 2020-02-29",
    "2020-09-20, QUARTER, 2020-09-30",
    "2020-10-01, QUARTER, 2020-12-31",
    "2020-02-10, QUARTER, 2020-03-31",
    "2020-06-30, HALF_YEAR, 2020-06-30",
    "2020-07-01, HALF_YEAR, 2020-12-31",
    "2020-12-31, YEAR, 2020-12-31",
    "2021-01-01, YEAR, 2021-12-31"
  })
  void aRecurringDeadlineIsTheEndOfItsPeriod(
      LocalDate from, Deadline.Period period, LocalDate last) {
    assertThat(new Deadline.Recurring(period, null).lastDay(from)).contains(last);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-29, --02-29, 2020-02-29",
    "2020-03-01, --02-29, 2021-02-28",
    "2023-03-01, --02-29, 2024-02-29",
    "2020-09-20, --11-30, 2020-11-30",
    "2020-12-01, --11-30, 2021-11-30"
  })
  void aYearlyDeadlineMayNameItsDay(LocalDate from, MonthDay day, LocalDate last) {
    assertThat(new Deadline.Recurring(Deadline.Period.YEAR, day).lastDay(from)).contains(last);
  }

  @Test
  void theOtherFormsHaveNoLastDay() {
    assertThat(new Deadline.Continuing().lastDay(TODAY)).isEmpty();
    assertThat(new Deadline.Onward(TODAY).lastDay(TODAY)).isEmpty();
    assertThat(new Deadline.None().lastDay(TODAY)).isEmpty();
    assertThat(new Deadline.Relative(7, Deadline.Unit.WORKING_DAY).lastDay(TODAY)).isEmpty();
  }
}
