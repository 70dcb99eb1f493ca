package org.zhengling.engine.gazette;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit in running text: 4.5万人, 3至5所, 百分之七十, 80万亩左右.
 *
 * @param from offset of its first character
 * @param unitEnd offset after the unit
 * @param to offset after 以上, 以下, 左右
 * @param value in the unit itself, without 万 and 亿; the lower end of a range
 * @param high the upper end of a range, otherwise null
 */
record Quantity(
    int from,
    int unitEnd,
    int to,
    BigDecimal value,
    @Nullable BigDecimal high,
    String unit,
    Bound bound) {

  /** The word behind the unit. */
  enum Bound {
    NONE,
    /** 以上, 余, 多. */
    ABOVE,
    /** 以下, 以内. */
    BELOW,
    /** 左右. */
    ABOUT
  }

  boolean isPercent() {
    return unit.equals("%") || unit.equals("‰") || unit.equals("个百分点");
  }

  boolean isMoney() {
    return unit.contains("元");
  }

  /** Whether it counts days, months or years. */
  boolean isTime() {
    return QuantityUnits.TIMES.contains(unit);
  }

  /** Whether the unit only counts and what is counted follows: 所, 个, 名. */
  boolean isCount() {
    return QuantityUnits.COUNTS.contains(unit);
  }
}
