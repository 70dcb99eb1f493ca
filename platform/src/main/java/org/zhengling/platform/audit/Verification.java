package org.zhengling.platform.audit;

import java.util.List;

/**
 * What a check of the chains found.
 *
 * @param entries read from the database and computed anew
 * @param roots likewise
 * @param anchors lines of the anchor file that were compared
 * @param faults in the order in which they were met; none: everything holds
 */
public record Verification(long entries, long roots, long anchors, List<Fault> faults) {

  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean holds() {
    return faults.isEmpty();
  }

  /**
   * A place where the record is not what it was.
   *
   * @param place precise, for a machine: {@code stream 3 seq 42}
   * @param what for a person, Chinese
   */
  public record Fault(Kind kind, String place, String what) {}

  /** How the record was changed, as far as can be seen. */
  public enum Kind {
    EDITED,
    GAP,
    SWAPPED,
    TRUNCATED,
    ANCHOR,
    EMPTY
  }
}
