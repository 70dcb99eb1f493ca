package org.zhengling.platform.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** A county with money, for tests. */
final class Treasury implements AutoCloseable {
  static final String PURPOSE = "示例救助金";
  static final int YEAR = 2020;

  final CityHall hall = new CityHall();
  final SignedIn treasurer = hall.at(CityHall.RENCHENG, PostKind.TREASURER);

  static Fund fund(String owner) {
    return new Fund(
        OwnerKind.ORGANISATION, owner, CityHall.RENCHENG, PURPOSE, SourceLevel.COUNTY, YEAR);
  }

  long open(String owner, Pot pot) {
    return treasurer.call(() -> hall.get(Accounts.class).open(fund(owner), pot));
  }

  /** An available account with so much in it. */
  long with(String owner, long fen) {
    long source = open("来源", Pot.SOURCE);
    long account = open(owner, Pot.AVAILABLE);
    post("give " + owner, move("give " + owner, source, account, fen));
    return account;
  }

  static Entry move(String key, long from, long to, long fen) {
    return new Entry.Moves(key, Movement.ALLOT, "示例", null, List.of(new Move(from, to, fen)));
  }

  static Entry hold(String key, long from, long held, long fen, String until) {
    return new Entry.Hold(key, "示例占用", 7L, from, held, fen, LocalDate.parse(until));
  }

  Posted post(String key, Entry... entries) {
    return post(new Posting(key, "示例记账", List.of(entries)));
  }

  Posted post(Posting posting) {
    return treasurer.call(() -> hall.get(Ledger.class).post(posting));
  }

  long amount(long account) {
    return hall.seeingEverything()
        .sql("select amount from ledger.balance where account = ?")
        .param(account)
        .query(Long.class)
        .single();
  }

  long number(String sql) {
    return hall.seeingEverything().sql(sql).query(Long.class).single();
  }

  /** Whatever was posted: nothing came from nowhere, and what is rolled up is what was moved. */
  Map<String, Long> faults() {
    return Map.of(
        "sum of all balances",
            number("select coalesce(sum(amount), 0)::bigint from ledger.balance"),
        "sum of all totals", number("select coalesce(sum(amount), 0)::bigint from ledger.total"),
        "below the floor", number("select count(*) from ledger.balance where amount < floor"),
        "balances that are not their moves",
            number(
                """
                select count(*) from ledger.balance b
                where b.amount <> (
                  select coalesce(sum(case when t.to_account = b.account then t.amount
                                           else -t.amount end), 0)
                  from ledger.transfer t where b.account in (t.from_account, t.to_account))
                """),
        "totals that are not their balances",
            number(
                """
                select count(*) from ledger.total t
                where t.amount <> (
                  select sum(b.amount) from ledger.account a
                  join ledger.balance b on b.account = a.id
                  where (a.area, a.year, a.asset, a.owner_kind, a.purpose, a.level, a.pot)
                      = (t.area, t.year, t.asset, t.owner_kind, t.purpose, t.level, t.pot))
                """),
        "statements that do not follow",
            number(
                """
                with leg as (
                  select from_account as account, id, -amount as change, from_after as after
                  from ledger.transfer
                  union all select to_account, id, amount, to_after from ledger.transfer),
                running as (
                  select after, sum(change) over (partition by account order by id) as sum from leg)
                select count(*) from running where after <> sum
                """),
        "held that is not the holds",
            number(
                """
                select count(*) from ledger.account a
                join ledger.balance b on b.account = a.id
                where a.pot = 'HELD' and b.amount <> (
                  select coalesce(sum(h.open_amount), 0) from ledger.hold h
                  where h.held_account = a.id)
                """));
  }

  static final Map<String, Long> NONE =
      Map.of(
          "sum of all balances", 0L,
          "sum of all totals", 0L,
          "below the floor", 0L,
          "balances that are not their moves", 0L,
          "totals that are not their balances", 0L,
          "statements that do not follow", 0L,
          "held that is not the holds", 0L);

  /** At once, each as the treasurer; answers in the order of the acts. */
  <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> act : acts) {
        running.add(threads.submit(() -> treasurer.<T, Exception>call(act::call)));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Override
  public void close() {
    hall.close();
  }
}
