package org.zhengling.platform.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.ledger.store.Transfers;
import org.zhengling.platform.ledger.store.Transfers.HoldRow;
import org.zhengling.platform.ledger.store.Transfers.Locked;
import org.zhengling.platform.ledger.store.Transfers.Written;

/**
 * Posts. One posting in one transaction: who posts several in one may wait for others in a circle,
 * so give all entries at once.
 */
@Component
public class Ledger {
  private static final int EXPIRED_AT_ONCE = 1_000;

  private final Transfers transfers;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Ledger(Transfers transfers, BusinessDay day, InstantSource clock, Audit audit) {
    this.transfers = transfers;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Posts every entry that can be posted and says of each what became of it. The same posting again
   * is answered as at first; another one under its key is refused.
   */
  @Transactional
  public Posted post(Posting posting) {
    transfers.takeTurn(posting.key());
    String digest = posting.digest();
    Transfers.BatchRow before = transfers.batch(posting.key()).orElse(null);
    if (before != null) {
      return again(posting, digest, before);
    }
    Trial trial = trial(posting.entries());
    List<Outcome> outcomes = posting.entries().stream().map(trial::run).toList();
    long batch =
        transfers.addBatch(
            posting.key(),
            Actor.current().area(),
            posting.about(),
            digest,
            outcomes,
            day.today(),
            clock.instant());
    if (!trial.lines().isEmpty()) {
      transfers.write(batch, day.today(), trial.lines());
    }
    Posted posted = new Posted(batch, outcomes);
    audit.record(act(posting, posted, digest));
    return posted;
  }

  private static Act act(Posting posting, Posted posted, String digest) {
    int rejected = posted.rejected().size();
    String about =
        "第 "
            + posted.batch()
            + " 批 "
            + posting.about()
            + "，记 "
            + (posted.outcomes().size() - rejected)
            + " 笔，未记 "
            + rejected
            + " 笔";
    return new Act(ActKind.POST_LEDGER, about, "", null, List.of(), null, digest);
  }

  private Posted again(Posting posting, String digest, Transfers.BatchRow before) {
    if (!before.digest().equals(digest)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有记账。这个批次标识已经记过另一批，内容不同。", "原来记的那一批没有动。", "请核对后换一个标识再记。");
    }
    Map<Integer, Outcome.Rejected> rejected = transfers.rejections(before.id());
    List<Outcome> outcomes = new ArrayList<>();
    for (Entry entry : posting.entries()) {
      Outcome no = rejected.get(outcomes.size() + 1);
      outcomes.add(no == null ? new Outcome.Posted(entry.key()) : no);
    }
    return new Posted(before.id(), outcomes);
  }

  private Trial trial(List<Entry> entries) {
    Set<String> keys = new HashSet<>();
    Set<String> heldBy = new HashSet<>();
    Set<String> reversed = new HashSet<>();
    Set<Long> accounts = new HashSet<>();
    for (Entry entry : entries) {
      keys.add(entry.key());
      switch (entry) {
        case Entry.Moves one ->
            one.moves().forEach(move -> accounts.addAll(List.of(move.from(), move.to())));
        case Entry.Hold one -> accounts.addAll(List.of(one.from(), one.held()));
        case Entry.Settle one -> {
          heldBy.add(one.hold());
          accounts.add(one.to());
        }
        case Entry.Release one -> heldBy.add(one.hold());
        case Entry.Reverse one -> reversed.add(one.entry());
      }
    }
    for (HoldRow hold : transfers.holds(heldBy).values()) {
      accounts.addAll(List.of(hold.from(), hold.held()));
    }
    for (List<Written> lines : transfers.lines(reversed).values()) {
      lines.forEach(line -> accounts.addAll(List.of(line.from(), line.to())));
    }
    Map<Long, Locked> locked = transfers.lock(accounts);
    // Asked again behind the locks: what somebody else did to these accounts until now counts.
    return new Trial(
        locked,
        transfers.holds(heldBy),
        transfers.lines(reversed),
        transfers.known(keys),
        day.today());
  }

  /** Gives back what holds still hold whose last day is over, at most a thousand at once. */
  @Transactional
  public int expire() {
    List<Entry> entries =
        transfers.expired(day.today(), EXPIRED_AT_ONCE).stream()
            .<Entry>map(hold ->
                new Entry.Release(
                    "expire " + hold.key(), "占用到期退回", hold.key(), Entry.Release.Why.EXPIRED))
            .toList();
    if (entries.isEmpty()) {
      return 0;
    }
    // The first key names the round: who was faster with the same holds is waited for.
    Posted posted =
        post(
            new Posting("expire " + day.today() + " " + entries.getFirst().key(), "占用到期", entries));
    return entries.size() - posted.rejected().size();
  }
}
