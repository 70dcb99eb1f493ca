package org.zhengling.platform.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.audit.store.Entries;
import org.zhengling.platform.audit.store.Entries.Head;
import org.zhengling.platform.keys.Sm3;

/**
 * Records acts. Each goes to the end of one of sixteen chains, so that many people at once rarely
 * wait for each other. An act that is recorded alone goes behind an end that this server left there
 * before, in one round trip; where another moved it meanwhile, in a transaction that asks first.
 */
@Component
public class Audit {
  private final Entries entries;
  private final InstantSource clock;
  private final TransactionTemplate apart;
  private final TransactionTemplate anew;
  private final ChainEnds ends = new ChainEnds();

  Audit(Entries entries, InstantSource clock, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.anew = new TransactionTemplate(transactions);
    this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** As the last statement of the transaction that acts: both are kept, or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Act act) {
    Entry entry = behind(entries.takeStream(), act);
    entries.add(entry);
  }

  /**
   * In a transaction of its own: what was refused, what failed, what was only read, and what spans
   * several transactions. It stays whatever happens next.
   */
  public void recordAlone(Act act) {
    int stream = ends.take();
    Head after = null;
    try {
      Head known = ends.known(stream);
      after = known == null ? null : addBehind(known, act);
      if (after == null) {
        after = anew.execute(status -> append(stream, act));
      }
    } finally {
      ends.giveBack(stream, after);
    }
  }

  /** The new end, or none where the known one moved. */
  private @Nullable Head addBehind(Head known, Act act) {
    Entry entry = behind(known, act);
    return apart.execute(status -> entries.addBehind(known, entry) ? end(entry) : null);
  }

  private Head append(int stream, Act act) {
    Entry entry = behind(entries.takeStream(stream), act);
    entries.add(entry);
    return end(entry);
  }

  private Entry behind(Head head, Act act) {
    return Entry.of(
        head.stream(),
        head.length() + 1,
        head.digest(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        Actor.current(),
        act);
  }

  private static Head end(Entry entry) {
    return new Head(
        entry.stream(), entry.seq(), HexFormat.of().formatHex(Sm3.of(entry.canonical())));
  }
}
