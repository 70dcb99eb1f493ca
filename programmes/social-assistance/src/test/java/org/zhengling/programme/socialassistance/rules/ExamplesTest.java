package org.zhengling.programme.socialassistance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Item.Absence;
import org.zhengling.engine.verification.Topic;
import org.zhengling.programme.socialassistance.rules.Relative.Relation;
import org.zhengling.programme.socialassistance.rules.Relative.Upkeep;
import org.zhengling.programme.socialassistance.rules.Relative.Whereabouts;

class ExamplesTest {
  @Test
  void the_amount_is_the_difference_and_what_special_classes_get_on_top() {
    for (List<String> row : Examples.under("Amount of the allowance, 社会救助暂行办法 第十二条")) {
      List<Long> cells = row.stream().map(Long::parseLong).toList();
      Numbers numbers = Sample.numbers(cells.get(0));
      List<MemberFacts> members = new ArrayList<>();
      for (long i = 0; i < cells.get(1); i++) {
        List<Extra> extras = new ArrayList<>();
        if (i < cells.get(3)) {
          extras.add(Extra.ELDERLY);
        }
        // The second kind goes to the next member, so that both are paid.
        if (i >= cells.get(3) && i < cells.get(3) + cells.get(4)) {
          extras.add(Extra.SEVERELY_DISABLED);
        }
        long income = i == 0 ? cells.get(2) * 12 : 0;
        members.add(Sample.member(i, income, extras.toArray(Extra[]::new)));
      }
      Allowance sum = Allowance.of(new Household(members, 12), new Money(cells.get(0)), numbers);
      assertThat(sum.amount()).as(row.toString()).isEqualTo(new Money(cells.get(5)));
    }
  }

  @Test
  void members_are_those_of_the_edition() {
    String heading = "Members of the household, 民发〔2012〕220号 第五条 and 民发〔2021〕57号";
    for (List<String> row : Examples.under(heading)) {
      assertThat(standing(row, Edition.OF_2012, LocalDate.of(2020, 11, 30)))
          .as(row.toString())
          .isEqualTo(row.get(4));
      assertThat(standing(row, Edition.OF_2021, LocalDate.of(2021, 11, 30)))
          .as(row.toString())
          .isEqualTo(row.get(5));
    }
  }

  private static String standing(List<String> row, Edition edition, LocalDate day) {
    var relative =
        new Relative(
            2,
            Relation.valueOf(row.get(0)),
            day.minusYears(Long.parseLong(row.get(1))),
            Upkeep.valueOf(row.get(2)),
            whereabouts(row.get(3), day));
    return HouseholdMembers.of(edition, List.of(relative), day, 18, 3).getFirst().counts()
        ? "member"
        : "no member";
  }

  private static Whereabouts whereabouts(String words, LocalDate day) {
    return switch (words) {
      case "home" -> new Relative.AtHome();
      case "elsewhere" -> new Relative.Elsewhere();
      case "imprisoned" -> new Relative.Gone(Absence.IMPRISONED);
      case "detox" -> new Relative.Gone(Absence.DETOX);
      case "missing" -> new Relative.Gone(Absence.MISSING);
      default -> new Relative.InClergy(day.minusYears(Long.parseLong(words.replaceAll("\\D", ""))));
    };
  }

  @Test
  void every_unmet_condition_is_found_and_every_open_one_says_whether_it_could_flip() {
    for (List<String> row : Examples.under("Conditions, 社会救助暂行办法 第九条")) {
      var first =
          new MemberFacts(
              1,
              new Money(Long.parseLong(row.get(0))),
              new Money(Long.parseLong(row.get(1))),
              Integer.parseInt(row.get(2)),
              Integer.parseInt(row.get(3)),
              0,
              0,
              java.util.Set.of());
      Household household = new Household(List.of(first, Sample.member(2, 0)), 12);
      Topic[] open =
          row.get(4).equals("–") ? new Topic[0] : new Topic[] {Topic.valueOf(row.get(4))};
      Judgement judgement = Sample.judge(household, Sample.numbers(70000), open);
      assertThat(judgement.decision().outcome()).as(row.toString()).hasToString(row.get(5));
      assertThat(judgement.decision().findings())
          .as(row.toString())
          .filteredOn(Finding.Unmet.class::isInstance)
          .hasSize(Integer.parseInt(row.get(6)));
      String flips =
          judgement.decision().findings().stream()
              .filter(Finding.Unknown.class::isInstance)
              .map(one -> ((Finding.Unknown) one).couldFlip() ? "yes" : "no")
              .findFirst()
              .orElse("–");
      assertThat(flips).as(row.toString()).isEqualTo(row.get(7));
    }
  }
}
