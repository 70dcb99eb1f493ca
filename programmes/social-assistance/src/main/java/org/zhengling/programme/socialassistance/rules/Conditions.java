package org.zhengling.programme.socialassistance.rules;

import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.law.Finding.Met;
import org.zhengling.engine.law.Finding.Unmet;
import org.zhengling.engine.quantity.Money;

/** The conditions of the allowance, each judged on what is known; every unmet one is reported. */
final class Conditions {
  private Conditions() {}

  @Clause("社会救助暂行办法 第九条")
  static List<Finding> judge(Household household, Money standard, Numbers numbers) {
    Numbers.Limits limits = numbers.limits();
    List<Finding> findings = new ArrayList<>();
    findings.add(income(household, standard, numbers.standardName()));
    findings.add(deposits(household, standard, limits));
    findings.add(atMost("机动车", "辆", household.vehicles(), limits.vehicles(), limits));
    findings.add(atMost("住房", "套", household.dwellings(), limits.dwellings(), limits));
    findings.add(atMost("非居住用房", "套", household.businessHouses(), limits.businessHouses(), limits));
    findings.add(atMost("登记的企业", "家", household.companies(), limits.companies(), limits));
    return findings;
  }

  /** Whether the household may have the allowance, as far as is known. */
  static boolean allMet(Household household, Money standard, Numbers numbers) {
    return judge(household, standard, numbers).stream().allMatch(Met.class::isInstance);
  }

  /** Compared without rounding: the income of the window against the standard of as many months. */
  private static Finding income(Household household, Money standard, String standardName) {
    long months = household.months();
    Money limit = standard.times(household.size()).times(months);
    boolean below = household.windowIncome().compareTo(limit) < 0;
    if (household.size() == 0) {
      return new Unmet(Law.CONDITIONS, "没有计入的家庭成员");
    }
    Money perHead = new Money(Math.floorDiv(household.monthlyIncome().fen(), household.size()));
    String statement =
        "家庭月收入 %s 元，%d 人，人均 %s 元，%s%s %s 元"
            .formatted(
                household.monthlyIncome(),
                household.size(),
                perHead,
                below ? "低于" : "不低于",
                standardName,
                standard);
    return below ? new Met(Law.CONDITIONS, statement) : new Unmet(Law.CONDITIONS, statement);
  }

  private static Finding deposits(Household household, Money standard, Numbers.Limits limits) {
    Money limit = standard.times(limits.depositMonths()).times(household.size());
    boolean within = household.deposits().compareTo(limit) <= 0;
    String statement =
        "存款和有价证券 %s 元，%s%s的上限 %s 元"
            .formatted(household.deposits(), within ? "没有超过" : "超过", limits.name(), limit);
    return within ? new Met(Law.CONDITIONS, statement) : new Unmet(Law.CONDITIONS, statement);
  }

  private static Finding atMost(
      String what, String unit, int found, int limit, Numbers.Limits limits) {
    String statement =
        "%s %d %s，%s%s的上限 %d %s"
            .formatted(
                what, found, unit, found <= limit ? "没有超过" : "超过", limits.name(), limit, unit);
    return found <= limit
        ? new Met(Law.CONDITIONS, statement)
        : new Unmet(Law.CONDITIONS, statement);
  }
}
