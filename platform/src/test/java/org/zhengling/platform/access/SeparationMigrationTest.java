package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.testkit.TestDatabase;

class SeparationMigrationTest {
  @Test
  void who_administered_and_worked_before_keeps_the_administrators_post_alone() {
    try (TestDatabase database = TestDatabase.upTo("2026.11.23.1300")) {
      JdbcClient sql = JdbcClient.create(database.seeingEverything());
      sql.sql(
              """
              insert into access.area (code, name, short_name, level, sort)
              values ('370800000000', '济宁市', '济宁', 'city', 1);
              insert into access.person (sign_in_name, name, created_at)
              values ('liangyang', '张三', now()), ('danyi', '李四', now());
              insert into access.post (person, title, kind, area, held_from, held_to, given_at)
              select p.id, k.kind, k.kind, '370800000000', k.from_day, k.to_day, now()
              from access.person p
              join (values
                ('liangyang', 'ADMINISTRATOR', date '2020-01-01', null::date),
                ('liangyang', 'REPORTER', date '2020-01-01', null),
                ('liangyang', 'SUPERVISOR', date '2019-01-01', date '2019-06-30'),
                ('danyi', 'REPORTER', date '2020-01-01', null)) k (name, kind, from_day, to_day)
                on k.name = p.sign_in_name
              """)
          .update();
      database.migrate();
      assertThat(
              sql.sql(
                      """
                      select p.sign_in_name || ' ' || o.kind || ' ' || (o.held_to is null) || ' '
                        || o.before_separation
                      from access.post o join access.person p on p.id = o.person order by 1
                      """)
                  .query((row, number) -> row.getString(1))
                  .list())
          .containsExactly(
              "danyi REPORTER true false",
              "liangyang ADMINISTRATOR true false",
              "liangyang REPORTER false true",
              "liangyang SUPERVISOR false false");
    }
  }
}
