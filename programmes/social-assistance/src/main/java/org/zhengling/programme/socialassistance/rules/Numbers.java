package org.zhengling.programme.socialassistance.rules;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.quantity.Money;

/**
 * The numbers that hold for one household on the day of its application.
 *
 * @param standard the allowance standard for each person and month; absent where none is known for
 *     the area: nothing can be decided then
 * @param standardName what it is called before a person, 当地城市低保标准（示例）
 * @param limits of property
 * @param extraPercent share of the standard that is paid on top, by class of member; a member of
 *     several classes has the highest
 */
public record Numbers(
    Edition edition,
    @Nullable Money standard,
    String standardName,
    Limits limits,
    Map<Extra, Integer> extraPercent) {
  public Numbers {
    Map<Extra, Integer> copy = new EnumMap<>(Extra.class);
    copy.putAll(extraPercent);
    extraPercent = copy;
  }

  /**
   * How much property is compatible with the allowance.
   *
   * @param depositMonths deposits of so many months of the standard for each member
   * @param name what the limits are called before a person, 当地财产规定（示例）
   */
  public record Limits(
      int depositMonths,
      int vehicles,
      int dwellings,
      int businessHouses,
      int companies,
      String name) {}
}
