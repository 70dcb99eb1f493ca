package org.zhengling.programme.socialassistance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.zhengling.engine.law.Decision.Outcome;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Topic;

class EligibilityProperties {
  private static final long STANDARD = 5;
  private static final int MONTHS = 2;
  private static final List<Topic> ASKED =
      List.of(
          Topic.WAGES,
          Topic.TRANSFERS,
          Topic.DEPOSITS,
          Topic.VEHICLES,
          Topic.HOUSES,
          Topic.COMPANIES,
          Topic.STANDING);

  /** Small numbers, so that every answer can be tried. */
  private static final Numbers NUMBERS =
      new Numbers(
          Edition.OF_2012,
          new Money(STANDARD),
          "示例标准",
          new Numbers.Limits(1, 0, 1, 0, 0, "示例规定"),
          Map.of(Extra.ELDERLY, 40, Extra.SEVERELY_DISABLED, 80));

  private static Household household(Random random) {
    List<MemberFacts> members = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      members.add(
          new MemberFacts(
              i,
              new Money(random.nextInt(14)),
              new Money(random.nextInt(6)),
              random.nextInt(20) == 0 ? 1 : 0,
              random.nextInt(2),
              random.nextInt(20) == 0 ? 1 : 0,
              random.nextInt(20) == 0 ? 1 : 0,
              random.nextInt(4) == 0 ? Set.of(Extra.ELDERLY) : Set.of()));
    }
    return new Household(members, MONTHS);
  }

  @Property
  void the_amount_is_never_negative_and_nothing_where_it_is_refused(@ForAll long seed) {
    Judgement judgement = Sample.judge(household(new Random(seed)), NUMBERS);
    assertThat(judgement.amount().fen()).isNotNegative();
    if (judgement.decision().outcome() == Outcome.REFUSED) {
      assertThat(judgement.amount()).isEqualTo(Money.ZERO);
    } else {
      assertThat(judgement.amount().fen()).isPositive();
    }
  }

  @Property
  void the_order_of_members_makes_no_difference(@ForAll long seed) {
    var random = new Random(seed);
    Household household = household(random);
    List<MemberFacts> shuffled = new ArrayList<>(household.members());
    Collections.shuffle(shuffled, random);
    assertThat(Sample.judge(new Household(shuffled, MONTHS), NUMBERS))
        .isEqualTo(Sample.judge(household, NUMBERS));
  }

  @Property
  void more_income_never_brings_more(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 40) long more) {
    Household household = household(new Random(seed));
    List<MemberFacts> richer = new ArrayList<>(household.members());
    richer.set(0, added(richer.getFirst(), Map.of(Topic.WAGES, more)));
    assertThat(Sample.judge(new Household(richer, MONTHS), NUMBERS).amount())
        .isLessThanOrEqualTo(Sample.judge(household, NUMBERS).amount());
  }

  @Property(tries = 400)
  void a_topic_could_flip_exactly_when_trying_every_answer_says_so(@ForAll long seed) {
    var random = new Random(seed);
    Household known = household(random);
    Set<Topic> open = EnumSet.noneOf(Topic.class);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      open.add(ASKED.get(random.nextInt(ASKED.size())));
    }
    Judgement judgement = Sample.judge(known, NUMBERS, open.toArray(Topic[]::new));
    List<Finding.Unknown> unknowns =
        judgement.decision().findings().stream()
            .filter(Finding.Unknown.class::isInstance)
            .map(Finding.Unknown.class::cast)
            .toList();
    List<Topic> topics = new ArrayList<>(open);
    assertThat(unknowns).hasSameSizeAs(topics);
    for (int i = 0; i < topics.size(); i++) {
      assertThat(unknowns.get(i).couldFlip())
          .as("%s of %s in %s", topics.get(i), topics, known)
          .isEqualTo(flips(known, topics, i));
    }
  }

  /** Two answers to one topic, the same answers to the others, and different ends. */
  private static boolean flips(Household known, List<Topic> open, int topic) {
    Map<List<Integer>, String> ends = new HashMap<>();
    for (List<Integer> answers : everyAnswer(open, known)) {
      List<Integer> others = new ArrayList<>(answers);
      others.set(topic, -1);
      String end = end(known, open, answers);
      String before = ends.putIfAbsent(others, end);
      if (before != null && !before.equals(end)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<Integer>> everyAnswer(List<Topic> open, Household known) {
    List<List<Integer>> all = List.of(List.of());
    for (Topic topic : open) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> one : all) {
        for (int answer = 0; answer < answers(topic, known); answer++) {
          List<Integer> next = new ArrayList<>(one);
          next.add(answer);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static int answers(Topic topic, Household known) {
    return switch (topic) {
      case WAGES, TRANSFERS -> (int) STANDARD * MONTHS * 3 + 1;
      case DEPOSITS -> (int) STANDARD * 3 + 2;
      case VEHICLES, HOUSES, COMPANIES -> 3;
      case STANDING -> 1 << known.size();
      case BUSINESS, PROPERTY_INCOME, OTHER -> 1;
    };
  }

  private static String end(Household known, List<Topic> open, List<Integer> answers) {
    List<MemberFacts> members = new ArrayList<>(known.members());
    Map<Topic, Long> more = new HashMap<>();
    for (int i = 0; i < open.size(); i++) {
      int answer = answers.get(i);
      if (open.get(i) == Topic.STANDING) {
        List<MemberFacts> left = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
          if ((answer & (1 << k)) != 0) {
            left.add(known.members().get(k));
          }
        }
        members = left;
      } else {
        more.put(open.get(i), (long) answer);
      }
    }
    if (!members.isEmpty()) {
      members.set(0, added(members.getFirst(), more));
    }
    Judgement judgement = Sample.judge(new Household(members, MONTHS), NUMBERS);
    return judgement.decision().outcome() + " " + judgement.amount();
  }

  private static MemberFacts added(MemberFacts one, Map<Topic, Long> more) {
    long income = more.getOrDefault(Topic.WAGES, 0L) + more.getOrDefault(Topic.TRANSFERS, 0L);
    return new MemberFacts(
        one.person(),
        one.windowIncome().plus(new Money(income)),
        one.deposits().plus(new Money(more.getOrDefault(Topic.DEPOSITS, 0L))),
        one.vehicles() + Math.toIntExact(more.getOrDefault(Topic.VEHICLES, 0L)),
        one.dwellings() + Math.toIntExact(more.getOrDefault(Topic.HOUSES, 0L)),
        one.businessHouses(),
        one.companies() + Math.toIntExact(more.getOrDefault(Topic.COMPANIES, 0L)),
        one.extras());
  }
}
