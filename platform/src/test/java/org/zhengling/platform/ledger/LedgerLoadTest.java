package org.zhengling.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Random postings, by one writer against a simple model and by several at once. */
class LedgerLoadTest {
  private static final long SEED = 20200920;

  private final Treasury treasury = new Treasury();
  private final List<Long> available = new ArrayList<>();
  private final List<Long> held = new ArrayList<>();

  @AfterEach
  void close() {
    assertThat(treasury.faults()).isEqualTo(Treasury.NONE);
    treasury.close();
  }

  private void accounts(int count, long fen) {
    for (int i = 0; i < count; i++) {
      available.add(treasury.with("户" + i, fen));
      held.add(treasury.open("户" + i, Pot.HELD));
    }
  }

  private Entry random(Random random, String key, List<String> holds) {
    int from = random.nextInt(available.size());
    int to = (from + 1 + random.nextInt(available.size() - 1)) % available.size();
    long fen = 1L + random.nextInt(400);
    String hold = holds.isEmpty() ? "none" : holds.get(random.nextInt(holds.size()));
    return switch (random.nextInt(6)) {
      case 0 -> Treasury.hold(key, available.get(from), held.get(from), fen, "2020-12-31");
      case 1 -> new Entry.Settle(key, "示例", hold, available.get(to), fen);
      case 2 -> new Entry.Release(key, "示例", hold, Entry.Release.Why.RELEASED);
      default -> Treasury.move(key, available.get(from), available.get(to), fen);
    };
  }

  /** The model: plain maps, one entry after the other. */
  private static final class Model {
    final Map<Long, Long> amounts = new HashMap<>();
    final Map<String, long[]> holds = new HashMap<>();

    boolean take(Entry entry) {
      return switch (entry) {
        case Entry.Moves one -> {
          Move move = one.moves().getFirst();
          yield move(move.from(), move.to(), move.amount());
        }
        case Entry.Hold one -> {
          boolean done = move(one.from(), one.held(), one.amount());
          if (done) {
            holds.put(one.key(), new long[] {one.from(), one.held(), one.amount()});
          }
          yield done;
        }
        case Entry.Settle one -> use(one.hold(), one.to(), one.amount());
        case Entry.Release one -> {
          long[] hold = holds.get(one.hold());
          yield hold != null && hold[2] > 0 && use(one.hold(), hold[0], hold[2]);
        }
        case Entry.Reverse one -> throw new IllegalStateException("Maybe not drawn: " + one);
      };
    }

    private boolean use(String key, long to, long fen) {
      long[] hold = holds.get(key);
      boolean done = hold != null && hold[2] >= fen && move(hold[1], to, fen);
      if (done) {
        Objects.requireNonNull(hold)[2] -= fen;
      }
      return done;
    }

    private boolean move(long from, long to, long fen) {
      if (amounts.getOrDefault(from, 0L) < fen) {
        return false;
      }
      amounts.merge(from, -fen, Long::sum);
      amounts.merge(to, fen, Long::sum);
      return true;
    }
  }

  @RepeatedTest(3)
  void what_is_posted_and_rejected_is_what_a_simple_model_says(
      org.junit.jupiter.api.RepetitionInfo repetition) {
    Random random = new Random(SEED + repetition.getCurrentRepetition());
    accounts(4, 500);
    Model model = new Model();
    available.forEach(account -> model.amounts.put(account, 500L));
    List<String> holds = new ArrayList<>();
    for (int batch = 0; batch < 20; batch++) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        Entry entry = random(random, batch + "." + i, holds);
        entries.add(entry);
        if (entry instanceof Entry.Hold) {
          holds.add(entry.key());
        }
      }
      Posted posted = treasury.post("b" + batch, entries.toArray(Entry[]::new));
      for (int i = 0; i < entries.size(); i++) {
        assertThat(posted.outcomes().get(i) instanceof Outcome.Posted)
            .as(entries.get(i).toString())
            .isEqualTo(model.take(entries.get(i)));
      }
    }
    for (long account : available) {
      assertThat(treasury.amount(account)).isEqualTo(model.amounts.get(account));
    }
  }

  @Test
  void several_writers_at_once_on_few_hot_accounts_lose_and_double_nothing() throws Exception {
    accounts(3, 2_000);
    List<Callable<Posted>> writers = new ArrayList<>();
    for (int writer = 0; writer < 24; writer++) {
      Random random = new Random(SEED + writer);
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        entries.add(random(random, writer + "." + i, List.of(writer + ".0")));
      }
      Posting posting = new Posting("w" + writer, "示例记账", entries);
      writers.add(() -> treasury.hall.get(Ledger.class).post(posting));
    }
    List<Posted> posted = treasury.atOnce(writers);
    long done =
        posted.stream()
            .flatMap(one -> one.outcomes().stream())
            .filter(Outcome.Posted.class::isInstance)
            .count();
    long given = 3;
    assertThat(treasury.number("select count(*) from ledger.transfer")).isEqualTo(done + given);
    assertThat(treasury.number("select -sum(amount) from ledger.balance where floor is null"))
        .isEqualTo(6_000);
  }

  @Test
  void the_same_posting_by_many_at_once_is_posted_once_and_answered_alike() throws Exception {
    accounts(2, 1_000);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      entries.add(Treasury.move("e" + i, available.get(0), available.get(1), 50));
    }
    Posting posting = new Posting("same", "示例记账", entries);
    List<Posted> posted =
        treasury.atOnce(
            Collections.nCopies(8, () -> treasury.hall.get(Ledger.class).post(posting)));
    assertThat(posted.stream().distinct()).hasSize(1);
    assertThat(treasury.amount(available.get(1))).isEqualTo(2_000);
    assertThat(posted.getFirst().rejected()).hasSize(10);
  }

  @Test
  void the_same_entries_in_many_batches_at_once_are_posted_once() throws Exception {
    accounts(2, 1_000);
    List<Callable<Posted>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        entries.add(Treasury.move("e" + i, available.get(0), available.get(1), 7));
      }
      Collections.shuffle(entries, new Random(SEED + writer));
      Posting posting = new Posting("w" + writer, "示例记账", entries);
      writers.add(() -> treasury.hall.get(Ledger.class).post(posting));
    }
    List<Posted> posted = treasury.atOnce(writers);
    assertThat(posted).allMatch(one -> one.rejected().isEmpty());
    assertThat(treasury.amount(available.get(1))).isEqualTo(1_070);
  }
}
