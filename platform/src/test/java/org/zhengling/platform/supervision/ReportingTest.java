package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.supervision.store.TaskViews;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportingTest {
  private static final String NUMBER = "济政字〔2020〕701号";

  private final CityHall hall = new CityHall();
  private final Supervision supervision = hall.get(Supervision.class);
  private final SignedIn rencheng = hall.at(CityHall.RENCHENG, PostKind.REPORTER);
  private final SignedIn weishan = hall.at(CityHall.WEISHAN, PostKind.REPORTER);

  @AfterAll
  void close() {
    hall.close();
  }

  @BeforeAll
  void oneOrder() {
    Gazettes gazettes = hall.get(Gazettes.class);
    SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);
    long id =
        gazettes.upload("公报.txt", Papers.bytes(Papers.order(NUMBER)), editor.personId(), false);
    editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  @BeforeEach
  void itIsSeptember() {
    hall.dayIs("2020-09-20");
  }

  private Board.Cell cell(SignedIn by, String path) {
    Board board = by.call(() -> hall.get(Boards.class).inScope());
    return java.util.Objects.requireNonNull(
        board.task(NUMBER + " " + path).orElseThrow().cells().get(by.post().areaCode()));
  }

  private void report(SignedIn by, long assignment, int percent, String note) {
    by.call(() -> {
      supervision.report(assignment, percent, note, by);
      return "reported";
    });
  }

  private Refusal refused(SignedIn by, long assignment, int percent, String note) {
    Map<String, Long> before = hall.counts();
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> report(by, assignment, percent, note));
    assertThat(hall.counts()).isEqualTo(before);
    return refusal;
  }

  @Test
  void a_report_is_added_to_the_earlier_ones_and_moves_the_light() {
    long assignment = cell(rencheng, "一(一) #1").assignment().id();
    assertThat(cell(rencheng, "一(一) #1").light().state()).isEqualTo(State.NOT_STARTED);
    report(rencheng, assignment, 30, "  已登记三成 ");
    hall.dayIs("2020-11-20");
    assertThat(cell(rencheng, "一(一) #1").light().state()).isEqualTo(State.AT_RISK);
    report(rencheng, assignment, 100, "");
    assertThat(cell(rencheng, "一(一) #1").light().state()).isEqualTo(State.DONE);
    assertThat(cell(rencheng, "一(一) #1").assignment().reports())
        .containsExactly(
            new Progress(30, java.time.LocalDate.of(2020, 9, 20)),
            new Progress(100, java.time.LocalDate.of(2020, 11, 20)));
    List<TaskViews.HistoryLine> history =
        rencheng.call(() -> hall.get(TaskViews.class).history(assignment));
    assertThat(history).extracting(TaskViews.HistoryLine::note).containsExactly("", "已登记三成");
    assertThat(history).extracting(TaskViews.HistoryLine::post).containsOnly("任城区填报岗");
    assertThat(cell(weishan, "一(一) #1").assignment().reports())
        .extracting(Progress::percent)
        .doesNotContain(30);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void a_percentage_outside_0_to_100_is_refused(int percent) {
    Refusal refusal =
        refused(rencheng, cell(rencheng, "二(一) #1").assignment().id(), percent, "有说明");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    assertThat(refusal.happened()).contains(percent + "%");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "99, ' '", "50, '　'"})
  void below_100_a_note_is_required(int percent, String note) {
    Refusal refusal = refused(rencheng, cell(rencheng, "二(一) #1").assignment().id(), percent, note);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    assertThat(refusal.happened()).contains("写明情况");
  }

  @Test
  void both_ends_of_the_scale_can_be_reported() {
    long assignment = cell(weishan, "二(一) #1").assignment().id();
    report(weishan, assignment, 0, "尚未开工");
    report(weishan, assignment, 100, "");
    assertThat(cell(weishan, "二(一) #1").assignment().reports())
        .extracting(Progress::percent)
        .containsExactly(0, 100);
  }

  @Test
  void a_note_of_2000_characters_is_kept_and_a_longer_one_refused_with_its_length() {
    long assignment = cell(weishan, "一(一) #1").assignment().id();
    report(weishan, assignment, 10, "渠".repeat(2000));
    Refusal refusal = refused(weishan, assignment, 10, "渠".repeat(2001));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CALLER);
    assertThat(refusal.happened()).contains("2001");
  }

  @Test
  void another_countys_task_is_as_absent_as_one_that_never_was() {
    long foreign = cell(weishan, "二(一) #1").assignment().id();
    Refusal refusal = refused(rencheng, foreign, 50, "代报");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
    assertThat(refusal).hasMessage(refused(rencheng, -1, 50, "代报").getMessage());
  }

  @Test
  void outside_of_a_scope_nothing_can_be_reported() {
    long assignment = cell(weishan, "二(一) #1").assignment().id();
    assertThatThrownBy(() -> supervision.report(assignment, 50, "有说明", weishan))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update supervision.report set percent = 100",
        "update supervision.report set note = ''",
        "delete from supervision.report",
        "truncate supervision.report",
        "delete from supervision.assignment",
        "update supervision.assignment set area = '370826000000'",
        "delete from supervision.task",
        "delete from clauses.document",
        "update clauses.clause set body = ''",
        "delete from clauses.chronicle_entry",
        "update clauses.import set content = ''"
      })
  void the_serving_role_cannot_change_what_was_reported_or_published(String sql) {
    report(rencheng, cell(rencheng, "二(一) #1").assignment().id(), 20, "已开工");
    Scope city = new Scope(List.of(CityHall.CITY));
    assertThatThrownBy(() -> city.call(() -> hall.jdbc().sql(sql).update()))
        .hasStackTraceContaining("permission denied");
  }
}
