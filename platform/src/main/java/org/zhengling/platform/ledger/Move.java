package org.zhengling.platform.ledger;

/**
 * From one account to another.
 *
 * @param amount in the smallest unit, from 1 to 10^15
 */
public record Move(long from, long to, long amount) {
  private static final long MOST = 1_000_000_000_000_000L;

  public Move {
    if (from == to) {
      throw new IllegalArgumentException("An account cannot pay itself: " + from);
    }
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("No amount to move: " + amount);
    }
  }
}
