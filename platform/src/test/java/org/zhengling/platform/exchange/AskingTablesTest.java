package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.quantity.Money;

/** A department's own table, on a real second database. */
class AskingTablesTest {
  private static final String WAGES = "tax-wages";
  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);

  @BeforeEach
  void connect() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(2)));
    desk.authorise(one, WAGES);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void wage(String number, String month, String amount) {
    desk.sql(
        "insert into tax.wage (sfzh, ny, je, dw) values (?, ?, ?, '示例机械厂')", number, month, amount);
  }

  private List<SourceRecord> found() {
    return desk.answer(one, WAGES).given();
  }

  @Test
  void records_of_the_period_are_found_and_others_left_out() {
    wage(one.number().text(), "202002", "1000.00");
    wage(one.number().text(), "202003", "2,345.60");
    wage(one.number().text(), "202102", "3000");
    wage(one.number().text(), "202103", "4000");
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.Found.class);
    assertThat(found().stream().map(record -> record.value("wage")))
        .containsExactlyInAnyOrder(
            new Value.Amount(new Money(234_560)), new Value.Amount(new Money(300_000)));
  }

  @Test
  void nobody_there_is_said_of_the_day() {
    wage(resident(1).number().text(), "202012", "1000");
    assertThat(desk.answer(one, WAGES)).isEqualTo(new Answer.NotThere(SharingDesk.TODAY));
  }

  @Test
  void the_old_fifteen_digits_are_the_same_person() {
    String text = one.number().text();
    wage(text.substring(0, 6) + text.substring(8, 17), "202012", "1000");
    assertThat(found()).hasSize(1);
  }

  @Test
  void a_small_x_is_the_same_person() {
    Enquiry.Subject x =
        IntStream.range(0, 30)
            .mapToObj(SharingDesk::resident)
            .filter(subject -> subject.number().text().endsWith("X"))
            .findFirst()
            .orElseThrow();
    desk.authorise(x, WAGES);
    wage(x.number().text().replace('X', 'x'), "202012", "1000");
    assertThat(desk.answer(x, WAGES).given()).hasSize(1);
  }

  @Test
  void numbers_kept_as_numbers_or_padded_are_found() {
    wage(one.number().text(), "202012", "1000");
    desk.sql("alter table tax.wage alter sfzh type char(24)");
    assertThat(found()).hasSize(1);
    desk.sql("alter table tax.wage alter sfzh type numeric(18) using trim(sfzh)::numeric");
    assertThat(found()).hasSize(1);
  }

  @Test
  void a_renamed_column_is_named_and_never_nothing() {
    desk.sql("alter table tax.wage rename je to jine");
    assertThat(desk.answer(one, WAGES))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> {
              assertThat(none.reason()).isEqualTo(Answer.Reason.CHANGED);
              assertThat(none.explanation()).contains("工资", "tax.wage", "没有字段 je");
            });
    desk.sql("alter table tax.wage rename to wages");
    assertThat(desk.answer(one, WAGES))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> assertThat(none.explanation()).contains("没有表 tax.wage"));
  }

  @Test
  void a_mistyped_value_is_told_and_never_zero() {
    wage(one.number().text(), "202012", "约三千");
    wage(one.number().text(), "202101", "3000");
    assertThat(found()).hasSize(2);
    assertThat(found().stream().flatMap(record -> record.misread().stream()))
        .containsExactly(new Value.Misread("约三千", "“工资”应为金额（元），来源给的读不懂。"));
  }

  @Test
  void an_empty_value_is_absent_and_never_zero() {
    desk.sql("insert into tax.wage (sfzh, ny, je) values (?, '202012', null)", one.number().text());
    assertThat(found().getFirst().value("wage")).isEqualTo(new Value.Absent());
  }

  @Test
  void old_data_are_stale_with_and_without_records() {
    desk.connected(
        desk.source(
            "tax-dated", "工资（按更新日）", desk.wageTable(new Way.AsOf("wage", "gxrq")), limits(0)));
    desk.authorise(one, "tax-dated");
    wage(one.number().text(), "202012", "1000");
    desk.sql("update tax.wage set gxrq = '2021-03-01'");
    assertThat(desk.answer(one, "tax-dated")).isInstanceOf(Answer.Found.class);
    desk.sql("update tax.wage set gxrq = '2021-02-28'");
    assertThat(desk.answer(one, "tax-dated"))
        .isInstanceOfSatisfying(
            Answer.Stale.class, stale -> assertThat(stale.records()).hasSize(1));
    desk.sql("update tax.wage set sfzh = 'nobody'");
    assertThat(desk.answer(one, "tax-dated"))
        .isEqualTo(new Answer.Stale(List.of(), LocalDate.of(2021, 2, 28)));
    desk.sql("update tax.wage set gxrq = '2021-04-01'");
    assertThat(desk.answer(one, "tax-dated")).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void a_database_that_turns_us_away_or_is_not_there_is_no_answer() {
    desk.sql("revoke select on tax.wage from tax_reader");
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.Unavailable.class);
    Way.Database way = desk.wageTable(null);
    Way wrong =
        new Way.Database(way.host(), 1, way.database(), "a", "b", "tax", "wage", "sfzh", null);
    desk.connected(desk.source("tax-gone", "搬走的", wrong, limits(2)));
    desk.authorise(one, "tax-gone");
    assertThat(desk.answer(one, "tax-gone"))
        .isInstanceOfSatisfying(
            Answer.Unavailable.class,
            none -> {
              assertThat(none.reason()).isEqualTo(Answer.Reason.UNREACHABLE);
              assertThat(none.explanation()).contains("搬走的", "已重试 2 次");
            });
  }

  @Test
  void many_residents_are_asked_at_once_and_each_gets_their_own() {
    List<Enquiry.Subject> all = IntStream.range(0, 450).mapToObj(i -> resident(i % 28)).toList();
    all.stream()
        .distinct()
        .forEach(subject -> {
          desk.authorise(subject, WAGES);
          wage(subject.number().text(), "202012", "1" + subject.resident() % 100);
        });
    List<Replies> replies =
        desk.as(() ->
            desk.hall
                .get(Exchange.class)
                .askMany(
                    all.stream().map(subject -> SharingDesk.enquiry(subject, WAGES)).toList()));
    assertThat(replies).hasSize(all.size());
    for (Replies reply : replies) {
      Money expected = Money.parse("1" + reply.enquiry().subject().resident() % 100);
      assertThat(reply.answer(WAGES).given().getFirst().value("wage"))
          .isEqualTo(new Value.Amount(expected));
    }
  }
}
