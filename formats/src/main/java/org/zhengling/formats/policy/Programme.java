package org.zhengling.formats.policy;

import java.util.List;

/**
 * A programme of the gazette and what its order demands.
 *
 * @param slug name of its folder and its word on the command line
 * @param character the one character that stands for it on pages
 * @param document full number of the order
 */
public record Programme(
    String slug, String name, String character, String document, List<Demand> demands) {
  public Programme {
    demands = List.copyOf(demands);
  }
}
