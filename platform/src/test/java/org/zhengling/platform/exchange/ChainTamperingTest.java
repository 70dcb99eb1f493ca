package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.AsTheProgram;

/** Whatever is changed in the database afterwards, by whomever, is found. */
class ChainTamperingTest {
  private static final String WAGES = "tax-wages";
  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);

  @BeforeEach
  void ask() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, WAGES);
    desk.sql("insert into tax.wage values (?, '202012', '1000', '示例厂')", one.number().text());
    for (int i = 0; i < 3; i++) {
      desk.answer(one, WAGES);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ChainCheck.Result check() {
    return desk.as(() -> desk.hall.get(ChainCheck.class).check(WAGES));
  }

  private void tamper(String sql) {
    var jdbc = desk.hall.seeingEverything();
    jdbc.sql("set session_replication_role = replica; " + sql + "; reset session_replication_role")
        .update();
  }

  @Test
  void untouched_it_is_whole() {
    ChainCheck.Result result = check();
    assertThat(result.faults()).isEmpty();
    assertThat(result.links()).isEqualTo(6);
    assertThat(result.bodies()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update exchange.enquiry set person_name = '别人' where seq = 3",
        "update exchange.enquiry set resident = resident + 1 where seq = 1",
        "update exchange.enquiry set case_number = '别的案' where seq = 3",
        "update exchange.enquiry set asked_at = asked_at + interval '1 microsecond' where seq = 1",
        "update exchange.enquiry set authorised_by = null where seq = 1",
        "update exchange.answer set outcome = 'NOT_THERE', records = 0 where seq = 2",
        "update exchange.answer set as_of = as_of - 1 where seq = 4",
        "update exchange.answer set tries = 9 where seq = 4",
        "update exchange.answer set digest = decode(repeat('ab', 32), 'hex') where seq = 2",
        "update exchange.answer set reply_digest = decode(repeat('ab', 32), 'hex') where seq = 2",
        "delete from exchange.body; delete from exchange.answer where seq = 2",
        "delete from exchange.body; delete from exchange.answer where seq = 6",
        "delete from exchange.body; delete from exchange.answer; delete from exchange.enquiry",
        "update exchange.chain set length = 5",
        "update exchange.chain set head = decode(repeat('cd', 32), 'hex')"
      })
  void every_change_is_found(String change) {
    tamper(change);
    assertThat(check().faults()).isNotEmpty();
  }

  @Test
  void a_body_put_in_the_place_of_another_does_not_open() {
    tamper(
        "update exchange.body set sealed = (select b.sealed from exchange.body b where b.answer is"
            + " not null order by b.id desc limit 1) where id = (select min(id) from exchange.body"
            + " where answer is not null)");
    assertThatThrownBy(this::check).hasMessageContaining("改动过");
  }

  @Test
  void the_role_that_serves_can_change_nothing() {
    for (String sql :
        List.of(
            "update exchange.enquiry set person_name = 'x'",
            "delete from exchange.answer",
            "truncate exchange.enquiry cascade",
            "update exchange.chain set length = 0",
            "delete from exchange.body",
            "delete from exchange.look",
            "update exchange.agreement set end_day = '2099-01-01'",
            "update exchange.authorisation set end_day = '2099-01-01'")) {
      assertThatThrownBy(() -> desk.as(() -> desk.hall.jdbc().sql(sql).update()))
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void the_owner_meets_a_trigger() {
    for (String sql :
        List.of(
            "update exchange.enquiry set person_name = 'x'",
            "delete from exchange.answer",
            "update exchange.agreement set end_day = '2099-01-01'")) {
      assertThatThrownBy(() -> desk.hall.seeingEverything().sql(sql).update())
          .as(sql)
          .hasStackTraceContaining("append-only");
    }
  }

  @Test
  void bodies_go_when_their_time_is_over_and_the_chain_stays_whole() {
    long removed =
        desk.hall
            .jdbc()
            .sql("select exchange.remove_bodies('2100-01-01')")
            .query(Long.class)
            .single();
    assertThat(removed).isEqualTo(6);
    ChainCheck.Result result = check();
    assertThat(result.faults()).isEmpty();
    assertThat(result.bodies()).isZero();
    List<KeptAnswers.Kept> kept =
        desk.as(() -> desk.hall.get(KeptAnswers.class).ofCase(SharingDesk.CASE, "复查"));
    assertThat(kept).hasSize(3).allSatisfy(one -> assertThat(one.answer()).isNull());
  }

  @Test
  void neither_number_nor_answer_lies_readable_in_the_database() {
    String all =
        desk.hall
            .seeingEverything()
            .sql(
                """
                select string_agg(t, '') from (
                  select encode(sealed, 'escape') as t from exchange.body
                  union all select e::text from exchange.enquiry e
                  union all select a::text from exchange.answer a) x
                """)
            .query(String.class)
            .single();
    assertThat(all).doesNotContain(one.number().text()).doesNotContain("示例厂").doesNotContain("示例0");
  }

  @Test
  void many_at_once_make_one_chain() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> asked =
          IntStream.range(0, 40)
              .mapToObj(i -> (Callable<Answer>) () -> desk.answer(one, WAGES))
              .map(AsTheProgram::also)
              .map(threads::submit)
              .toList();
      for (Future<Answer> answer : asked) {
        assertThat(answer.get()).isInstanceOf(Answer.Found.class);
      }
    }
    ChainCheck.Result result = check();
    assertThat(result.faults()).isEmpty();
    assertThat(result.links()).isEqualTo(86);
  }
}
