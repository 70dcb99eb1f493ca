package org.zhengling.platform.ledger;

import java.util.List;

/**
 * Answer to a posting.
 *
 * @param batch its number in the ledger
 * @param outcomes one for each entry, in their order
 */
public record Posted(long batch, List<Outcome> outcomes) {
  public Posted {
    outcomes = List.copyOf(outcomes);
  }

  public List<Outcome.Rejected> rejected() {
    return outcomes.stream()
        .filter(Outcome.Rejected.class::isInstance)
        .map(Outcome.Rejected.class::cast)
        .toList();
  }
}
