package org.zhengling.engine.gazette;

import java.util.Arrays;

/** Where characters of markup were taken out of a line, so that a word still knows its column. */
final class Cuts {
  private static final int[] NOTHING = {};

  private int[] offsets = NOTHING;
  private int[] sums = NOTHING;
  private int size;

  /** Notes that characters were taken out before the offset; offsets never decrease. */
  void add(int offset, int characters) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(4, size * 2));
      sums = Arrays.copyOf(sums, offsets.length);
    }
    offsets[size] = offset;
    sums[size] = characters + (size == 0 ? 0 : sums[size - 1]);
    size++;
  }

  /** Whether markup was taken out right before the offset. */
  boolean contains(int offset) {
    return before(offset) > before(offset - 1);
  }

  /** How many characters were taken out up to and before the offset. */
  int before(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : sums[low - 1];
  }
}
