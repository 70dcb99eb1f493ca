package org.zhengling.formats.policy;

import java.util.List;

/**
 * One order of the gazette and everything it demands.
 *
 * @param slug permanent name, {@code childcare}
 * @param name what it is called in Chinese, 婴幼儿照护
 * @param character the one character it is drawn with, 育
 * @param document full number of the order, 济政办字〔2020〕48号
 * @param demands in the order of the inventory
 */
public record Programme(
    String slug, String name, String character, String document, List<Demand> demands) {
  public Programme {
    demands = List.copyOf(demands);
  }
}
