package org.zhengling.programme.socialassistance.rules;

import org.zhengling.engine.law.Clause;
import org.zhengling.engine.quantity.Share;

/**
 * Who bears a payment by the list of fiscal powers (财政事权清单). The two shares make one whole.
 *
 * @param city share of the city
 * @param county the rest
 */
public record FiscalPowers(Share city, Share county) {

  /** By the percentage that the city bears, 0 to 100. */
  @Clause("济政字〔2020〕53号 二(四)9")
  public static FiscalPowers ofCity(int percent) {
    return new FiscalPowers(new Share(percent, 100), new Share(100L - percent, 100));
  }
}
