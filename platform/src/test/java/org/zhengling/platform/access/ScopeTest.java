package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  void the_serving_role_cannot_switch_the_limits_off() {
    assertThatThrownBy(
            () -> office.jdbc().sql("alter table access.post disable row level security").update())
        .hasStackTraceContaining("owner");
  }
}
