package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.time.Deadline;

class BoardTest {
  private static final SupervisedTask CANAL =
      Sample.task("济政字〔2020〕1号", "一(一)", "2020-09-01", new Deadline.Continuing());
  private static final SupervisedTask MAP =
      Sample.task("济政字〔2020〕1号", "一(二)", "2020-09-01", new Deadline.None());
  private static final SupervisedTask NURSERY =
      Sample.task("济政字〔2020〕2号", "一(一)", "2020-09-01", new Deadline.None());

  @ParameterizedTest
  @CsvSource({
    "OVERDUE, AT_RISK, OVERDUE",
    "DONE, NOT_STARTED, NOT_STARTED",
    "ON_PLAN, NOT_STARTED, ON_PLAN",
    "DONE, AT_RISK, AT_RISK",
    "DONE, DONE, DONE"
  })
  void the_worst_light_of_a_task_is_the_one_that_calls_for_attention(
      State one, State other, State worst) {
    Board.Row row =
        Sample.row(CANAL, Sample.cell(CANAL, "a", one, null), Sample.cell(CANAL, "b", other, null));
    assertThat(row.worst()).map(Light::state).contains(worst);
  }

  @Test
  void a_task_that_nobody_carries_out_has_no_light() {
    assertThat(Sample.row(CANAL).worst()).isEmpty();
    assertThat(Sample.row(CANAL).percent()).isEmpty();
    assertThat(Sample.board(Sample.row(CANAL)).tasksIn(State.NOT_STARTED)).isZero();
  }

  @Test
  void an_area_without_a_report_counts_as_nothing_done() {
    Board.Row row =
        Sample.row(
            CANAL,
            Sample.cell(CANAL, "a", State.ON_PLAN, 50),
            Sample.cell(CANAL, "b", State.ON_PLAN, 51),
            Sample.cell(CANAL, "c", State.NOT_STARTED, null));
    assertThat(row.percent()).hasValue(33);
    assertThat(Sample.row(CANAL, Sample.cell(CANAL, "a", State.NOT_STARTED, null)).percent())
        .isEmpty();
  }

  private static final Board BOARD =
      Sample.board(
          Sample.row(
              CANAL,
              Sample.cell(CANAL, "a", State.OVERDUE, 90),
              Sample.cell(CANAL, "b", State.DONE, 100)),
          Sample.row(MAP, Sample.cell(MAP, "a", State.DONE, 100)),
          Sample.row(NURSERY, Sample.cell(NURSERY, "a", State.NOT_STARTED, null)));

  @Test
  void cells_are_counted_in_every_state_and_tasks_in_their_worst() {
    assertThat(BOARD.counts())
        .containsOnlyKeys(State.values())
        .containsEntry(State.OVERDUE, 1)
        .containsEntry(State.AT_RISK, 0)
        .containsEntry(State.ON_PLAN, 0)
        .containsEntry(State.NOT_STARTED, 1)
        .containsEntry(State.DONE, 2);
    assertThat(BOARD.tasksIn(State.OVERDUE)).isEqualTo(1);
    assertThat(BOARD.tasksIn(State.DONE)).isEqualTo(1);
    assertThat(BOARD.tasksIn(State.ON_PLAN)).isZero();
  }

  @Test
  void the_percentage_of_a_board_is_the_mean_of_its_cells_and_not_of_its_tasks() {
    // 90, 100, 100 and nothing.
    assertThat(BOARD.percent()).hasValue(72);
    assertThat(Sample.board().percent()).isEmpty();
  }

  @Test
  void a_board_is_narrowed_to_a_document_a_clause_or_a_task() {
    assertThat(BOARD.of("济政字〔2020〕1号").rows())
        .extracting(Board.Row::task)
        .containsExactly(CANAL, MAP);
    assertThat(BOARD.of("济政字〔2020〕1号", "一(二)")).extracting(Board.Row::task).containsExactly(MAP);
    assertThat(BOARD.of("济政字〔2020〕1号", "一")).isEmpty();
    assertThat(BOARD.task(NURSERY.id())).map(Board.Row::task).contains(NURSERY);
    assertThat(BOARD.task("济政字〔2020〕3号 一 #1")).isEmpty();
  }
}
