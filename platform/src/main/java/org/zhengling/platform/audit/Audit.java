package org.zhengling.platform.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.audit.store.Entries;

/**
 * Records acts. Each goes to the end of one of sixteen chains, so that many people at once rarely
 * wait for each other.
 */
@Component
public class Audit {
  private final Entries entries;
  private final InstantSource clock;

  Audit(Entries entries, InstantSource clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** As the last statement of the transaction that acts: both are kept, or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Act act) {
    append(act);
  }

  /**
   * In a transaction of its own: what was refused, what failed, what was only read, and what spans
   * several transactions. It stays whatever happens next.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void recordAlone(Act act) {
    append(act);
  }

  private void append(Act act) {
    Actor actor = Actor.current();
    Entries.Head head = entries.takeStream();
    entries.add(
        Entry.of(
            head.stream(),
            head.length() + 1,
            head.digest(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            act));
  }
}
