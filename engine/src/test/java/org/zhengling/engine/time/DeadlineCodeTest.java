package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineCodeTest {
  private static final List<Deadline> ALL =
      List.of(
          new Deadline.By(LocalDate.of(2020, 12, 31)),
          new Deadline.Span(LocalDate.of(2020, 9, 1), LocalDate.of(2022, 12, 31)),
          new Deadline.Recurring(Deadline.Period.QUARTER, null),
          new Deadline.Recurring(Deadline.Period.YEAR, MonthDay.of(2, 29)),
          new Deadline.Relative(7, Deadline.Unit.WORKING_DAY),
          new Deadline.Continuing(),
          new Deadline.Onward(LocalDate.of(2023, 1, 1)),
          new Deadline.None());

  @Test
  void every_form_is_read_as_it_was_printed() {
    assertThat(ALL.stream().map(DeadlineCode::print).map(DeadlineCode::parse)).isEqualTo(ALL);
  }

  @Test
  void the_printed_form_is_what_the_documentation_promises() {
    assertThat(ALL.stream().map(DeadlineCode::print))
        .containsExactly(
            "by 2020-12-31",
            "span 2020-09-01 2022-12-31",
            "recurring QUARTER",
            "recurring YEAR 02-29",
            "relative 7 WORKING_DAY",
            "continuing",
            "onward 2023-01-01",
            "none");
  }

  @Test
  void anything_else_is_refused_and_named() {
    for (String text :
        List.of("", "by", "by tomorrow", "span 2020-01-01", "monthly", "none today")) {
      assertThatThrownBy(() -> DeadlineCode.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(text);
    }
  }

  @Test
  void a_table_says_it_in_chinese() {
    assertThat(ALL.stream().map(DeadlineWords::of))
        .containsExactly(
            "2020-12-31",
            "2020-09-01 至 2022-12-31",
            "每季度",
            "每年 2 月底",
            "每件 7 个工作日",
            "持续推进",
            "2023-01-01 起",
            "未定时限");
  }
}
