package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeTest {
  private final Office office = new Office();

  @BeforeAll
  void twoCountiesHavePosts() {
    office.enter("rencheng", Office.RENCHENG);
    office.enter("weishan", Office.WEISHAN);
  }

  /** A table of cases as modules make them: two of one county, one of another. */
  @BeforeAll
  void threeCases() {
    for (String statement :
        List.of(
            "create table access.planted_case (case_file bigint primary key, area text)",
            "alter table access.planted_case enable row level security",
            "alter table access.planted_case force row level security",
            "create policy within_scope on access.planted_case to zl_app"
                + " using (access.in_scope(area) or case_file = access.own_case())",
            "grant select on access.planted_case to zl_app",
            "insert into access.planted_case values"
                + " (1, '370811000000'), (2, '370811000000'), (3, '370826000000')")) {
      office.seeingEverything().sql(statement).update();
    }
  }

  private List<Long> visibleCases() {
    return office
        .jdbc()
        .sql("select case_file from access.planted_case order by 1")
        .query((row, number) -> row.getLong(1))
        .list();
  }

  private List<Long> visibleCases(Scope scope) {
    return scope.<List<Long>, RuntimeException>call(this::visibleCases);
  }

  @Test
  void an_applicant_sees_the_one_case_and_nothing_that_has_an_area() {
    assertThat(visibleCases(Scope.ofCase(2))).containsExactly(2L);
    assertThat(visibleCases(Scope.ofCase(4))).isEmpty();
    assertThat(Scope.ofCase(2).<List<String>, RuntimeException>call(office::areasOfVisiblePosts))
        .isEmpty();
    assertThat(visibleCases(new Scope(List.of(Office.RENCHENG)))).containsExactly(1L, 2L);
  }

  @Test
  void a_connection_forgets_the_case_when_the_next_request_takes_it() {
    for (int round = 0; round < 12; round++) {
      assertThat(visibleCases(Scope.ofCase(3))).containsExactly(3L);
      assertThat(visibleCases()).as("a stranger").isEmpty();
      assertThat(visibleCases(new Scope(List.of(Office.RENCHENG))))
          .as("an official")
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void of_200_applicants_at_once_on_few_connections_none_sees_another_case() throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> looks = new ArrayList<>();
      for (int person = 0; person < 200; person++) {
        long own = person % 4;
        looks.add(
            people.submit(
                () -> visibleCases(Scope.ofCase(own)).equals(own == 0 ? List.of() : List.of(own))));
      }
      for (Future<Boolean> look : looks) {
        assertThat(look.get()).isTrue();
      }
    }
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void without_a_scope_no_row_is_visible() {
    assertThat(office.areasOfVisiblePosts()).isEmpty();
  }

  @Test
  void a_county_sees_its_own_rows_alone() {
    Scope county = new Scope(List.of(Office.RENCHENG));
    List<String> seen = county.call(office::areasOfVisiblePosts);
    assertThat(seen).containsExactly(Office.RENCHENG);
  }

  @Test
  void the_city_sees_what_lies_below_it() {
    Scope city = new Scope(List.of("370800000000"));
    List<String> seen = city.call(office::areasOfVisiblePosts);
    assertThat(seen).containsExactly("370800000000", Office.RENCHENG, Office.WEISHAN);
  }

  @Test
  void a_township_does_not_see_its_county() {
    Scope township = new Scope(List.of("370811002000"));
    List<String> seen = township.call(office::areasOfVisiblePosts);
    assertThat(seen).isEmpty();
  }

  @Test
  void a_code_prefix_is_not_a_scope() {
    List<String> seen = new Scope(List.of("3708")).call(office::areasOfVisiblePosts);
    assertThat(seen).isEmpty();
  }

  @Test
  void the_database_refuses_a_row_outside_the_scope() {
    String insert =
        """
        insert into access.post (person, title, kind, area, held_from, given_at)
        select id, '越界岗', 'REPORTER', '370826000000', date '2020-09-20', timestamptz '2020-09-20'
        from access.person where sign_in_name = 'rencheng'
        """;
    assertThatThrownBy(() ->
            new Scope(List.of(Office.RENCHENG)).call(() -> office.jdbc().sql(insert).update()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void a_row_cannot_be_moved_out_of_the_scope() {
    String update = "update access.post set area = '370826000000' where area = '370811000000'";
    assertThatThrownBy(() ->
            new Scope(List.of(Office.RENCHENG)).call(() -> office.jdbc().sql(update).update()))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void a_connection_forgets_the_scope_when_it_goes_back_to_the_pool() {
    // More rounds than the pool has connections: each of them has carried a scope.
    for (int round = 0; round < 12; round++) {
      assertThat(
              new Scope(List.of(Office.RENCHENG))
                  .<List<String>, RuntimeException>call(office::areasOfVisiblePosts))
          .isNotEmpty();
      assertThat(office.areasOfVisiblePosts()).isEmpty();
    }
  }

  @Test
  void a_connection_that_went_back_carries_neither_areas_nor_a_case() throws Exception {
    for (int round = 0; round < 12; round++) {
      assertThat(visibleCases(new Scope(List.of(Office.RENCHENG), 3L))).containsExactly(1L, 2L, 3L);
      try (Connection raw = office.pool().getConnection();
          Statement statement = raw.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select coalesce(current_setting('zl.scope', true), '')"
                      + " || coalesce(current_setting('zl.case', true), '')")) {
        rows.next();
        assertThat(rows.getString(1)).isEmpty();
      }
    }
  }

  @Test
  void the_serving_role_cannot_switch_the_limits_off() {
    assertThatThrownBy(
            () -> office.jdbc().sql("alter table access.post disable row level security").update())
        .hasStackTraceContaining("owner");
  }
}
