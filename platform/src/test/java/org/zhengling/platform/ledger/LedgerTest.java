package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.ledger.Outcome.Reason;
import org.zhengling.platform.ledger.store.AccountViews;

/**
 * Posting: whole entries, each once, none below the floor, each fen from one account to another.
 */
class LedgerTest {
  private final Treasury treasury = new Treasury();

  @AfterEach
  void close() {
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
    treasury.close();
  }

  private static List<Reason> reasons(Posted posted) {
    return posted.rejected().stream().map(Outcome.Rejected::reason).toList();
  }

  @Test
  void one_overdraft_does_not_fail_its_batch() {
    long rich = treasury.with("甲", 1_000);
    long poor = treasury.open("乙", Pot.AVAILABLE);
    Posted posted =
        treasury.post(
            "b1",
            Treasury.move("1", rich, poor, 600),
            Treasury.move("2", rich, poor, 600),
            Treasury.move("3", poor, rich, 500),
            Treasury.move("4", rich, poor, 900));
    assertThat(reasons(posted)).containsExactly(Reason.OVERDRAWN);
    assertThat(posted.rejected().getFirst())
        .isEqualTo(
            new Outcome.Rejected("2", Reason.OVERDRAWN, "账户余额 4.00 元，不够支出 6.00 元。请先补足资金，再记这一笔。"));
    assertThat(treasury.amount(rich)).isZero();
    assertThat(treasury.amount(poor)).isEqualTo(1_000);
  }

  @Test
  void the_moves_of_an_entry_go_together_or_not_at_all() {
    long first = treasury.with("甲", 100);
    long second = treasury.with("乙", 10);
    long to = treasury.open("丙", Pot.PAID);
    Entry both =
        new Entry.Moves(
            "both",
            Movement.PAYMENT,
            "示例",
            1L,
            List.of(new Move(first, to, 100), new Move(second, to, 11)));
    Entry after = Treasury.move("after", first, second, 100);
    assertThat(reasons(treasury.post("b", both, after))).containsExactly(Reason.OVERDRAWN);
    assertThat(treasury.amount(to)).isZero();
    assertThat(treasury.amount(second)).isEqualTo(110);
  }

  @Test
  void the_same_again_is_answered_as_before_and_another_under_its_name_is_refused() {
    long from = treasury.with("甲", 100);
    long to = treasury.open("乙", Pot.AVAILABLE);
    Entry one = Treasury.move("1", from, to, 60);
    Entry two = Treasury.move("2", from, to, 60);
    Posted first = treasury.post("b", one, two);
    treasury.post("more", Treasury.move("more", treasury.open("来源", Pot.SOURCE), from, 500));
    assertThat(treasury.post("b", one, two)).isEqualTo(first);
    assertThat(treasury.amount(to)).isEqualTo(60);
    assertThatThrownBy(() -> treasury.post("b", one))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    // In another batch: what stands is not posted again, what was rejected may be tried again.
    Posted again = treasury.post("c", one, two, Treasury.move("1", from, to, 61));
    assertThat(again.outcomes().subList(0, 2))
        .containsExactly(new Outcome.Posted("1"), new Outcome.Posted("2"));
    assertThat(reasons(again)).containsExactly(Reason.KEY_TAKEN);
    assertThat(treasury.amount(to)).isEqualTo(120);
  }

  @Test
  void a_hold_is_settled_in_parts_released_and_never_exceeded() {
    long from = treasury.with("甲", 1_000);
    long held = treasury.open("甲", Pot.HELD);
    long paid = treasury.open("甲", Pot.PAID);
    treasury.post("h", Treasury.hold("hold", from, held, 700, "2020-12-31"));
    assertThat(treasury.amount(from)).isEqualTo(300);
    Posted posted =
        treasury.post(
            "s",
            new Entry.Settle("s1", "示例支用", "hold", paid, 500),
            new Entry.Settle("s2", "示例支用", "hold", paid, 201),
            Treasury.move("around", held, paid, 10),
            new Entry.Settle("s3", "示例支用", "none", paid, 1));
    assertThat(reasons(posted))
        .containsExactly(Reason.HOLD_EXCEEDED, Reason.NO_HOLD, Reason.NO_HOLD);
    treasury.post("r", new Entry.Release("r1", "示例释放", "hold", Entry.Release.Why.RELEASED));
    assertThat(treasury.amount(from)).isEqualTo(500);
    assertThat(treasury.amount(held)).isZero();
    assertThat(reasons(treasury.post("s4", new Entry.Settle("s4", "示例支用", "hold", paid, 1))))
        .containsExactly(Reason.HOLD_EXCEEDED);
  }

  @Test
  void a_hold_made_and_settled_in_one_batch() {
    long from = treasury.with("甲", 100);
    long held = treasury.open("甲", Pot.HELD);
    long paid = treasury.open("甲", Pot.PAID);
    Posted posted =
        treasury.post(
            "b",
            Treasury.hold("hold", from, held, 80, "2020-12-31"),
            new Entry.Settle("s", "示例支用", "hold", paid, 30));
    assertThat(posted.rejected()).isEmpty();
    assertThat(treasury.number("select open_amount from ledger.hold")).isEqualTo(50);
  }

