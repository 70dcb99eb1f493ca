package org.zhengling.app.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.testkit.TestDatabase;

/**
 * What every table of the migrated database owes: its Chinese name, and a limit where it has an
 * area.
 */
class DatabaseLintTest {
  /** The tree of areas is public; everything about areas hangs on it. */
  private static final Set<String> PUBLIC_REFERENCES =
      Set.of("access.area", "access.area_closure", "access.department");

  private static final String OURS =
      """
      c.relkind in ('r', 'p', 'v', 'm')
        and n.nspname not in ('pg_catalog', 'information_schema', 'migration')
        and n.nspname not like 'pg\\_%'
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.seeingEverything());

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private List<String> withoutChineseName() {
    return sql.sql(
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where %1$s and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[\\u4e00-\\u9fff]'
            union all
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where %1$s and c.relkind in ('r', 'p') and coalesce(col_description(c.oid, a.attnum), '') !~ '[\\u4e00-\\u9fff]'
            order by 1
            """
                .formatted(OURS))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Row-level security must be on, also for the owner, with a policy for the role that serves. */
  private List<String> withoutLimit() {
    return sql
        .sql(
            """
            select distinct n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where %s and c.relkind in ('r', 'p')
              and (a.attname = 'area' or a.attname like '%%\\_area')
              and not (
                c.relrowsecurity and c.relforcerowsecurity
                and exists (
                  select 1 from pg_policies p
                  where p.schemaname = n.nspname and p.tablename = c.relname
                    and 'zl_app' = any (p.roles)))
            order by 1
            """
                .formatted(OURS))
        .query((row, number) -> row.getString(1))
        .list()
        .stream()
        .filter(table -> !PUBLIC_REFERENCES.contains(table))
        .toList();
  }

  private List<String> ownedByTheServer() {
    return sql.sql(
            """
            select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
            where r.rolname = 'zl_app' and c.relkind in ('r', 'p', 'v', 'm', 'S')
            union all
            select rolname from pg_roles where rolname = 'zl_app' and (rolsuper or rolbypassrls)
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void every_table_and_column_has_its_chinese_name() {
    assertThat(withoutChineseName()).isEmpty();
  }

  @Test
  void a_planted_table_without_names_is_found() {
    sql.sql("create table access.planted (tree text, leaf text)").update();
    sql.sql("comment on column access.planted.tree is '树'").update();
    sql.sql("comment on column access.planted.leaf is 'leaf'").update();
    assertThat(withoutChineseName())
        .contains("access.planted", "access.planted.leaf")
        .doesNotContain("access.planted.tree");
  }

  @Test
  void every_table_with_an_area_is_limited_to_the_scope() {
    assertThat(withoutLimit()).isEmpty();
  }

  @Test
  void a_planted_table_with_an_area_and_no_limit_is_found() {
    sql.sql("create table access.planted (area text)").update();
    sql.sql("create table access.half_planted (home_area text)").update();
    sql.sql("alter table access.half_planted enable row level security").update();
    sql.sql("alter table access.half_planted force row level security").update();
    assertThat(withoutLimit()).contains("access.half_planted", "access.planted");
    sql.sql(
            "create policy within_scope on access.half_planted to zl_app using"
                + " (access.in_scope(home_area))")
        .update();
    assertThat(withoutLimit()).contains("access.planted").doesNotContain("access.half_planted");
  }

  @Test
  void the_role_that_serves_owns_nothing_and_bypasses_nothing() {
    assertThat(ownedByTheServer()).isEmpty();
    sql.sql("create table access.planted (area text)").update();
    sql.sql("alter table access.planted owner to zl_app").update();
    assertThat(ownedByTheServer()).containsExactly("planted");
  }
}
