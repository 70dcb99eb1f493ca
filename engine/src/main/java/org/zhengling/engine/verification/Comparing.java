package org.zhengling.engine.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Item.Deposit;
import org.zhengling.engine.verification.Item.Income;
import org.zhengling.engine.verification.Report.Difference;
import org.zhengling.engine.verification.Report.Member;

/** Declared against found, topic by topic and member by member. */
final class Comparing {
  private Comparing() {}

  static Money windowIncome(List<Item> items, Topic topic, Check check) {
    Money sum = Money.ZERO;
    for (Item item : items) {
      if (item instanceof Income income
          && income.topic() == topic
          && !check.measures().notCounted().contains(income.type())) {
        sum = sum.plus(income.within(check.windowFrom(), check.windowTo()));
      }
    }
    return sum;
  }

  static List<Difference> differences(Check check, List<Member> members, List<Report.Line> lines) {
    List<Difference> differences = new ArrayList<>();
    for (Member member : members) {
      List<Item> declared = of(member, check.declared());
      for (Topic topic : Topic.values()) {
        difference(check, member, declared, topic, differences);
      }
      for (Report.Line line : lines) {
        corroborations(check, member, line, differences);
      }
    }
    return differences;
  }

  /** A source that only corroborates, and knows of more than those that settle. */
  private static void corroborations(
      Check check, Member member, Report.Line line, List<Difference> to) {
    List<Item> said = of(member, line.answer().items());
    for (Topic topic : new TreeSet<>(line.source().corroborates())) {
      Money settled = windowIncome(member.items(), topic, check);
      Money more = windowIncome(said, topic, check);
      if (disagree(settled, more, check)) {
        int months = check.measures().windowMonths();
        String source = line.source().name() + " ";
        to.add(
            new Difference(
                member.person(), topic, monthly(settled, months), source + monthly(more, months)));
      }
    }
  }

  private static List<Item> of(Member member, List<Item> items) {
    return items.stream().filter(item -> item.person() == member.person()).toList();
  }

  private static void difference(
      Check check, Member member, List<Item> declared, Topic topic, List<Difference> to) {
    switch (topic) {
      case WAGES, BUSINESS, PROPERTY_INCOME, TRANSFERS -> {
        Money said = windowIncome(declared, topic, check);
        Money found = windowIncome(member.items(), topic, check);
        if (disagree(said, found, check)) {
          int months = check.measures().windowMonths();
          to.add(
              new Difference(
                  member.person(), topic, monthly(said, months), monthly(found, months)));
        }
      }
      case DEPOSITS -> {
        Money said = deposits(declared);
        Money found = deposits(member.items());
        if (disagree(said, found, check)) {
          to.add(new Difference(member.person(), topic, said + " 元", found + " 元"));
        }
      }
      case VEHICLES, HOUSES, COMPANIES -> {
        long said = count(declared, topic);
        long found = count(member.items(), topic);
        if (said != found) {
          to.add(new Difference(member.person(), topic, said + " 项", found + " 项"));
        }
      }
      // Where somebody is and what else is known is not declared in numbers.
      case STANDING, OTHER -> {}
    }
  }

  /** Less than declared is no difference: the household told more than the sources know. */
  private static boolean disagree(Money said, Money found, Check check) {
    long allowed = Math.multiplyExact(said.fen(), 100L + check.measures().tolerancePercent());
    return Math.multiplyExact(found.fen(), 100L) > allowed;
  }

  private static String monthly(Money ofWindow, int months) {
    return new Money(Math.floorDiv(ofWindow.fen(), months)) + " 元/月";
  }

  private static Money deposits(List<Item> items) {
    Money sum = Money.ZERO;
    for (Item item : items) {
      if (item instanceof Deposit deposit) {
        sum = sum.plus(deposit.amount());
      }
    }
    return sum;
  }

  private static long count(List<Item> items, Topic topic) {
    return items.stream()
        .filter(item -> item.topic() == topic && !(item instanceof Item.Remark))
        .count();
  }
}
