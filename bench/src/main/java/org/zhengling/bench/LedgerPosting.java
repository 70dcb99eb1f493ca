package org.zhengling.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhengling.platform.ledger.Entry;

/**
 * Posting a set at once beside posting one by one, in the same run on one durable PostgreSQL, one
 * entry in fifty of them an overdraft; and few hot accounts beside many.
 */
final class LedgerPosting implements Measurement {
  private static final long SEED = 20201128;
  private static final int OVERDRAFT_EACH = 50;
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "LedgerPosting";
  }

  @Override
  public String said() {
    return "记账：成批与逐笔，少数热户与许多账户（fsync 开）";
  }

  @Override
  public void run(Effort effort) {
    int set = effort == Effort.QUICK ? 2_000 : 20_000;
    int single = effort == Effort.QUICK ? 200 : 2_000;
    int many = effort == Effort.QUICK ? 1_000 : 10_000;
    try (DurableCity city = new DurableCity()) {
      List<Long> hot = city.accounts("热", 10, 1_000_000_000L);
      List<Long> cold = city.accounts("冷", many, 1_000_000_000L);
      city.post("warm", entries("warm", hot, set));
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        double oneByOne = rate(single, oneByOne(city, "single " + round, hot, single));
        double atOnce = rate(set, atOnce(city, "set " + round, hot, set));
        best = Math.max(best, atOnce / oneByOne);
        System.out.printf(
            "第 %d 轮：逐笔 %,.0f 笔/秒，成批 %,.0f 笔/秒，%.1f 倍%n",
            round + 1, oneByOne, atOnce, atOnce / oneByOne);
      }
      System.out.printf("成批对逐笔最好一轮：%.1f 倍（目标 5 倍）%n", best);
      for (int round = 0; round < ROUNDS; round++) {
        double few = rate(set, atOnce(city, "few " + round, hot, set));
        double lots = rate(set, atOnce(city, "lots " + round, cold, set));
        System.out.printf(
            "第 %d 轮：10 个热户 %,.0f 笔/秒，%,d 个账户 %,.0f 笔/秒%n", round + 1, few, many, lots);
      }
    }
  }

  private static double rate(int count, long nanos) {
    return count * 1e9 / nanos;
  }

  private static List<Entry> entries(String name, List<Long> accounts, int count) {
    Random random = new Random(SEED);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(accounts.size());
      int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
      long fen = i % OVERDRAFT_EACH == 0 ? 900_000_000_000L : 100;
      entries.add(DurableCity.move(name + " " + i, accounts.get(from), accounts.get(to), fen));
    }
    return entries;
  }

  private static long atOnce(DurableCity city, String name, List<Long> accounts, int count) {
    List<Entry> entries = entries(name, accounts, count);
    long begun = System.nanoTime();
    int rejected = city.post(name, entries).rejected().size();
    long took = System.nanoTime() - begun;
    check(count, rejected);
    return took;
  }

  private static long oneByOne(DurableCity city, String name, List<Long> accounts, int count) {
    List<Entry> entries = entries(name, accounts, count);
    int rejected = 0;
    long begun = System.nanoTime();
    for (Entry entry : entries) {
      rejected += city.post(entry.key(), List.of(entry)).rejected().size();
    }
    long took = System.nanoTime() - begun;
    check(count, rejected);
    return took;
  }

  private static void check(int count, int rejected) {
    if (rejected != count / OVERDRAFT_EACH) {
      throw new IllegalStateException("Maybe accounts ran dry: " + rejected + " of " + count);
    }
  }
}
