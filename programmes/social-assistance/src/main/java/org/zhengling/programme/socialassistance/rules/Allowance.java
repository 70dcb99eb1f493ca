package org.zhengling.programme.socialassistance.rules;

import java.math.RoundingMode;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.quantity.Share;

/**
 * The sum of the allowance of one month.
 *
 * @param difference max(0, standard − income per head) × members
 * @param extras for members of special classes; nothing where there is no difference
 */
public record Allowance(
    Money standard, int members, Money monthlyIncome, Money difference, Money extras) {

  /** Nobody is paid less than nothing. */
  @Clause("社会救助暂行办法 第十二条")
  public static Allowance of(Household household, Money standard, Numbers numbers) {
    Money income = household.monthlyIncome();
    Money gap = standard.times(household.size()).minus(income);
    Money difference = gap.fen() > 0 ? gap : Money.ZERO;
    Money extras = Money.ZERO;
    for (MemberFacts member : household.members()) {
      extras = extras.plus(extra(member, standard, numbers));
    }
    return new Allowance(
        standard,
        household.size(),
        income,
        difference,
        difference.equals(Money.ZERO) ? Money.ZERO : extras);
  }

  private static Money extra(MemberFacts member, Money standard, Numbers numbers) {
    int percent =
        member.extras().stream()
            .mapToInt(one -> numbers.extraPercent().getOrDefault(one, 0))
            .max()
            .orElse(0);
    return new Share(percent, 100).of(standard, RoundingMode.HALF_UP);
  }

  /** What is paid each month. */
  public Money amount() {
    return difference.plus(extras);
  }

  /** The sum in words: 700.00 × 3 人 − 1,480.00. */
  public String formula() {
    return "%s × %d 人 − %s%s"
        .formatted(
            standard, members, monthlyIncome, extras.equals(Money.ZERO) ? "" : " + 增发 " + extras);
  }
}
