package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.exchange.store.HealthRows;

/** After three failures a source is left alone for five minutes; then one call tries it. */
class LeavingAFailingSourceAloneTest {
  private static final String WAGES = "tax-wages";
  private static final String OTHER = "tax-other";
  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);

  @BeforeEach
  void connect() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.sql("create table tax.other as select * from tax.wage");
    desk.sql("grant select on tax.other to tax_reader");
    Way.Database way = desk.wageTable(null);
    desk.connected(
        desk.source(
            OTHER,
            "别的",
            new Way.Database(
                way.host(),
                way.port(),
                way.database(),
                way.user(),
                way.password(),
                "tax",
                "other",
                "sfzh",
                null),
            limits(0)));
    desk.authorise(one, WAGES, OTHER);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void breakIt() {
    desk.sql("alter table tax.wage rename je to gone");
  }

  private void mendIt() {
    desk.sql("alter table tax.wage rename gone to je");
  }

  private Answer.Reason reason() {
    return ((Answer.Unavailable) desk.answer(one, WAGES)).reason();
  }

  private Health health() {
    return desk.hall.get(HealthRows.class).all().stream()
        .filter(one -> one.source().equals(WAGES))
        .findFirst()
        .orElseThrow();
  }

  private void open() {
    breakIt();
    for (int i = 0; i < 3; i++) {
      assertThat(health().openedAt()).isNull();
      assertThat(reason()).isEqualTo(Answer.Reason.CHANGED);
    }
    assertThat(health().openedAt()).isNotNull();
    assertThat(health().lastFailure()).contains("没有字段 je");
  }

  @Test
  void it_is_not_called_while_it_rests_and_the_others_are() {
    open();
    mendIt();
    Replies replies = desk.ask(SharingDesk.enquiry(one, WAGES, OTHER));
    assertThat(((Answer.Unavailable) replies.answer(WAGES)).reason())
        .isEqualTo(Answer.Reason.RESTING);
    assertThat(replies.answer(OTHER)).isInstanceOf(Answer.NotThere.class);
  }

  @Test
  void after_its_rest_one_call_tries_it_and_closes_it_when_it_answers() {
    open();
    mendIt();
    desk.hall.pass(Duration.ofMinutes(5));
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.NotThere.class);
    assertThat(health().openedAt()).isNull();
    assertThat(health().failures()).isZero();
  }

  @Test
  void when_the_try_fails_it_rests_again() {
    open();
    desk.hall.pass(Duration.ofMinutes(5));
    assertThat(reason()).isEqualTo(Answer.Reason.CHANGED);
    assertThat(reason()).isEqualTo(Answer.Reason.RESTING);
    desk.hall.pass(Duration.ofMinutes(4));
    assertThat(reason()).isEqualTo(Answer.Reason.RESTING);
  }

  @Test
  void of_several_at_once_one_alone_may_try() {
    open();
    desk.hall.pass(Duration.ofMinutes(5));
    HealthRows rows = desk.hall.get(HealthRows.class);
    java.time.Instant now = desk.hall.get(java.time.InstantSource.class).instant();
    long allowed =
        java.util.stream.IntStream.range(0, 8)
            .parallel()
            .filter(i -> rows.mayProbe(WAGES, now, Duration.ofMinutes(5), Duration.ofSeconds(5)))
            .count();
    assertThat(allowed).isEqualTo(1);
  }

  @Test
  void one_answer_between_failures_begins_the_count_anew() {
    breakIt();
    reason();
    reason();
    mendIt();
    desk.answer(one, WAGES);
    breakIt();
    reason();
    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().openedAt()).isNull();
  }
}
