package org.zhengling.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.56 | 123456 | 1,234.56",
        "1234.5 | 123450 | 1,234.50",
        "-0.05 | -5 | -0.05",
        "0 | 0 | 0.00",
        "-1234567 | -123456700 | -1,234,567.00",
        "92,233,720,368,547,758.07 | 9223372036854775807 | 92,233,720,368,547,758.07"
      })
  void moneyIsReadAndPrintedInYuan(String text, long fen, String printed) {
    assertThat(Money.parse(text)).isEqualTo(new Money(fen)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.234", "1,23.00", "12,34", "1,2345", "１", "1e3", "+1", ".5", "1 "})
  void whatIsNoAmountInYuanIsRefused(String text) {
    assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moneyNeverOverflowsSilently() {
    var most = new Money(Long.MAX_VALUE);
    var one = new Money(1);
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ZERO.minus(one).minus(most).minus(one))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.parse("92,233,720,368,547,758.08"))
        .isInstanceOf(ArithmeticException.class);
    assertThat(one.times(12)).isEqualTo(new Money(12)).isGreaterThan(one);
  }

  @ParameterizedTest
  @CsvSource({"1, 66667", "3, 200000", "1.5, 100000", "0.00001, 1", "15000, 1000000000"})
  void muBecomeSquareDecimetresOnce(BigDecimal mu, long squareDecimetres) {
    assertThat(Area.ofMu(mu)).isEqualTo(new Area(squareDecimetres));
  }

  @Test
  void areaIsPrintedWithTwoDecimals() {
    Area area = Area.ofHectares(new BigDecimal("2.5"));
    assertThat(area).isEqualTo(new Area(2_500_000));
    assertThat(area).isGreaterThan(Area.ZERO);
    assertThat(area.toMu()).isEqualTo("37.50");
    assertThat(area.toHectares()).isEqualTo("2.50");
    assertThat(Area.ofHectares(new BigDecimal("0.0000005"))).isEqualTo(new Area(1));
    assertThat(area.minus(new Area(2_500_001)).plus(new Area(1))).isEqualTo(Area.ZERO);
    assertThatThrownBy(() -> Area.ofMu(new BigDecimal("1e20")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void differentAssetsAreNeverAdded() {
    var coal = new Asset("coal", "煤炭", "kg");
    var energy = new Asset("energy", "能耗", "kgce");
    Amount amount = new Amount(5, coal);
    assertThat(amount.plus(new Amount(7, coal))).isEqualTo(new Amount(12, coal));
    assertThat(amount.minus(new Amount(7, coal)))
        .isEqualTo(new Amount(-2, coal))
        .isLessThan(amount);
    Amount other = new Amount(1, energy);
    assertThatThrownBy(() -> amount.plus(other))
        .hasMessageContaining("煤炭")
        .hasMessageContaining("能耗");
    assertThatThrownBy(() -> amount.minus(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> amount.compareTo(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Asset("coal", " ", "kg"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShareIsExact() {
    assertThat(new Share(70, 100)).isEqualTo(new Share(7, 10)).isEqualTo(new Share(-7, -10));
    assertThat(Share.ofPercent(new BigDecimal("12.5"))).isEqualTo(new Share(1, 8));
    assertThat(Share.ofPercent(new BigDecimal("70"))).isEqualTo(new Share(7, 10));
    assertThat(Share.ofPercent(new BigDecimal("20000"))).isEqualTo(new Share(200, 1));
    assertThat(new Share(1, 3).toPercent(2, RoundingMode.HALF_UP)).isEqualTo("33.33");
    assertThat(new Share(1, 3)).isLessThan(new Share(34, 100)).isGreaterThan(new Share(33, 100));
    assertThat(new Share(0, 7)).isEqualTo(new Share(0, 1));
  }

  @Test
  void aShareOfMoneyIsRoundedOnceAsSaid() {
    var third = new Share(1, 3);
    assertThat(third.of(new Money(200), RoundingMode.HALF_UP)).isEqualTo(new Money(67));
    assertThat(third.of(new Money(200), RoundingMode.DOWN)).isEqualTo(new Money(66));
    assertThatThrownBy(() -> third.of(200, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Share(2, 1).of(Long.MAX_VALUE, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Share(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Share(1, Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
  }
}
