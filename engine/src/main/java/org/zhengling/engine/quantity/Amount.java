package org.zhengling.engine.quantity;

/**
 * A whole number of units of one asset. Different assets are never added or compared ({@link
 * IllegalArgumentException}); overflow throws {@link ArithmeticException}.
 */
public record Amount(long units, Asset asset) implements Comparable<Amount> {

  public Amount plus(Amount other) {
    return new Amount(Math.addExact(units, other.unitsOf(asset)), asset);
  }

  public Amount minus(Amount other) {
    return new Amount(Math.subtractExact(units, other.unitsOf(asset)), asset);
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(units, other.unitsOf(asset));
  }

  private long unitsOf(Asset expected) {
    if (!asset.equals(expected)) {
      throw new IllegalArgumentException(
          "Cannot combine " + expected + " with " + asset + ": convert one of them first");
    }
    return units;
  }
}