  @Test
  void a_hold_whose_last_day_is_over_goes_back_once() {
    long from = treasury.with("甲", 100);
    long held = treasury.open("甲", Pot.HELD);
    treasury.post(
        "h",
        Treasury.hold("h1", from, held, 40, "2020-09-20"),
        Treasury.hold("h2", from, held, 20, "2020-09-21"));
    Ledger ledger = treasury.hall.get(Ledger.class);
    assertThat(treasury.treasurer.call(ledger::expire)).isZero();
    treasury.hall.dayIs("2020-09-21");
    assertThat(reasons(treasury.post("late", new Entry.Settle("l", "示例", "h1", from, 1))))
        .containsExactly(Reason.NO_HOLD);
    assertThat(treasury.treasurer.call(ledger::expire)).isEqualTo(1);
    assertThat(treasury.treasurer.call(ledger::expire)).isZero();
    assertThat(treasury.amount(from)).isEqualTo(80);
  }

  @Test
  void an_entry_is_reversed_once_and_only_while_the_money_is_there() {
    long from = treasury.with("甲", 100);
    long to = treasury.open("乙", Pot.AVAILABLE);
    treasury.post("b", Treasury.move("1", from, to, 100));
    treasury.post("gone", Treasury.move("gone", to, from, 60));
    Entry reverse = new Entry.Reverse("r", "示例冲正", "1");
    assertThat(reasons(treasury.post("r1", reverse))).containsExactly(Reason.OVERDRAWN);
    treasury.post("back", Treasury.move("back", from, to, 60));
    assertThat(
            reasons(
                treasury.post(
                    "r2",
                    reverse,
                    new Entry.Reverse("rr", "示例冲正", "1"),
                    new Entry.Reverse("r3", "示例冲正", "r"))))
        .containsExactly(Reason.NOT_REVERSIBLE, Reason.NOT_REVERSIBLE);
    assertThat(treasury.amount(from)).isEqualTo(100);
  }

  @Test
  void accounts_of_another_county_are_neither_moved_nor_seen() {
    long mine = treasury.with("甲", 100);
    Scope weishan = new Scope(List.of(CityHall.WEISHAN));
    Accounts accounts = treasury.hall.get(Accounts.class);
    assertThat(weishan.<Boolean, RuntimeException>call(() -> accounts.account(mine).isPresent()))
        .isFalse();
    long foreign =
        treasury
            .hall
            .at(CityHall.WEISHAN, PostKind.TREASURER)
            .call(() ->
                accounts.open(
                    Fund.ofArea(CityHall.WEISHAN, Treasury.PURPOSE, SourceLevel.COUNTY, 2020),
                    Pot.AVAILABLE));
    assertThat(reasons(treasury.post("b", Treasury.move("1", mine, foreign, 1))))
        .containsExactly(Reason.NO_ACCOUNT);
  }

  @Test
  void a_statement_runs_backwards_page_by_page_with_its_balance() {
    long from = treasury.with("甲", 1_000);
    long to = treasury.open("乙", Pot.AVAILABLE);
    for (int i = 1; i <= 5; i++) {
      treasury.post("b" + i, Treasury.move("e" + i, from, to, i));
    }
    AccountViews views = treasury.hall.get(AccountViews.class);
    List<AccountViews.StatementLine> first =
        treasury.treasurer.call(() -> views.statement(to, null, 3));
    List<AccountViews.StatementLine> second =
        treasury.treasurer.call(() -> views.statement(to, first.getLast().id(), 3));
    assertThat(first).extracting(AccountViews.StatementLine::after).containsExactly(15L, 10L, 6L);
    assertThat(second).extracting(AccountViews.StatementLine::after).containsExactly(3L, 1L);
    assertThat(treasury.treasurer.call(() -> views.statement(from, null, 1)))
        .extracting(AccountViews.StatementLine::change, AccountViews.StatementLine::after)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(-5L, 985L));
  }

  @Test
  void a_batch_is_one_act_of_the_audit_with_the_digest_of_its_entries() {
    long from = treasury.with("甲", 100);
    long to = treasury.open("乙", Pot.AVAILABLE);
    Posting posting =
        new Posting(
            "b", "示例记账", List.of(Treasury.move("1", from, to, 1), Treasury.move("2", from, to, 2)));
    treasury.post(posting);
    assertThat(
            treasury
                .hall
                .seeingEverything()
                .sql(
                    """
                    select encode(details, 'hex') from audit.entry
                    where act = 'POST_LEDGER' and about like '%示例记账，记 2 笔，未记 0 笔'
                    """)
                .query(String.class)
                .list())
        .containsExactly(posting.digest());
  }
}
