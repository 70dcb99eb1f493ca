package org.zhengling.programme.socialassistance.rules;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.Decision;
import org.zhengling.engine.quantity.Money;

/**
 * What the rules say about a household.
 *
 * @param decision with every finding; open while a missing answer could change it
 * @param allowance the sum on what is known; absent where no standard is known
 */
public record Judgement(Decision decision, @Nullable Allowance allowance) {

  /** What would be paid each month if it were granted on what is known; nothing where refused. */
  public Money amount() {
    return allowance == null || decision.outcome() == Decision.Outcome.REFUSED
        ? Money.ZERO
        : allowance.amount();
  }
}
