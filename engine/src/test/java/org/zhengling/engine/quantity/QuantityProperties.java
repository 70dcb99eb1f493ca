package org.zhengling.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class QuantityProperties {

  @Property(seed = "1")
  void printedMoneyIsReadBack(@ForAll long fen) {
    Money money = new Money(fen);
    assertThat(Money.parse(money.toString())).isEqualTo(money);
    assertThat(Money.parse(money.toString().replace(",", ""))).isEqualTo(money);
  }

  @Property(seed = "2")
  void minusUndoesPlus(@ForAll int a, @ForAll int b) {
    assertThat(new Money(a).plus(new Money(b)).minus(new Money(b))).isEqualTo(new Money(a));
    assertThat(new Area(a).plus(new Area(b)).minus(new Area(b))).isEqualTo(new Area(a));
    assertThat(new Money(a).plus(new Money(b)).fen()).isEqualTo((long) a + b);
  }

  @Property(seed = "3")
  void muWithTwoDecimalsComeBackUnchanged(
      @ForAll @LongRange(min = 0, max = 10_000_000_000L) long hundredths) {
    BigDecimal entered = BigDecimal.valueOf(hundredths, 2);
    assertThat(Area.ofMu(entered).toMu()).isEqualTo(entered);
    assertThat(Area.ofHectares(entered).toHectares()).isEqualTo(entered);
    BigDecimal error =
        BigDecimal.valueOf(Area.ofMu(entered).squareDecimetres() * 3)
            .subtract(entered.multiply(BigDecimal.valueOf(200_000)))
            .abs();
    assertThat(error)
        .as("three times the rounding error")
        .isLessThanOrEqualTo(new BigDecimal("1.5"));
  }

  @Property(seed = "4")
  void aShareIsInLowestTermsAndKeepsItsValue(@ForAll int numerator, @ForAll int denominator) {
    Assume.that(denominator != 0);
    var share = new Share(numerator, denominator);
    assertThat(share.denominator()).isPositive();
    assertThat(BigInteger.valueOf(share.numerator()).gcd(BigInteger.valueOf(share.denominator())))
        .isEqualTo(BigInteger.ONE);
    assertThat(share.numerator() * denominator).isEqualTo(share.denominator() * numerator);
  }

  @Property(seed = "5")
  void aShareAndItsRestMakeTheWhole(
      @ForAll int whole, @ForAll @LongRange(min = 0, max = 10_000) long hundredthsOfPercent) {
    Share share = Share.ofPercent(BigDecimal.valueOf(hundredthsOfPercent, 2));
    Share rest = Share.ofPercent(BigDecimal.valueOf(10_000 - hundredthsOfPercent, 2));
    assertThat(share.of(whole, RoundingMode.FLOOR) + rest.of(whole, RoundingMode.CEILING))
        .isEqualTo(whole);
    assertThat(share.toPercent(2, RoundingMode.UNNECESSARY))
        .isEqualTo(BigDecimal.valueOf(hundredthsOfPercent, 2));
  }
}
