package org.zhengling.engine.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms with a positive denominator: 70%, one third. Overflow and a
 * zero denominator throw {@link ArithmeticException}.
 */
public record Share(long numerator, long denominator) implements Comparable<Share> {
  public Share {
    if (denominator == 0) {
      throw new ArithmeticException("A share of " + numerator + " in 0");
    }
    BigInteger common = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator));
    BigInteger divisor = denominator < 0 ? common.negate() : common;
    numerator = BigInteger.valueOf(numerator).divide(divisor).longValueExact();
    denominator = BigInteger.valueOf(denominator).divide(divisor).longValueExact();
  }

  /** The share that so many percent are, exactly: 12.5 is one eighth. */
  public static Share ofPercent(BigDecimal percent) {
    BigDecimal part = percent.movePointLeft(2).stripTrailingZeros();
    int decimals = Math.max(part.scale(), 0);
    return new Share(
        part.movePointRight(decimals).longValueExact(),
        BigDecimal.ONE.movePointRight(decimals).longValueExact());
  }

  /** In percent: 70 for seven tenths, with as many decimals as asked for. */
  public BigDecimal toPercent(int decimals, RoundingMode rounding) {
    return BigDecimal.valueOf(numerator)
        .movePointRight(2)
        .divide(BigDecimal.valueOf(denominator), decimals, rounding);
  }

  /** This share of a whole, rounded once to a whole unit. */
  public long of(long whole, RoundingMode rounding) {
    return BigDecimal.valueOf(whole)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, rounding)
        .longValueExact();
  }

  /** This share of an amount of money, rounded once to a fen. */
  public Money of(Money whole, RoundingMode rounding) {
    return new Money(of(whole.fen(), rounding));
  }

  @Override
  public int compareTo(Share other) {
    return BigInteger.valueOf(numerator)
        .multiply(BigInteger.valueOf(other.denominator))
        .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
  }
}
