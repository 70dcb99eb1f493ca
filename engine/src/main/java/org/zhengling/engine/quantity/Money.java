package org.zhengling.engine.quantity;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of renminbi in fen. Arithmetic is exact and throws {@link ArithmeticException} on
 * overflow; a negative amount is a debt or a difference.
 */
public record Money(long fen) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  private static final Pattern YUAN =
      Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]{1,2})?");

  /**
   * Reads yuan as people write them: {@code 1,234.56}, {@code 1234.5}, {@code -3}. Anything else,
   * also a third decimal, is refused with {@link IllegalArgumentException}.
   */
  public static Money parse(String yuan) {
    if (!YUAN.matcher(yuan).matches()) {
      throw new IllegalArgumentException(
          "Not an amount in yuan with at most two decimals, such as 1,234.56: " + yuan);
    }
    return new Money(new BigDecimal(yuan.replace(",", "")).movePointRight(2).longValueExact());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(fen, factor));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** Yuan with two decimals and thousands separated, {@code 1,234.56}; {@link #parse} reads it. */
  @Override
  public String toString() {
    String plain = BigDecimal.valueOf(fen, 2).toPlainString();
    return plain.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+\\.)", ",");
  }
}
