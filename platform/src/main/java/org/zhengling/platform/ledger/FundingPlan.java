package org.zhengling.platform.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhengling.engine.quantity.Share;

/**
 * Which funds bear which share of every payment, by the list of fiscal powers. The shares make one
 * whole. An amount is split to the fen by largest remainder; of equal remainders the fund that is
 * named first gets the fen.
 */
public record FundingPlan(List<Part> parts) {
  /** A fund and its share. */
  public record Part(Fund fund, Share share) {}

  public FundingPlan {
    parts = List.copyOf(parts);
    if (parts.stream().anyMatch(part -> part.share().numerator() <= 0)) {
      throw new IllegalArgumentException("A share of nothing: " + parts);
    }
    if (parts.stream().map(Part::fund).distinct().count() != parts.size()) {
      throw new IllegalArgumentException("A fund is named twice: " + parts);
    }
    BigInteger whole = common(parts);
    BigInteger sum =
        parts.stream().map(part -> weight(part, whole)).reduce(BigInteger.ZERO, BigInteger::add);
    if (parts.isEmpty() || !sum.equals(whole)) {
      throw new IllegalArgumentException("The shares do not make one whole: " + parts);
    }
  }

  /** One fund bears all. */
  public static FundingPlan of(Fund fund) {
    return new FundingPlan(List.of(new Part(fund, new Share(1, 1))));
  }

  /** What each fund bears, in the order of the parts; together the amount, to the fen. */
  public List<Long> split(long fen) {
    BigInteger whole = common(parts);
    List<Long> floors = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    for (Part part : parts) {
      BigInteger[] exact =
          BigInteger.valueOf(fen).multiply(weight(part, whole)).divideAndRemainder(whole);
      floors.add(exact[0].longValueExact());
      remainders.add(exact[1]);
    }
    long left = fen - floors.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get).reversed())
        .limit(left)
        .forEach(part -> floors.set(part, floors.get(part) + 1));
    return List.copyOf(floors);
  }

  private static BigInteger common(List<Part> parts) {
    return parts.stream()
        .map(part -> BigInteger.valueOf(part.share().denominator()))
        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
  }

  private static BigInteger weight(Part part, BigInteger whole) {
    return whole
        .multiply(BigInteger.valueOf(part.share().numerator()))
        .divide(BigInteger.valueOf(part.share().denominator()));
  }
}
