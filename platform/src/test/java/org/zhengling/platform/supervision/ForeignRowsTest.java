package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.Gazettes;

/** Row-level security of tasks and reports: every area has one part and one report of a task. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignRowsTest {
  private static final String TASK = "济政字〔2020〕801号 一(一) #1";
  private static final String ASSIGNMENTS = "select distinct area from supervision.assignment";
  private static final String REPORTS = "select distinct area from supervision.report";

  private final CityHall hall = new CityHall();
  private final Map<String, Long> assignments = new HashMap<>();

  @AfterAll
  void close() {
    hall.close();
  }

  @BeforeAll
  void everyAreaReports() {
    Gazettes gazettes = hall.get(Gazettes.class);
    SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);
    byte[] order = Papers.bytes(Papers.order("济政字〔2020〕801号"));
    long id = gazettes.upload("公报.txt", order, editor.personId(), false);
    editor.call(() -> gazettes.publish(id, editor.personId()));
    Board board = editor.call(() -> hall.get(Boards.class).inScope());
    board
        .task(TASK)
        .orElseThrow()
        .cells()
        .forEach((area, cell) -> assignments.put(area, cell.assignment().id()));
    assignments.forEach(this::report);
  }

  private void report(String area, long assignment) {
    SignedIn reporter = hall.at(area, PostKind.REPORTER);
    reporter.call(() -> {
      hall.get(Supervision.class).report(assignment, 30, "内部说明 " + area, reporter);
      return "reported";
    });
  }

  private List<String> areas(String sql) {
    return hall.jdbc().sql(sql + " order by area").query((row, n) -> row.getString(1)).list();
  }

  private List<String> areasFor(String node, String sql) {
    return new Scope(List.of(node)).call(() -> areas(sql));
  }

  @Test
  void without_a_scope_no_row_is_visible() {
    assertThat(areas(ASSIGNMENTS)).isEmpty();
    assertThat(areas(REPORTS)).isEmpty();
    assertThat(hall.get(Boards.class).inScope().rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CityHall.RENCHENG, CityHall.WEISHAN, "zone-gaoxin"})
  void a_county_or_zone_sees_its_own_rows_alone(String area) {
    assertThat(areasFor(area, ASSIGNMENTS)).containsExactly(area);
    assertThat(areasFor(area, REPORTS)).containsExactly(area);
    Board board =
        new Scope(List.of(area)).<Board, RuntimeException>call(hall.get(Boards.class)::inScope);
    assertThat(board.task(TASK).orElseThrow().cells()).containsOnlyKeys(area);
  }

  @Test
  void the_city_sees_all() {
    assertThat(areasFor(CityHall.CITY, ASSIGNMENTS))
        .containsExactlyElementsOf(new TreeSet<>(assignments.keySet()));
    assertThat(areasFor(CityHall.CITY, REPORTS)).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"370811002000", "3708", "37081100000%", "no such area"})
  void a_township_a_prefix_and_an_unknown_code_see_nothing(String node) {
    assertThat(areasFor(node, ASSIGNMENTS)).isEmpty();
    assertThat(areasFor(node, REPORTS)).isEmpty();
  }

  private static final String INSERT_REPORT =
      """
      insert into supervision.report
        (assignment, area, percent, note, reported_on, reported_at, person, post, sample)
      values (%d, '%s', 100, '', date '2020-09-20', timestamptz '2020-09-20', 1, '越界岗', false)
      """;

  private static final String INSERT_ASSIGNMENT =
      """
      insert into supervision.assignment (task, area, unit, created_at)
      values ('济政字〔2020〕801号 一(二) #1', '%s', '越界', timestamptz '2020-09-20')
      """;

  private void insert(String sql) {
    hall.jdbc().sql(sql).update();
  }

  @Test
  void the_database_itself_refuses_a_row_for_a_foreign_area() {
    Scope rencheng = new Scope(List.of(CityHall.RENCHENG));
    long foreign = java.util.Objects.requireNonNull(assignments.get(CityHall.WEISHAN));
    Map<String, Long> before = hall.counts();
    for (String sql :
        List.of(
            INSERT_ASSIGNMENT.formatted(CityHall.WEISHAN),
            INSERT_ASSIGNMENT.formatted(CityHall.CITY),
            INSERT_REPORT.formatted(foreign, CityHall.WEISHAN))) {
      assertThatThrownBy(() ->
              rencheng.call(() -> {
                insert(sql);
                return "inserted";
              }))
          .hasStackTraceContaining("row-level security");
      assertThatThrownBy(() -> insert(sql)).hasStackTraceContaining("row-level security");
    }
    assertThat(hall.counts()).isEqualTo(before);
  }

  @Test
  void a_report_cannot_be_slipped_under_a_foreign_task_with_ones_own_area() {
    long foreign = java.util.Objects.requireNonNull(assignments.get(CityHall.WEISHAN));
    assertThatThrownBy(() ->
            new Scope(List.of(CityHall.RENCHENG))
                .call(() -> {
                  insert(INSERT_REPORT.formatted(foreign, CityHall.RENCHENG));
                  return "inserted";
                }))
        .hasStackTraceContaining("foreign key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table supervision.report disable row level security",
        "alter table supervision.report no force row level security",
        "drop policy within_scope on supervision.report",
        "set role zl_owner"
      })
  void the_serving_role_cannot_switch_the_limits_off(String sql) {
    assertThatThrownBy(() -> insert(sql))
        .hasStackTraceContaining(sql.startsWith("set") ? "permission denied" : "owner");
  }

  @Test
  void a_connection_forgets_the_scope_when_it_goes_back_to_the_pool() {
    // More rounds than the pool has connections: each of them has carried a scope.
    for (int round = 0; round < 12; round++) {
      assertThat(areasFor(CityHall.RENCHENG, REPORTS)).containsExactly(CityHall.RENCHENG);
      assertThat(areas(REPORTS)).isEmpty();
    }
  }

  @Test
  void of_200_requests_at_once_on_four_connections_none_sees_a_foreign_row() throws Exception {
    List<String> counties =
        hall.get(AreaDirectory.class).countiesAndZones().stream()
            .map(AreaDirectory.Area::code)
            .toList();
    List<Callable<Map<String, Set<String>>>> requests = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // Every tenth request has no scope, every seventh that of the city.
      String node =
          i % 10 == 0 ? "" : i % 7 == 0 ? CityHall.CITY : counties.get(i % counties.size());
      requests.add(
          () -> Map.of(node, node.isEmpty() ? seen() : new Scope(List.of(node)).call(this::seen)));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Map<String, Set<String>>> answer : threads.invokeAll(requests)) {
        answer
            .get()
            .forEach((node, seen) -> {
              Set<String> own =
                  node.isEmpty()
                      ? Set.of()
                      : node.equals(CityHall.CITY) ? assignments.keySet() : Set.of(node);
              assertThat(seen).as("scope " + node).isEqualTo(own);
            });
      }
    }
  }

  /** Areas of everything a request can read: a board, and the tables themselves. */
  private Set<String> seen() {
    Set<String> seen = new TreeSet<>(areas(REPORTS));
    seen.addAll(areas(ASSIGNMENTS));
    hall.get(Boards.class).inScope().rows().forEach(row -> seen.addAll(row.cells().keySet()));
    return seen;
  }

  @Test
  void everybody_may_read_how_far_each_area_is_without_a_scope() {
    Board board = hall.get(Boards.class).published();
    Map<String, Integer> percents =
        board.task(TASK).orElseThrow().cells().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    cell -> java.util.Objects.requireNonNull(cell.getValue().light().percent())));
    assertThat(percents).containsOnlyKeys(assignments.keySet());
    assertThat(percents.values()).containsOnly(30);
    assertThat(board.task("济政字〔2020〕801号 一(二) #1").orElseThrow().percent()).isEmpty();
  }

  @Test
  void what_everybody_may_read_has_no_note_no_person_and_no_post() {
    var rows = hall.jdbc().sql("select * from supervision.public_progress()").query().listOfRows();
    assertThat(rows)
        .hasSizeGreaterThanOrEqualTo(16)
        .allSatisfy(row ->
            assertThat(row)
                .containsOnlyKeys(
                    "assignment", "task", "area", "unit", "percent", "reported_on", "ended_on"));
    assertThat(rows.toString()).doesNotContain("内部说明", "填报岗", "张三");
  }
}
