package org.zhengling.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An area in whole square decimetres (dm²). Mu and hectares exist at the edge only: 1 mu (亩) is
 * 200000/3 dm², 1 hectare is 1 000 000 dm². A negative area is a difference; overflow throws {@link
 * ArithmeticException}.
 */
public record Area(long squareDecimetres) implements Comparable<Area> {
  public static final Area ZERO = new Area(0);

  private static final BigDecimal THREE_MU = BigDecimal.valueOf(200_000);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal HECTARE = BigDecimal.valueOf(1_000_000);

  /** From mu, rounded once, HALF_UP, to the square decimetre. */
  public static Area ofMu(BigDecimal mu) {
    return new Area(mu.multiply(THREE_MU).divide(THREE, 0, RoundingMode.HALF_UP).longValueExact());
  }

  /** From hectares, rounded once, HALF_UP, to the square decimetre. */
  public static Area ofHectares(BigDecimal hectares) {
    return new Area(hectares.multiply(HECTARE).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Mu with two decimals, rounded HALF_UP, for people. */
  public BigDecimal toMu() {
    return BigDecimal.valueOf(squareDecimetres)
        .multiply(THREE)
        .divide(THREE_MU, 2, RoundingMode.HALF_UP);
  }

  /** Hectares with two decimals, rounded HALF_UP, for people. */
  public BigDecimal toHectares() {
    return BigDecimal.valueOf(squareDecimetres).divide(HECTARE, 2, RoundingMode.HALF_UP);
  }

  public Area plus(Area other) {
    return new Area(Math.addExact(squareDecimetres, other.squareDecimetres));
  }

  public Area minus(Area other) {
    return new Area(Math.subtractExact(squareDecimetres, other.squareDecimetres));
  }

  @Override
  public int compareTo(Area other) {
    return Long.compare(squareDecimetres, other.squareDecimetres);
  }
}
