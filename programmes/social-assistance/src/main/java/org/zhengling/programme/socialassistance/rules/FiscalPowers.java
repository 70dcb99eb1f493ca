package org.zhengling.programme.socialassistance.rules;

import java.math.RoundingMode;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.quantity.Share;

/**
 * Who bears a payment by the list of fiscal powers (财政事权清单).
 *
 * @param city part of the city
 * @param county the rest
 */
public record FiscalPowers(Money city, Money county) {

  /** Splits to the fen: the two parts are the whole. */
  @Clause("济政字〔2020〕53号 二(四)9")
  public static FiscalPowers split(Money whole, int cityPercent) {
    Money city = new Share(cityPercent, 100).of(whole, RoundingMode.HALF_UP);
    return new FiscalPowers(city, whole.minus(city));
  }
}
