package org.zhengling.engine.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.zhengling.engine.quantity.Money;

class ReportProperties {
  private static final List<Topic> TOPICS = List.of(Topic.values());
  private static final LocalDate ASKED = LocalDate.of(2020, 12, 16);

  @Property
  void order_of_sources_answers_and_items_changes_no_byte(@ForAll long seed) {
    var random = new Random(seed);
    List<Source> sources = new ArrayList<>();
    List<SourceAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String code = "source-" + i;
      Topic topic = TOPICS.get(random.nextInt(TOPICS.size()));
      sources.add(new Source(code, "示例 " + i, Set.of(topic), Set.of(Topic.WAGES)));
      switch (random.nextInt(4)) {
        case 0 -> answers.add(new SourceAnswer.Found(code, ASKED, items(random)));
        case 1 -> answers.add(new SourceAnswer.NotThere(code, ASKED));
        case 2 -> answers.add(new SourceAnswer.Stale(code, ASKED.minusYears(1), items(random)));
        default -> answers.add(new SourceAnswer.Unavailable(code, "没有应答"));
      }
    }
    List<Item> declared = items(random);
    String before = text(sources, answers, declared);
    Collections.shuffle(sources, random);
    Collections.shuffle(answers, random);
    Collections.shuffle(declared, random);
    assertThat(text(sources, answers, declared)).isEqualTo(before);
  }

  private static List<Item> items(Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      long person = 1L + random.nextInt(3);
      YearMonth month = YearMonth.of(2020, 1 + random.nextInt(12));
      items.add(
          switch (random.nextInt(4)) {
            case 0 ->
                new Item.Income(
                    person, Topic.WAGES, "wage", "工资", month, month.plusMonths(3), money(random));
            case 1 -> new Item.Deposit(person, "活期", money(random));
            case 2 -> new Item.House(person, "自住房", Item.HouseUse.DWELLING);
            default -> new Item.Remark(person, Topic.OTHER, "参保");
          });
    }
    return items;
  }

  private static Money money(Random random) {
    return new Money(random.nextInt(1_000_000));
  }

  private static String text(
      List<Source> sources, List<SourceAnswer> answers, List<Item> declared) {
    return Report.of(
            new Check(
                Set.of(3L, 1L, 2L),
                YearMonth.of(2020, 12),
                ASKED,
                sources,
                answers,
                declared,
                new Check.Measures(12, 10, 90, Set.of())))
        .text();
  }

  @Property
  void the_shortfall_closes_the_gap_and_is_never_negative(
      @ForAll @LongRange(min = 0, max = 100_000_000) long monthly,
      @ForAll @LongRange(min = 0, max = 1_000_000) long standard) {
    Item wage =
        new Item.Income(
            1,
            Topic.WAGES,
            "wage",
            "工资",
            YearMonth.of(2020, 3),
            YearMonth.of(2020, 9),
            new Money(monthly));
    Report report =
        Report.of(
            new Check(
                Set.of(1L, 2L),
                YearMonth.of(2020, 12),
                ASKED,
                List.of(),
                List.of(),
                List.of(wage),
                new Check.Measures(12, 10, 90, Set.of())));
    Money shortfall = report.shortfall(new Money(standard));
    assertThat(shortfall).isEqualTo(new Money(Math.max(0, standard * 2 - monthly * 7 / 12)));
  }
}
