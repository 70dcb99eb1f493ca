package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.quantity.Share;
import org.zhengling.formats.csv.CsvReading;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.ledger.store.PaymentViews;

/** From a list of people to the bank and back, to the fen. */
class PaymentBatchesTest {
  private static final Fund CITY =
      Fund.ofArea(CityHall.RENCHENG, Treasury.PURPOSE, SourceLevel.CITY, 2020);
  private static final Fund COUNTY =
      Fund.ofArea(CityHall.RENCHENG, Treasury.PURPOSE, SourceLevel.COUNTY, 2020);
  private static final FundingPlan PLAN =
      new FundingPlan(
          List.of(
              new FundingPlan.Part(CITY, new Share(1, 3)),
              new FundingPlan.Part(COUNTY, new Share(2, 3))));

  private final Treasury treasury = new Treasury();
  private final PaymentBatches batches = treasury.hall.get(PaymentBatches.class);

  @BeforeEach
  void money() {
    Budgets budgets = treasury.hall.get(Budgets.class);
    treasury.treasurer.call(() -> {
      budgets.appropriate("a1", CITY, new Money(100_000), "济财社〔2020〕0 号（示例）");
      budgets.appropriate("a2", COUNTY, new Money(100_000), "济财社〔2020〕0 号（示例）");
      return true;
    });
  }

  @AfterEach
  void close() {
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
    treasury.close();
  }

  private static Payee payee(long caseFile, long fen) {
    return new Payee(
        1_000_000_000L + caseFile, caseFile, "孙示例", "62170000000000" + caseFile, "示例银行", fen);
  }

  private static PaymentOrder order(String key, Payee... payees) {
    return new PaymentOrder(
        key,
        CityHall.RENCHENG,
        Treasury.PURPOSE,
        YearMonth.of(2020, 9),
        "示例发放",
        PLAN,
        List.of(payees),
        PaymentOrder.Origin.SAMPLE);
  }

  private long prepare(PaymentOrder order) {
    return treasury.treasurer.call(() -> batches.prepare(order));
  }

  private BankFile export(long batch, BankFile.Letters letters) {
    return treasury.treasurer.call(() -> batches.export(batch, letters));
  }

