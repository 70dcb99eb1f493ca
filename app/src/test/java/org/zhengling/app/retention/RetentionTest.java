package org.zhengling.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.zhengling.app.retention.RetentionRule.Bound;
import org.zhengling.app.retention.store.ExpiredRows;
import org.zhengling.testkit.TestDatabase;

/** By a clock that stands still, rows on either side of each limit. */
class RetentionTest {
  /** 10:00 in Jining. */
  private static final Instant NOW = Instant.parse("2020-09-20T02:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient everything = JdbcClient.create(database.seeingEverything());
  private final Retention retention =
      new Retention(
          new ExpiredRows(
              JdbcClient.create(database.serving()),
              new JdbcTransactionManager(database.serving())),
          () -> NOW);

  @BeforeEach
  void rowsOnEitherSide() {
    everything
        .sql(
            """
            insert into access.sign_in_attempt (name_digest, failures, locked_until, last_at) values
              ('old', 3, null, '2020-09-19 09:59+08'),
              ('new', 3, null, '2020-09-19 10:01+08'),
              ('old but locked', 5, '2020-09-21 00:00+08', '2020-09-19 09:00+08');
            insert into access.sign_in_known (digest, last_at) values
              (repeat('a', 64), '2020-08-21 09:59+08'), (repeat('b', 64), '2020-08-21 10:01+08');
            insert into access.one_time_link (digest, purpose, made_at, expires_at) values
              (repeat('a', 64), 'first-administrator', '2020-03-18 10:00+08', '2020-03-19 10:00+08'),
              (repeat('b', 64), 'first-administrator', '2020-03-20 10:00+08', '2020-03-21 10:00+08')
            """)
        .update();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Map<String, Long> bySlug(java.util.List<Retention.Due> dues) {
    return dues.stream()
        .filter(due -> due.rows() > 0)
        .collect(Collectors.toMap(due -> due.rule().slug(), Retention.Due::rows));
  }

  @Test
  void listingTellsWhatIsDueAndRemovesNothing() {
    Map<String, Long> due =
        Map.of("sign-in-attempts", 1L, "sign-in-known", 1L, "one-time-links", 1L);
    assertThat(bySlug(retention.list())).isEqualTo(due);
    assertThat(bySlug(retention.list())).isEqualTo(due);
  }

  @Test
  void sweepingRemovesWhatIsDueAndNothingYounger() {
    assertThat(bySlug(retention.sweep()))
        .isEqualTo(Map.of("sign-in-attempts", 1L, "sign-in-known", 1L, "one-time-links", 1L));
    assertThat(
            everything
                .sql("select name_digest from access.sign_in_attempt order by 1")
                .query(String.class)
                .list())
        .containsExactly("new", "old but locked");
    assertThat(
            everything
                .sql("select left(digest, 1) from access.one_time_link")
                .query(String.class)
                .list())
        .containsExactly("b");
    assertThat(retention.sweep()).as("a second round").isEmpty();
  }

  @Test
  void noRuleRemovesLogsOrTheAudit() {
    assertThat(retention.list())
        .filteredOn(due -> due.rule().bound() == Bound.LEAST)
        .extracting(due -> due.rule().slug())
        .containsExactly("logs", "audit");
  }

  @Test
  void everyRuleNamesItsLawAndHowSureItsReadingIs() {
    assertThat(retention.list())
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(due -> {
          assertThat(due.rule().ground()).containsPattern("法|条例").contains("第");
          assertThat(due.rule().confidence()).isIn("H", "M", "L");
        });
  }

  @Test
  void theServingRoleCannotRemoveALinkThatIsStillGood() {
    everything
        .sql(
            """
            insert into access.one_time_link (digest, purpose, made_at, expires_at) values
              (repeat('c', 64), 'first-administrator', now(), now() + interval '1 day')
            """)
        .update();
    JdbcClient.create(database.serving())
        .sql("select access.remove_ended_links('2100-01-01')")
        .query(Long.class)
        .single();
    assertThat(
            everything
                .sql("select left(digest, 1) from access.one_time_link")
                .query(String.class)
                .list())
        .containsExactly("c");
  }
}
