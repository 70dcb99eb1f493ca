package org.zhengling.platform.keys;

import java.util.List;
import java.util.Set;

/**
 * A column whose values are sealed. The module that owns the table offers it as a bean, so that the
 * values can be sealed anew with the newest key while the server serves.
 */
public interface SealedColumn {
  Purpose purpose();

  /** Identifiers of the keys that sealed what stands in the column now. */
  Set<Long> keysInUse();

  /** Some values, at most so many, that were sealed by a key with a smaller identifier. */
  List<? extends Cell> sealedBefore(long key, int atMost);

  /** Writes the value anew, only where the old one still stands; another may have been faster. */
  void replace(Cell cell, byte[] sealedAnew);

  /** A value of the column. */
  interface Cell {
    byte[] sealed();

    /** What it was bound to when it was sealed: row and column. */
    byte[] bound();
  }
}
