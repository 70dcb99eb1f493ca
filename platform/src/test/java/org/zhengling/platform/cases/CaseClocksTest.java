package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.clauses.Calendars;

/** Clocks of cases: when they start, stand still, go on and stop, and the days that follow. */
class CaseClocksTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final CaseClocks clocks = city.get(CaseClocks.class);
  private final CaseFile file = opened();

  /** 2020-11-30 is a Monday. */
  private CaseFile opened() {
    city.dayIs("2020-11-30");
    return lamps.open("one");
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  private void officer(Runnable act) {
    lamps.as(lamps.officer(), act);
  }

  private CaseClock clock(String name) {
    return lamps.officer().call(() -> clocks.of(file.id())).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private LocalDate due(String name) {
    return city.seeingEverything()
        .sql("select due_on from cases.clock where name = :name order by id desc limit 1")
        .param("name", name)
        .query((row, number) -> row.getObject("due_on", LocalDate.class))
        .list()
        .getFirst();
  }

  private String sorting() {
    return city.seeingEverything()
        .sql("select due_class || ' ' || due_on from cases.case_file where id = :id")
        .param("id", file.id())
        .query(String.class)
        .single();
  }

  @Test
  void the_worked_example_of_the_design_comes_out() {
    officer(() -> clocks.start(file.id(), "review"));
    city.dayIs("2020-12-03");
    officer(() -> clocks.suspend(file.id(), Ground.CORRECTION, "补正收入证明"));
    assertThat(due("review")).isNull();
    assertThat(sorting()).isEqualTo("2 9999-12-31");
    city.dayIs("2020-12-08");
    officer(() -> clocks.resume(file.id(), Ground.CORRECTION, "收到收入证明 1 份"));
    assertThat(due("review")).isEqualTo("2020-12-31");
    assertThat(sorting()).isEqualTo("0 2020-12-31");
    city.dayIs("2020-12-18");
    LegalClock.Reading reading = clock("review").reading();
    assertThat(reading.used()).isEqualTo(11);
    assertThat(reading.left()).isEqualTo(9);
    assertThat(clock("review").history())
        .extracting(CaseClock.Event::what)
        .containsExactly("起算", "中止计时（补正）", "恢复计时（补正）");
  }

  @Test
  void a_clock_that_runs_is_not_started_twice() {
    officer(() -> clocks.start(file.id(), "review"));
    assertThatThrownBy(() -> officer(() -> clocks.start(file.id(), "review")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经在走");
    officer(() -> clocks.stop(file.id(), "review"));
    officer(() -> clocks.start(file.id(), "review"));
    assertThat(lamps.officer().call(() -> clocks.of(file.id()))).hasSize(2);
  }

  @Test
  void a_ground_that_the_procedure_does_not_know_stops_nothing() {
    officer(() -> clocks.start(file.id(), "letter"));
    for (Ground ground : Ground.values()) {
      assertThatThrownBy(() -> officer(() -> clocks.suspend(file.id(), ground, "")))
          .isInstanceOf(Refusal.class);
    }
    assertThat(due("letter")).isEqualTo("2020-12-03");
  }

  @Test
  void a_ground_stops_every_clock_that_knows_it_and_once_only() {
    officer(() -> clocks.start(file.id(), "review"));
    officer(() -> clocks.start(file.id(), "letter"));
    officer(() -> clocks.suspend(file.id(), Ground.OBJECTION, ""));
    assertThat(due("review")).isNull();
    assertThat(due("letter")).isEqualTo("2020-12-03");
    assertThatThrownBy(() -> officer(() -> clocks.suspend(file.id(), Ground.OBJECTION, "")))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> officer(() -> clocks.resume(file.id(), Ground.CORRECTION, "")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_suspension_with_a_limit_ends_by_itself() {
    officer(() -> clocks.start(file.id(), "review"));
    city.dayIs("2020-12-01");
    officer(() -> clocks.suspend(file.id(), Ground.DEPARTMENT, "等示例银行答复"));
    assertThat(due("review")).as("20 days and the five of the limit").isEqualTo("2021-01-05");
    city.dayIs("2020-12-07");
    assertThat(clock("review").reading().state()).isEqualTo(LegalClock.State.SUSPENDED);
    city.dayIs("2020-12-08");
    assertThat(clock("review").reading().state()).isEqualTo(LegalClock.State.RUNNING);
    officer(() -> clocks.suspend(file.id(), Ground.DEPARTMENT, "再等"));
    assertThat(clock("review").reading().state()).isEqualTo(LegalClock.State.SUSPENDED);
  }

  @Test
  void a_case_that_ends_stops_its_clocks() {
    officer(() -> clocks.start(file.id(), "review"));
    lamps.act(file, "mended", Standing.closed("已修复", PostKind.CASE_OFFICER));
    assertThat(clock("review").stoppedOn()).isEqualTo("2020-11-30");
    assertThat(sorting()).isEqualTo("1 9999-12-31");
  }

  @Test
  void a_day_in_a_year_without_a_table_is_provisional_until_the_table_comes() {
    city.dayIs("2026-12-20");
    officer(() -> clocks.start(file.id(), "review"));
    assertThat(due("review")).isNull();
    assertThat(clock("review").reading().due()).isInstanceOf(DueDay.Provisional.class);
    String table = "2027-01-01 放假 元旦\n2027-01-02 放假 元旦\n2027-01-03 放假 元旦";
    lamps.as(
        city.at(CityHall.CITY, PostKind.ADMINISTRATOR),
        () -> city.get(Calendars.class).edit(2027, "2027年通知", table, 1));
    assertThat(due("review")).isEqualTo("2027-01-18");
    assertThat(sorting()).isEqualTo("0 2027-01-18");
  }

  @Test
  void a_corrected_table_moves_the_days_of_every_area_also_when_another_server_took_it() {
    officer(() -> clocks.start(file.id(), "letter"));
    city.get(DeadlineRounds.class).tick();
    city.seeingEverything()
        .sql(
            "update clauses.holiday_table set days = days || E'\\n2020-12-02,off,雪,2020' where year"
                + " = 2020")
        .update();
    assertThat(due("letter")).isEqualTo("2020-12-03");
    assertThat(city.get(ClockProjection.class).differences())
        .containsExactly(
            new ClockProjection.Difference(
                file.id(), "告知", LocalDate.of(2020, 12, 3), LocalDate.of(2020, 12, 4)));
    city.get(DeadlineRounds.class).tick();
    assertThat(due("letter")).isEqualTo("2020-12-04");
    assertThat(city.get(ClockProjection.class).differences()).isEmpty();
  }

  @Test
  void a_day_that_was_written_wrongly_is_found_at_night() {
    officer(() -> clocks.start(file.id(), "review"));
    assertThat(city.get(ClockProjection.class).differences()).isEmpty();
    city.seeingEverything().sql("update cases.clock set due_on = '2020-12-01'").update();
    assertThat(city.get(ClockProjection.class).differences())
        .extracting(ClockProjection.Difference::written, ClockProjection.Difference::follows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2020, 12, 1), LocalDate.of(2020, 12, 28)));
  }

  @Test
  void several_cases_are_read_at_once() {
    CaseFile other = lamps.open("two");
    officer(() -> clocks.start(file.id(), "review"));
    officer(() -> clocks.start(other.id(), "letter"));
    assertThat(lamps.officer().call(() -> clocks.of(List.of(file.id(), other.id()))))
        .containsOnlyKeys(file.id(), other.id());
  }
}