  private BankReply read(long batch, String... rows) {
    String text =
        "payment,amount_fen,result,reason,settled_on\r\n" + String.join("\r\n", rows) + "\r\n";
    return treasury.treasurer.call(
        () -> batches.read(batch, "回盘.csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  private PaymentBatch batch(long id) {
    return treasury.treasurer.call(
        () -> treasury.hall.get(PaymentViews.class).batch(id).orElseThrow());
  }

  private List<PaymentBatches.Shown> lines(long batch) {
    return treasury.treasurer.call(
        () -> batches.lines(batch, List.of(PaymentState.values()), 0, 100));
  }

  private long left(Fund fund, Pot pot) {
    return treasury.treasurer.call(() -> treasury.hall.get(Accounts.class).amount(fund, pot));
  }

  @Test
  void who_cannot_be_paid_is_left_out_with_the_reason_and_the_others_go_on() {
    long batch =
        prepare(
            order(
                "b",
                payee(1, 30_001),
                payee(2, 150_000),
                payee(3, 200_000),
                payee(1, 500),
                new Payee(9, 4, "孙示例", "6217-abc", "", 100),
                payee(5, 0),
                payee(6, 1)));
    assertThat(lines(batch))
        .extracting(PaymentBatches.Shown::state)
        .containsExactly(
            PaymentState.READY,
            PaymentState.LEFT_OUT,
            PaymentState.LEFT_OUT,
            PaymentState.LEFT_OUT,
            PaymentState.LEFT_OUT,
            PaymentState.LEFT_OUT,
            PaymentState.READY);
    assertThat(lines(batch).get(1).reason()).contains("不够支出 1,000.00 元");
    assertThat(lines(batch).get(3).reason()).startsWith("这一件在名单里出现了两次");
    assertThat(lines(batch).get(4).reason()).startsWith("账号不是");
    assertThat(batch(batch).total()).isEqualTo(30_002);
    // 30,001 fen: a third is 10,000 and 1/3, two thirds 20,000 and 2/3.
    assertThat(left(CITY, Pot.AVAILABLE)).isEqualTo(90_000);
    assertThat(left(COUNTY, Pot.AVAILABLE)).isEqualTo(79_998);
    assertThat(lines(batch).getFirst().name()).isEqualTo("孙*");
    assertThat(lines(batch).getFirst().account()).isEqualTo("****0001");
  }

  @Test
  void a_case_is_paid_once_a_month_also_by_lists_made_at_once() throws Exception {
    long first = prepare(order("b", payee(1, 100)));
    assertThat(prepare(order("b", payee(1, 100)))).isEqualTo(first);
    assertThatThrownBy(() -> prepare(order("b", payee(1, 101))))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    assertThat(lines(prepare(order("c", payee(1, 100)))).getFirst().state())
        .isEqualTo(PaymentState.LEFT_OUT);
    List<java.util.concurrent.Callable<Long>> acts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      PaymentOrder order = order("at once " + i, payee(7, 100), payee(8, 100));
      acts.add(() -> batches.prepare(order));
    }
    treasury.atOnce(acts);
    assertThat(treasury.number("select count(*) from ledger.payment where live and case_file = 7"))
        .isEqualTo(1);
    assertThatThrownBy(() ->
            treasury
                .hall
                .seeingEverything()
                .sql(
                    """
                    insert into ledger.payment
                      (batch, area, position, purpose, month, resident, case_file, amount, payee, state)
                    select batch, area, 99, purpose, month, resident, case_file, amount, payee, 'READY'
                    from ledger.payment where live and case_file = 7
                    """)
                .update())
        .hasStackTraceContaining("paid_once");
  }

  @Test
  void the_file_of_a_batch_is_the_same_whenever_it_is_exported() {
    long batch = prepare(order("b", payee(1, 100), payee(2, 250)));
    BankFile file = export(batch, BankFile.Letters.GB18030);
    assertThat(new String(file.bytes(), CsvReading.GB18030))
        .startsWith("line,payment,name,account,bank,amount_fen,month,purpose\r\n")
        .contains(",孙示例,621700000000001,示例银行,100,2020-09,示例救助金\r\n")
        .endsWith("TOTAL,2,,,,350,2020-09,示例救助金\r\n");
    BankFile again = export(batch, BankFile.Letters.UTF_8);
    assertThat(again.digest()).isEqualTo(file.digest()).isEqualTo(batch(batch).fileDigest());
    treasury
        .hall
        .seeingEverything()
        .sql("update ledger.payment_batch set month = '2020-10-01' where id = ?")
        .param(batch)
        .update();
    assertThatThrownBy(() -> export(batch, BankFile.Letters.GB18030))
        .hasMessageContaining("和第一次导出时不一样了");
  }

  @Test
  void the_reply_is_compared_line_by_line_and_settles_to_the_fen() {
    long batch = prepare(order("b", payee(1, 300), payee(2, 600), payee(3, 900), payee(4, 1200)));
    export(batch, BankFile.Letters.UTF_8);
    List<Long> ids = lines(batch).stream().map(PaymentBatches.Shown::id).toList();
    BankReply reply =
        read(
            batch,
            ids.get(0) + ",300,PAID,,2020-09-20",
            ids.get(1) + ",600,REFUSED,账户已销户,2020-09-20",
            ids.get(2) + ",901,PAID,,2020-09-20",
            ids.get(0) + ",300,PAID,,2020-09-20",
            "777777,300,PAID,,2020-09-20",
            ids.get(3) + ",1200,成功,,2020-09-20",
            "only,three,cells");
    assertThat(reply.rows()).isEqualTo(7);
    assertThat(reply.paid()).isEqualTo(1);
    assertThat(reply.refused()).isEqualTo(1);
    assertThat(reply.missing()).isEqualTo(2);
    assertThat(reply.faults()).extracting(BankReply.Fault::line).containsExactly(4, 5, 6, 7, 8);
    assertThat(reply.faults().getFirst().said()).contains("“901”分，应为 900 分");
    assertThat(left(CITY, Pot.PAID) + left(COUNTY, Pot.PAID)).isEqualTo(300);
    assertThat(left(CITY, Pot.AVAILABLE)).isEqualTo(100_000 - 100 - 300 - 400);
    // The same file again changes nothing; what is missing comes in another one.
    assertThat(reply)
        .isEqualTo(
            read(
                batch,
                ids.get(0) + ",300,PAID,,2020-09-20",
                ids.get(1) + ",600,REFUSED,账户已销户,2020-09-20",
                ids.get(2) + ",901,PAID,,2020-09-20",
                ids.get(0) + ",300,PAID,,2020-09-20",
                "777777,300,PAID,,2020-09-20",
                ids.get(3) + ",1200,成功,,2020-09-20",
                "only,three,cells"));
    BankReply rest =
        read(
            batch,
            ids.get(2) + ",900,PAID,,2020-09-20",
            ids.get(3) + ",1200,PAID,,2020-09-20",
            ids.get(1) + ",600,PAID,,2020-09-20");
    assertThat(rest.missing()).isZero();
    assertThat(rest.faults().getFirst().said()).contains("先前已记为“银行退回”");
    assertThat(batch(batch).settled()).isTrue();
    assertThat(batch(batch).progress())
        .isEqualTo(new PaymentBatch.Progress(0, 3, 2_400, 1, 600, 0, 0));
    assertThat(left(CITY, Pot.PAID) + left(COUNTY, Pot.PAID)).isEqualTo(2_400);
    // What the bank refused can be paid by another batch of the same month.
    assertThat(lines(prepare(order("again", payee(2, 600)))).getFirst().state())
        .isEqualTo(PaymentState.READY);
  }

  @Test
  void what_was_paid_and_comes_back_returns_to_its_funds() {
    long batch = prepare(order("b", payee(1, 300)));
    export(batch, BankFile.Letters.UTF_8);
    long id = lines(batch).getFirst().id();
    read(batch, id + ",300,PAID,,2020-09-20");
    treasury.treasurer.call(() -> {
      batches.returned(id, LocalDate.of(2020, 9, 20), "收款人去世，家属退回");
      return true;
    });
    assertThat(left(CITY, Pot.AVAILABLE)).isEqualTo(100_000);
    assertThat(left(COUNTY, Pot.AVAILABLE)).isEqualTo(100_000);
    assertThatThrownBy(() ->
            treasury.treasurer.call(() -> {
              batches.returned(id, LocalDate.of(2020, 9, 20), "再退一次");
              return true;
            }))
        .hasMessageContaining("付后退回");
  }

  @Test
  void a_reply_that_is_no_table_or_lacks_a_column_changes_nothing() {
    long batch = prepare(order("b", payee(1, 300)));
    assertThatThrownBy(() -> read(batch, "1,300,PAID,,2020-09-20")).hasMessageContaining("还没有导出");
    export(batch, BankFile.Letters.UTF_8);
    for (byte[] bytes :
        List.of(
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1},
            new byte[0],
            "payment,amount_fen\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> treasury.treasurer.call(() -> batches.read(batch, "回盘.csv", bytes)))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CALLER));
    }
    assertThat(treasury.number("select count(*) from ledger.bank_reply")).isZero();
  }

  @Test
  void a_payment_goes_forward_alone_and_another_county_sees_none() {
    long batch = prepare(order("b", payee(1, 300)));
    assertThatThrownBy(() ->
            treasury
                .hall
                .seeingEverything()
                .sql("update ledger.payment set state = 'PAID', settled_on = now()")
                .update())
        .hasStackTraceContaining("from READY to PAID");
    assertThatThrownBy(
            () -> treasury.hall.seeingEverything().sql("delete from ledger.payment").update())
        .hasStackTraceContaining("ledger.payment");
    assertThatThrownBy(() ->
            treasury
                .hall
                .at(CityHall.WEISHAN, PostKind.TREASURER)
                .call(() -> batches.export(batch, BankFile.Letters.UTF_8)))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.ABSENT));
    PaymentViews views = treasury.hall.get(PaymentViews.class);
    assertThat(Scope.ofCase(1).<Integer, RuntimeException>call(() -> views.ofCase(1).size()))
        .isEqualTo(1);
    assertThat(Scope.ofCase(2).<Integer, RuntimeException>call(() -> views.ofCase(1).size()))
        .isZero();
  }

  @Test
  void names_and_accounts_lie_sealed() {
    prepare(order("b", payee(1, 300)));
    assertThat(
            treasury.number(
                """
                select count(*) from ledger.payment
                where position('621700000000001'::bytea in payee) > 0
                   or position(convert_to('孙示例', 'UTF8') in payee) > 0
                """))
        .isZero();
  }

  @Test
  void a_reserve_is_filled_up_to_its_quota_and_warns_below_its_line() {
    String township =
        treasury.hall.get(AreaDirectory.class).children(CityHall.RENCHENG).getFirst().code();
    Budgets budgets = treasury.hall.get(Budgets.class);
    treasury.treasurer.call(() -> {
      budgets.keepReserve(township, Treasury.PURPOSE, new Money(5_000), new Money(1_000));
      assertThat(budgets.reserves().getFirst().low()).isTrue();
      assertThat(budgets.replenish("r1", township, Treasury.PURPOSE, COUNTY))
          .isEqualTo(new Money(5_000));
      assertThat(budgets.reserves().getFirst().left()).isEqualTo(5_000);
      assertThatThrownBy(() -> budgets.replenish("r2", township, Treasury.PURPOSE, COUNTY))
          .hasMessageContaining("已经是满的");
      assertThat(budgets.carryOver("co", COUNTY)).isEqualTo(new Money(95_000));
      return true;
    });
    assertThat(left(COUNTY.inYear(2021), Pot.AVAILABLE)).isEqualTo(95_000);
    assertThat(
            treasury.treasurer.call(() -> budgets.ofYear(2020)).stream()
                .filter(one -> one.level() == SourceLevel.CITY)
                .map(Budget::given))
        .containsExactly(100_000L);
  }
}
