package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.zhengling.engine.time.Budget;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;

/**
 * Rows of cases are seen within their area alone; a citizen sees the one case, and changes none.
 */
class ForeignRowsTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final CaseFile file = filled("one");
  private final CaseFile other = filled("two");

  private CaseFile filled(String seed) {
    CaseFile opened = lamps.open(seed);
    lamps.as(
        lamps.officer(),
        () -> {
          city.get(CaseClocks.class).start(opened.id(), "review");
          city.get(Documents.class)
              .add(
                  opened.id(),
                  Lamps.form(seed + " paper"),
                  "照片",
                  "a.txt",
                  seed.getBytes(StandardCharsets.UTF_8));
          city.get(JointReviews.class)
              .ask(
                  opened.id(),
                  Lamps.form(seed + " ask"),
                  new JointReviews.Question(
                      List.of(new JointReviews.Asked(CityHall.RENCHENG, null)),
                      "能不能修",
                      new Budget.WorkingDays(5),
                      SampleProcedure.CLAUSE));
        });
    lamps.as(lamps.clerk(), () -> city.get(Receipts.class).issue(opened.id()));
    return opened;
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  /** Every table with rows of cases; one that comes later is asked about as well. */
  private List<String> tables() {
    return city.seeingEverything()
        .sql(
            """
            select table_name from information_schema.columns
            where table_schema = 'cases' and column_name = 'case_file' order by 1
            """)
        .query((row, number) -> row.getString("table_name"))
        .list();
  }

  private long seen(Scope scope, String table) {
    return scope.call(
        () -> city.jdbc().sql("select count(*) from cases." + table).query(Long.class).single());
  }

  @Test
  void another_area_and_nobody_see_no_row_of_any_table() {
    assertThat(tables()).hasSize(7);
    for (String table : tables()) {
      assertThat(seen(new Scope(List.of(Lamps.GUHUAI)), table)).as(table).isGreaterThan(1);
      assertThat(seen(new Scope(List.of(CityHall.CITY)), table)).as(table).isGreaterThan(1);
      assertThat(seen(new Scope(List.of(Lamps.NANZHANG)), table)).as(table).isZero();
      assertThat(seen(new Scope(List.of(CityHall.WEISHAN)), table)).as(table).isZero();
      assertThat(seen(new Scope(List.of()), table)).as(table).isZero();
      assertThat(city.jdbc().sql("select count(*) from cases." + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void a_citizen_sees_the_one_case_and_nothing_of_the_office() {
    Scope own = Scope.ofCase(file.id());
    for (String table : tables()) {
      long wanted =
          own.call(() ->
              city.jdbc()
                  .sql("select count(*) from cases." + table + " where case_file <> :own")
                  .param("own", file.id())
                  .query(Long.class)
                  .single());
      assertThat(wanted).as(table).isZero();
    }
    assertThat(seen(own, "case_file")).isEqualTo(1);
    assertThat(seen(own, "action")).isGreaterThan(1);
    assertThat(seen(own, "receipt")).isZero();
    assertThat(seen(own, "opinion_request")).isZero();
    assertThat(own.call(() -> city.get(Cases.class).file(file.id())).number())
        .isEqualTo(file.number());
    assertThatThrownBy(() -> own.call(() -> city.get(Cases.class).file(other.id())))
        .isInstanceOf(org.zhengling.engine.Refusal.class);
  }

  @Test
  void a_citizen_changes_nothing() {
    Scope own = Scope.ofCase(file.id());
    assertThat(
            own.<Integer, RuntimeException>call(
                () -> city.jdbc().sql("update cases.case_file set next_step = 'x'").update()))
        .isZero();
    assertThatThrownBy(() ->
            own.call(() ->
                city.jdbc()
                    .sql(
                        """
                        insert into cases.action (case_file, seq, form, kind, what, payload, digest,
                          person_name, post_title, at, on_day)
                        select case_file, 99, gen_random_uuid(), kind, what, payload, digest,
                          person_name, post_title, at, on_day from cases.action limit 1
                        """)
                    .update()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            own.call(() ->
                city.get(Cases.class)
                    .act(file.id(), file.version(), Lamps.deed("x", "x"), file.standing())))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_was_done_is_neither_changed_nor_removed_by_the_role_that_serves() {
    for (String table : List.of("action", "clock_act", "document", "receipt", "case_file")) {
      assertThatThrownBy(() ->
              new Scope(List.of(CityHall.CITY))
                  .call(() -> city.jdbc().sql("delete from cases." + table).update()))
          .as(table)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() ->
            new Scope(List.of(CityHall.CITY))
                .call(() -> city.jdbc().sql("update cases.action set kind = 'x'").update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_case_is_moved_only_from_within_the_scope_and_goes_with_everything() {
    HandOver to = new HandOver(Lamps.NANZHANG, PostKind.CASE_OFFICER, null);
    CaseTransfers transfers = city.get(CaseTransfers.class);
    CaseFile now = lamps.officer().call(() -> city.get(Cases.class).file(file.id()));
    assertThatThrownBy(() ->
            lamps.as(
                city.at(CityHall.WEISHAN, PostKind.CASE_OFFICER),
                () -> transfers.handOver(now.id(), now.version(), Lamps.form("h"), to, "管辖")))
        .isInstanceOf(org.zhengling.engine.Refusal.class);
    lamps.as(
        lamps.officer(),
        () -> transfers.handOver(now.id(), now.version(), Lamps.form("h"), to, "户口在南张"));
    for (String table : tables()) {
      assertThat(seen(new Scope(List.of(Lamps.NANZHANG)), table)).as(table).isPositive();
      long left =
          new Scope(List.of(Lamps.GUHUAI))
              .call(() ->
                  city.jdbc()
                      .sql("select count(*) from cases." + table + " where case_file = :id")
                      .param("id", file.id())
                      .query(Long.class)
                      .single());
      assertThat(left).as(table).isZero();
    }
  }
}
