package org.zhengling.programme.socialassistance.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Topic;

/**
 * Whether the missing answer about a topic could change the outcome or the amount.
 *
 * <p>A missing answer may be anything from what is known upwards: more income, more property, or a
 * member who is no longer there. A topic could change the result when there are two answers to it,
 * and some answers to the other open topics, with which the result differs. More income or property
 * never helps, so it is enough to look where the other topics turn out best for the household; who
 * is still there helps or hurts, so every set of members is tried.
 */
final class OpenTopics {
  /**
   * Beyond that, trying every set of members is left out, and the topic counts as one that could.
   */
  private static final int LARGEST_TRIED = 12;

  private final Money standard;
  private final Numbers numbers;
  private final Set<Topic> open;
  private final List<Household> households;

  OpenTopics(Household known, Money standard, Numbers numbers, Set<Topic> open) {
    this.standard = standard;
    this.numbers = numbers;
    this.open = Set.copyOf(open);
    this.households =
        open.contains(Topic.STANDING) && known.size() <= LARGEST_TRIED
            ? subsets(known)
            : List.of(known);
  }

  /** How a case would end. */
  private record Result(boolean granted, Money amount) {}

  @Clause("济政字〔2020〕53号 二(三)7")
  boolean couldFlip(Topic topic) {
    return switch (topic) {
      case WAGES, BUSINESS, PROPERTY_INCOME, TRANSFERS, DEPOSITS, VEHICLES, HOUSES, COMPANIES ->
          households.stream().anyMatch(one -> !result(one).equals(result(worse(one, topic))));
      case STANDING -> householdsDiffer();
      case OTHER -> false;
    };
  }

  private boolean householdsDiffer() {
    if (households.getFirst().size() > LARGEST_TRIED) {
      return true;
    }
    for (Money more : incomesToTry()) {
      Set<Result> results = new HashSet<>();
      for (Household one : households) {
        results.add(result(withIncome(one, more)));
      }
      if (results.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * Nothing more, and where income is open just so much that one of the households gets nothing.
   */
  private List<Money> incomesToTry() {
    List<Money> incomes = new ArrayList<>(List.of(Money.ZERO));
    if (open.stream().anyMatch(Topic::isIncome)) {
      for (Household one : households) {
        Money gap = standard.times(one.size()).times(one.months()).minus(one.windowIncome());
        if (gap.fen() > 0) {
          incomes.add(gap);
        }
      }
    }
    return incomes;
  }

  private Result result(Household household) {
    boolean granted = Conditions.allMet(household, standard, numbers);
    return new Result(
        granted, granted ? Allowance.of(household, standard, numbers).amount() : Money.ZERO);
  }

  /** The household if the answer were as bad for it as can be. */
  private Household worse(Household household, Topic topic) {
    Numbers.Limits limits = numbers.limits();
    long months = household.months();
    return switch (topic) {
      case WAGES, BUSINESS, PROPERTY_INCOME, TRANSFERS ->
          withIncome(household, standard.times(household.size()).times(months));
      case DEPOSITS ->
          with(
              household,
              standard.times(limits.depositMonths()).times(household.size()).plus(new Money(1)),
              0,
              0,
              0);
      case VEHICLES -> with(household, Money.ZERO, limits.vehicles() + 1, 0, 0);
      case HOUSES -> with(household, Money.ZERO, 0, limits.dwellings() + 1, 0);
      case COMPANIES -> with(household, Money.ZERO, 0, 0, limits.companies() + 1);
      case STANDING, OTHER -> household;
    };
  }

  private static Household withIncome(Household household, Money more) {
    return changed(
        household,
        one ->
            new MemberFacts(
                one.person(),
                one.windowIncome().plus(more),
                one.deposits(),
                one.vehicles(),
                one.dwellings(),
                one.businessHouses(),
                one.companies(),
                one.extras()));
  }

  private static Household with(
      Household household, Money deposits, int vehicles, int dwellings, int companies) {
    return changed(
        household,
        one ->
            new MemberFacts(
                one.person(),
                one.windowIncome(),
                one.deposits().plus(deposits),
                one.vehicles() + vehicles,
                one.dwellings() + dwellings,
                one.businessHouses(),
                one.companies() + companies,
                one.extras()));
  }

  /** Whose it is makes no difference: the household is judged together. */
  private static Household changed(Household household, UnaryOperator<MemberFacts> change) {
    if (household.size() == 0) {
      return household;
    }
    List<MemberFacts> members = new ArrayList<>(household.members());
    members.set(0, change.apply(members.getFirst()));
    return new Household(members, household.months());
  }

  private static List<Household> subsets(Household known) {
    List<Household> subsets = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << known.size(); chosen++) {
      List<MemberFacts> members = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        if ((chosen & (1 << i)) != 0) {
          members.add(known.members().get(i));
        }
      }
      subsets.add(new Household(members, known.months()));
    }
    return subsets;
  }
}
