package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengling.platform.supervision.Sample.day;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.time.Deadline;

class GanttTest {
  private static final LocalDate TODAY = day("2021-03-31");

  private static Board.Row row(
      String document, String path, String startsOn, Deadline deadline, State state) {
    SupervisedTask task = Sample.task(document, path, startsOn, deadline);
    return Sample.row(task, Sample.cell(task, "a", state, 50));
  }

  private static Gantt gantt(Board.Row... rows) {
    return Gantt.of(Sample.board(rows), TODAY);
  }

  private static Deadline by(String last) {
    return new Deadline.By(day(last));
  }

  @Test
  void the_axis_begins_with_the_month_of_the_first_task_and_ends_with_the_year_of_the_last() {
    Gantt gantt =
        gantt(
            row("1号", "一", "2020-09-17", by("2023-06-30"), State.ON_PLAN),
            row("2号", "一", "2020-08-27", by("2020-12-31"), State.DONE));
    assertThat(gantt.first()).isEqualTo(day("2020-08-01"));
    assertThat(gantt.last()).isEqualTo(day("2023-12-31"));
  }

  @Test
  void the_axis_reaches_from_this_month_to_the_end_of_next_year_at_least() {
    assertThat(gantt().first()).isEqualTo(day("2021-03-01"));
    assertThat(gantt().last()).isEqualTo(day("2022-12-31"));
    assertThat(gantt().bars()).isEmpty();
    assertThat(gantt(row("1号", "一", "2021-06-09", by("2021-07-01"), State.ON_PLAN)).first())
        .isEqualTo(day("2021-03-01"));
  }

  @Test
  void a_day_stands_at_its_share_of_the_axis_in_thousandths() {
    Gantt gantt = gantt(row("1号", "一", "2021-01-01", new Deadline.None(), State.ON_PLAN));
    // 2021-01-01 to 2022-12-31: 729 days from the first to the last.
    assertThat(gantt.at(day("2021-01-01"))).isZero();
    assertThat(gantt.at(day("2022-12-31"))).isEqualTo(1000);
    assertThat(gantt.at(TODAY)).isEqualTo(89 * 1000 / 729);
    assertThat(gantt.at(day("2019-05-01"))).isZero();
    assertThat(gantt.at(day("2031-05-01"))).isEqualTo(1000);
  }

  @Test
  void quarters_label_the_axis() {
    Gantt gantt = gantt(row("1号", "一", "2020-08-27", by("2020-12-31"), State.DONE));
    assertThat(gantt.quarters())
        .startsWith(day("2020-10-01"), day("2021-01-01"))
        .endsWith(day("2022-10-01"))
        .hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "by 2021-06-30, 2020-09-01, 2021-06-30, false",
    "by 2020-08-31, 2020-08-31, 2020-08-31, false",
    "span 2021-01-01 2021-12-31, 2021-01-01, 2021-12-31, false",
    "recurring QUARTER, 2020-09-01, 2022-12-31, true",
    "relative 7 WORKING_DAY, 2020-09-01, 2022-12-31, true",
    "continuing, 2020-09-01, 2022-12-31, true",
    "onward 2022-01-01, 2022-01-01, 2022-12-31, true",
    "onward 2019-01-01, 2020-09-01, 2022-12-31, true",
    "none, 2020-09-01, 2022-12-31, true"
  })
  void a_bar_runs_as_its_deadline_says_and_to_the_end_of_the_axis_without_a_last_day(
      String code, LocalDate from, LocalDate to, boolean open) {
    Deadline deadline = org.zhengling.engine.time.DeadlineCode.parse(code);
    Gantt gantt = gantt(row("1号", "一", "2020-09-01", deadline, State.ON_PLAN));
    assertThat(gantt.bars())
        .singleElement()
        .satisfies(bar -> {
          assertThat(bar.from()).isEqualTo(from);
          assertThat(bar.to()).isEqualTo(to);
          assertThat(bar.open()).isEqualTo(open);
        });
  }

  @Test
  void tasks_of_one_document_and_one_stretch_share_a_bar_with_their_worst_state() {
    Gantt gantt =
        gantt(
            row("1号", "一", "2020-09-01", by("2020-12-31"), State.DONE),
            row("1号", "二", "2020-09-01", by("2020-12-31"), State.OVERDUE),
            row("2号", "一", "2020-09-01", by("2020-12-31"), State.DONE),
            Sample.row(Sample.task("3号", "一", "2020-09-01", by("2020-12-31"))));
    assertThat(gantt.bars())
        .extracting(Gantt.Bar::document, bar -> bar.tasks().size(), Gantt.Bar::worst)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1号", 2, State.OVERDUE),
            org.assertj.core.groups.Tuple.tuple("2号", 1, State.DONE),
            org.assertj.core.groups.Tuple.tuple("3号", 1, State.NOT_STARTED));
  }

  @Test
  void bars_keep_the_order_of_documents_and_stand_by_their_days_within_one() {
    Gantt gantt =
        gantt(
            row("9号", "一", "2020-09-01", new Deadline.Continuing(), State.ON_PLAN),
            row("9号", "二", "2020-09-01", by("2021-12-31"), State.ON_PLAN),
            row("1号", "一", "2020-08-01", by("2020-12-31"), State.ON_PLAN),
            row("9号", "三", "2020-09-01", by("2020-12-31"), State.ON_PLAN),
            row("9号", "四", "2020-08-15", by("2022-12-31"), State.ON_PLAN));
    assertThat(gantt.bars())
        .extracting(bar -> bar.document() + " " + bar.tasks().getFirst().clausePath())
        .containsExactly("9号 四", "9号 三", "9号 二", "9号 一", "1号 一");
  }
}
