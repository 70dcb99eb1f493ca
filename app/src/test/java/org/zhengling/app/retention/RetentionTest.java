package org.zhengling.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.zhengling.app.retention.RetentionRule.Bound;
import org.zhengling.app.retention.store.ExpiredRows;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.audit.store.Entries;
import org.zhengling.testkit.TestDatabase;

/** By a clock that stands still, rows on either side of each limit. */
class RetentionTest {
  /** 10:00 in Jining. */
  private static final Instant NOW = Instant.parse("2020-09-20T02:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient everything = JdbcClient.create(database.seeingEverything());
  private final AnnotationConfigApplicationContext program = program();
  private final Retention retention = program.getBean(Retention.class);

  private AnnotationConfigApplicationContext program() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.serving()));
    context.registerBean(
        JdbcTransactionManager.class, () -> new JdbcTransactionManager(database.serving()));
    context.registerBean(InstantSource.class, () -> () -> NOW);
    context.register(Entries.class, Audit.class, ExpiredRows.class, Retention.class);
    context.refresh();
    return context;
  }

  private List<Retention.Due> sweep() {
    return new Actor.Program("清除到期记录", "370800000000").call(retention::sweep);
  }

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
    program.close();
    database.close();
  }

  private static Map<String, Long> bySlug(List<Retention.Due> dues) {
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
    assertThat(bySlug(sweep()))
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
    assertThat(sweep()).as("a second round").isEmpty();
  }

  @Test
  void aSweepIsInTheAuditWithWhatItRemovedAndAnEmptyOneIsNot() {
    var _ = sweep();
    var _ = sweep();
    assertThat(
            everything
                .sql(
                    "select actor_name || ' ' || post_title || ' ' || act || ' ' || about from"
                        + " audit.entry")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .startsWith("程序 清除到期记录 SWEEP_RECORDS ")
        .contains("登录失败记录 1 条", "失效的一次性链接 1 条");
  }

  @Test
  void noRuleRemovesLogsOrTheAudit() {
    assertThat(retention.list())
        .filteredOn(due -> due.rule().bound() == Bound.LEAST)
        .extracting(due -> due.rule().slug())
        .containsExactlyInAnyOrder(
            "logs", "audit", "exchange-chain", "cases", "residents", "credit", "ledger", "notices");
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
