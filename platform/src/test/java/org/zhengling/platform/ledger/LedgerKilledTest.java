package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writers whose connections are killed at random moments and who try again under the same names:
 * nothing that was acknowledged is lost, and nothing is there twice.
 */
class LedgerKilledTest {
  private static final long SEED = 20201128;
  private static final int WRITERS = 4;
  private static final int BATCHES = 25;
  private static final int ENTRIES = 8;

  private final Treasury treasury = new Treasury();

  @AfterEach
  void close() {
    treasury.close();
  }

  @Test
  void what_was_acknowledged_stands_once_whatever_was_killed() throws Exception {
    long from = treasury.with("甲", 1_000_000);
    long to = treasury.open("乙", Pot.AVAILABLE);
    Map<String, Posted> acknowledged = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> killer = threads.submit(() -> kill(over));
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(threads.submit(() -> write(number, from, to, acknowledged)));
      }
      for (Future<?> one : writers) {
        one.get();
      }
      over.set(true);
      assertThat(killer.get()).as("killed connections").isPositive();
    }
    assertThat(acknowledged).hasSize(WRITERS * BATCHES);
    assertThat(acknowledged.values()).allMatch(one -> one.rejected().isEmpty());
    long moved = (long) WRITERS * BATCHES * ENTRIES;
    assertThat(treasury.number("select count(*) from ledger.transfer where movement = 'ALLOT'"))
        .isEqualTo(moved + 1);
    assertThat(treasury.amount(to)).isEqualTo(moved * 3);
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
  }

  private void write(int writer, long from, long to, Map<String, Posted> acknowledged) {
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        entries.add(Treasury.move(writer + "." + batch + "." + i, from, to, 3));
      }
      Posting posting = new Posting(writer + "." + batch, "示例记账", entries);
      while (!acknowledged.containsKey(posting.key())) {
        try {
          acknowledged.put(posting.key(), treasury.post(posting));
        } catch (DataAccessException | TransactionException killed) {
          // Nobody knows whether it was done: the same again under the same name.
          Thread.onSpinWait();
        }
      }
    }
  }

  private int kill(AtomicBoolean over) {
    Random random = new Random(SEED);
    int killed = 0;
    while (!over.get()) {
      killed +=
          (int)
              treasury.number(
                  """
                  select count(pg_terminate_backend(pid)) from (
                    select pid from pg_stat_activity
                    where usename = 'zl_app' and datname = current_database() and state <> 'idle'
                    order by pid offset %d limit 1) one
                  """
                      .formatted(random.nextInt(3)));
    }
    return killed;
  }
}
