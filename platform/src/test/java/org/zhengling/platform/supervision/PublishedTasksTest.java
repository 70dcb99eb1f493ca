package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.Papers;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.DocumentPublished;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.Settled;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedTasksTest {
  private static final String REFUSED = "济政字〔2020〕601号";

  private final CityHall hall = new CityHall(Objector.class);
  private final Gazettes gazettes = hall.get(Gazettes.class);
  private final SignedIn editor = hall.at(CityHall.CITY, PostKind.GAZETTE_EDITOR);

  @AfterAll
  void close() {
    hall.close();
  }

  /** Accepts every document but one, and notes what it saw of the tasks at that moment. */
  static final class Objector {
    private final JdbcClient jdbc;
    private final List<Integer> seen = new ArrayList<>();

    Objector(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @EventListener
    void heard(DocumentPublished document) {
      if (document.number().equals(REFUSED)) {
        seen.add(
            jdbc.sql("select count(*) from supervision.task where document like '%600号'")
                .query(Integer.class)
                .single());
        throw new IllegalStateException("Maybe a test wants it: " + document.number());
      }
    }
  }

  private long upload(String text) {
    return gazettes.upload("公报.txt", Papers.bytes(text), editor.personId(), false);
  }

  private void publish(long id) {
    editor.call(() -> gazettes.publish(id, editor.personId()));
  }

  private Map<String, String> unitByArea(String task) {
    Board board = editor.call(() -> hall.get(Boards.class).inScope());
    return board.task(task).orElseThrow().cells().values().stream()
        .map(Board.Cell::assignment)
        .collect(java.util.stream.Collectors.toMap(Assignment::area, Assignment::unit));
  }

  @Test
  void what_one_listener_does_not_accept_is_not_published_at_all() {
    long id = upload(Papers.order("济政字〔2020〕600号") + Papers.order(REFUSED));
    Map<String, Long> before = hall.counts();
    assertThatThrownBy(() -> publish(id)).hasMessageStartingWith("Maybe a test wants it");
    // The tasks of the first document were there when the second one was objected to.
    assertThat(hall.get(Objector.class).seen).containsExactly(3);
    assertThat(hall.counts()).isEqualTo(before);
    assertThat(gazettes.draft(id).file().publishedAt()).isNull();
  }

  @Test
  void a_task_keeps_what_the_order_says_of_it() {
    publish(upload(Papers.order("济政字〔2020〕602号")));
    Board board = editor.call(() -> hall.get(Boards.class).inScope());
    assertThat(board.task("济政字〔2020〕602号 二(一) #1").orElseThrow().task())
        .isEqualTo(
            new SupervisedTask(
                "济政字〔2020〕602号 二(一) #1",
                "济政字〔2020〕602号",
                "二(一)",
                "整修干渠",
                List.of("市城乡水务局"),
                List.of("任城区政府", "微山县政府"),
                new Deadline.By(LocalDate.of(2022, 12, 31)),
                "2022年12月底前",
                LocalDate.of(2020, 9, 1),
                false));
  }

  @Test
  void a_collective_name_gives_the_city_and_every_county_and_zone_its_part() {
    publish(upload(Papers.order("济政字〔2020〕603号")));
    Map<String, String> units = unitByArea("济政字〔2020〕603号 一(一) #1");
    List<String> areas = new ArrayList<>(List.of(CityHall.CITY));
    hall.get(AreaDirectory.class).countiesAndZones().forEach(area -> areas.add(area.code()));
    assertThat(units).containsOnlyKeys(areas).hasSize(16);
    assertThat(units)
        .containsEntry(CityHall.CITY, "市城乡水务局")
        .containsEntry(CityHall.RENCHENG, "任城区政府");
    assertThat(units.get("zone-gaoxin")).endsWith("高新区管委会");
  }

  @Test
  void only_the_counties_that_are_named_get_a_part() {
    publish(upload(Papers.order("济政字〔2020〕604号")));
    assertThat(unitByArea("济政字〔2020〕604号 二(一) #1"))
        .containsOnlyKeys(CityHall.CITY, CityHall.RENCHENG, CityHall.WEISHAN);
    assertThat(unitByArea("济政字〔2020〕604号 一(二) #1")).containsOnlyKeys(CityHall.CITY);
  }

  @Test
  void splitting_gives_each_county_and_zone_a_part_and_doing_it_again_gives_nothing_more() {
    publish(upload(Papers.order("济政字〔2020〕605号")));
    String task = "济政字〔2020〕605号 二(一) #1";
    split(task);
    Map<String, String> units = unitByArea(task);
    assertThat(units).hasSize(16).containsEntry(CityHall.CITY, "市城乡水务局");
    Map<String, Long> before = hall.counts();
    split(task);
    assertThat(hall.counts()).isEqualTo(before);
    assertThat(unitByArea(task)).isEqualTo(units);
  }

  private void split(String task) {
    hall.at(CityHall.CITY, PostKind.SUPERVISOR)
        .call(() -> {
          hall.get(Supervision.class).splitToCounties(task);
          return "split";
        });
  }

  @Test
  void a_task_that_is_not_there_cannot_be_split() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> split("济政字〔2020〕1号 一 #1"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
  }

  @Test
  void a_task_that_ended_leaves_the_board_and_cannot_be_split() {
    String order = Papers.order("济政字〔2020〕606号");
    publish(upload(order));
    String task = "济政字〔2020〕606号 二(一) #1";
    publish(upload(order.substring(0, order.indexOf("二、整修水渠"))));
    Board board = editor.call(() -> hall.get(Boards.class).inScope());
    assertThat(board.task(task)).isEmpty();
    assertThat(board.task("济政字〔2020〕606号 一(一) #1")).isPresent();
    assertThat(catchThrowableOfType(Refusal.class, () -> split(task)).kind())
        .isEqualTo(Refusal.Kind.ABSENT);
  }

  @Test
  void a_corrected_task_keeps_its_id_its_parts_and_its_reports() {
    String number = "济政字〔2020〕607号";
    long id = upload(Papers.order(number));
    publish(id);
    String task = number + " 二(一) #1";
    SignedIn reporter = hall.at(CityHall.RENCHENG, PostKind.REPORTER);
    reporter.call(() -> {
      Board.Row row = hall.get(Boards.class).inScope().task(task).orElseThrow();
      long assignment = row.cells().values().iterator().next().assignment().id();
      hall.get(Supervision.class).report(assignment, 40, "已开工", reporter);
      return "reported";
    });
    Board before = editor.call(() -> hall.get(Boards.class).inScope());

    Deadline march = new Deadline.By(LocalDate.of(2021, 3, 31));
    Settled.task(hall, id, task, "整修全部干渠", List.of("市财政局"), List.of("任城区政府", "微山县政府"), march);
    publish(id);

    Board after = editor.call(() -> hall.get(Boards.class).inScope());
    Board.Row row = after.task(task).orElseThrow();
    assertThat(row.task().title()).isEqualTo("整修全部干渠");
    assertThat(row.task().deadline()).isEqualTo(march);
    Map<String, Board.Cell> old = before.task(task).orElseThrow().cells();
    assertThat(row.cells()).containsOnlyKeys(old.keySet());
    row.cells()
        .forEach((area, cell) -> {
          Assignment assignment = java.util.Objects.requireNonNull(old.get(area)).assignment();
          assertThat(cell.assignment().id()).isEqualTo(assignment.id());
          assertThat(cell.assignment().reports()).isEqualTo(assignment.reports());
        });
    assertThat(row.percent()).hasValue(40 / 3);
    // The new lead answers for the city from now on.
    assertThat(unitByArea(task))
        .containsEntry(CityHall.CITY, "市财政局")
        .containsEntry(CityHall.RENCHENG, "任城区政府");
  }

  @Test
  void a_post_of_a_county_cannot_publish_for_the_whole_city() {
    SignedIn county = hall.at(CityHall.RENCHENG, PostKind.GAZETTE_EDITOR);
    long id = upload(Papers.order("济政字〔2020〕608号"));
    Map<String, Long> before = hall.counts();
    assertThatThrownBy(() -> county.call(() -> gazettes.publish(id, county.personId())))
        .hasStackTraceContaining("row-level security");
    assertThat(hall.counts()).isEqualTo(before);
  }
}
