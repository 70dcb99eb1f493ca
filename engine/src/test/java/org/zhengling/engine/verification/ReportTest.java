package org.zhengling.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.quantity.Money;

class ReportTest {
  private static final LocalDate ASKED = LocalDate.of(2020, 12, 16);
  private static final YearMonth APPLIED = YearMonth.of(2020, 11);
  private static final Source WAGES = new Source("wages", "示例人社 社保", Set.of(Topic.WAGES), Set.of());
  private static final Source TAX = new Source("tax", "示例税务", Set.of(), Set.of(Topic.WAGES));
  private static final Source BANK =
      new Source("bank", "示例银行 存款", Set.of(Topic.DEPOSITS), Set.of());

  private static Item.Income wage(long person, String from, String to, long yuan) {
    return new Item.Income(
        person,
        Topic.WAGES,
        "wage",
        "工资",
        YearMonth.parse(from),
        YearMonth.parse(to),
        new Money(yuan * 100));
  }

  private static Report report(List<SourceAnswer> answers, List<Item> declared) {
    return Report.of(
        new Check(
            Set.of(1L, 2L, 3L),
            APPLIED,
            ASKED,
            List.of(BANK, WAGES, TAX),
            answers,
            declared,
            new Check.Measures(12, 10, 90, Set.of("bravery"))));
  }

  @Test
  void income_is_that_of_the_twelve_months_before_the_month_of_application() {
    Report report =
        report(
            List.of(
                new SourceAnswer.Found(
                    "wages", ASKED, List.of(wage(2, "2019-10", "2020-12", 1200)))),
            List.of());
    assertThat(report.windowFrom()).isEqualTo(YearMonth.of(2019, 11));
    assertThat(report.windowTo()).isEqualTo(YearMonth.of(2020, 10));
    assertThat(report.windowIncome()).isEqualTo(new Money(1_440_000));
    assertThat(report.monthly(report.windowIncome())).isEqualTo(new Money(120_000));
    assertThat(report.shortfall(new Money(70_000))).isEqualTo(new Money(90_000));
  }

  @Test
  void what_does_not_count_is_left_out_of_the_sum_and_stays_in_the_report() {
    Item prize =
        new Item.Income(
            1,
            Topic.TRANSFERS,
            "bravery",
            "见义勇为奖金",
            APPLIED.minusMonths(2),
            APPLIED.minusMonths(2),
            new Money(500_000));
    Report report = report(List.of(), List.of(prize));
    assertThat(report.windowIncome()).isEqualTo(Money.ZERO);
    assertThat(report.members().getFirst().items()).contains(prize);
  }

  @Test
  void a_source_that_did_not_answer_leaves_its_topic_open_and_is_never_none() {
    Report report =
        report(List.of(new SourceAnswer.Unavailable("bank", "接口无应答，已重试 3 次")), List.of());
    assertThat(report.open())
        .extracting(Report.Open::topic)
        .containsExactly(Topic.WAGES, Topic.DEPOSITS);
    assertThat(report.missing()).containsExactly(BANK, TAX, WAGES);
  }

  @Test
  void old_data_are_shown_and_count_for_nothing() {
    Report report =
        report(
            List.of(
                new SourceAnswer.Stale(
                    "wages",
                    LocalDate.of(2020, 6, 1),
                    List.of(wage(1, "2020-01", "2020-05", 900)))),
            List.of());
    assertThat(report.windowIncome()).isEqualTo(Money.ZERO);
    assertThat(report.open()).extracting(Report.Open::topic).contains(Topic.WAGES);
    assertThat(report.text()).contains("stale\t2020-06-01").contains("90000");
  }

  @Test
  void a_source_that_only_corroborates_is_compared_and_not_added() {
    Report report =
        report(
            List.of(
                new SourceAnswer.Found(
                    "wages", ASKED, List.of(wage(1, "2019-11", "2020-10", 1000))),
                new SourceAnswer.Found("tax", ASKED, List.of(wage(1, "2019-11", "2020-10", 3000))),
                new SourceAnswer.NotThere("bank", ASKED)),
            List.of(wage(1, "2019-11", "2020-10", 950)));
    assertThat(report.monthly(report.windowIncome())).isEqualTo(new Money(100_000));
    assertThat(report.differences())
        .containsExactly(
            new Report.Difference(1, Topic.WAGES, "1,000.00 元/月", "示例税务 3,000.00 元/月"));
  }

  @Test
  void found_beyond_the_tolerance_is_a_difference_and_declared_beyond_found_is_none() {
    Report report =
        report(
            List.of(
                new SourceAnswer.Found(
                    "wages",
                    ASKED,
                    List.of(
                        wage(1, "2019-11", "2020-10", 1101), wage(2, "2019-11", "2020-10", 10))),
                new SourceAnswer.Found(
                    "bank", ASKED, List.of(new Item.Deposit(3, "活期", new Money(900_000))))),
            List.of(wage(1, "2019-11", "2020-10", 1000), wage(2, "2019-11", "2020-10", 500)));
    assertThat(report.differences())
        .containsExactly(
            new Report.Difference(1, Topic.WAGES, "1,000.00 元/月", "1,101.00 元/月"),
            new Report.Difference(3, Topic.DEPOSITS, "0.00 元", "9,000.00 元"));
  }

  @Test
  void a_report_holds_for_its_days_and_not_longer() {
    Report report = report(List.of(), List.of());
    assertThat(report.validUntil()).isEqualTo(LocalDate.of(2021, 3, 15));
    assertThat(report.holdsOn(LocalDate.of(2021, 3, 15))).isTrue();
    assertThat(report.holdsOn(LocalDate.of(2021, 3, 16))).isFalse();
    assertThat(report.holdsOn(LocalDate.of(2020, 12, 15))).isFalse();
  }

  @Test
  void strangers_and_second_answers_are_refused() {
    assertThatThrownBy(() -> report(List.of(), List.of(wage(9, "2020-01", "2020-02", 1))))
        .hasMessageContaining("no member");
    SourceAnswer none = new SourceAnswer.NotThere("bank", ASKED);
    assertThatThrownBy(() -> report(List.of(none, none), List.of()))
        .hasMessageContaining("answered twice");
  }
}
