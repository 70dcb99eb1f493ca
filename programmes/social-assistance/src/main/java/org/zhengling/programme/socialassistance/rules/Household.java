package org.zhengling.programme.socialassistance.rules;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.zhengling.engine.quantity.Money;

/**
 * The members of a household, as far as they are known, together.
 *
 * @param members those that count
 * @param months how many months their incomes are of
 */
public record Household(List<MemberFacts> members, int months) {
  public Household {
    members = List.copyOf(members);
  }

  public int size() {
    return members.size();
  }

  /** Income of the whole window. */
  public Money windowIncome() {
    return sum(MemberFacts::windowIncome);
  }

  /** Income of a month on average, rounded down: never to the family's disadvantage. */
  public Money monthlyIncome() {
    return new Money(Math.floorDiv(windowIncome().fen(), months));
  }

  public Money deposits() {
    return sum(MemberFacts::deposits);
  }

  public int vehicles() {
    return count(MemberFacts::vehicles);
  }

  public int dwellings() {
    return count(MemberFacts::dwellings);
  }

  public int businessHouses() {
    return count(MemberFacts::businessHouses);
  }

  public int companies() {
    return count(MemberFacts::companies);
  }

  private Money sum(Function<MemberFacts, Money> of) {
    return members.stream().map(of).reduce(Money.ZERO, Money::plus);
  }

  private int count(ToIntFunction<MemberFacts> of) {
    return members.stream().mapToInt(of).sum();
  }
}
