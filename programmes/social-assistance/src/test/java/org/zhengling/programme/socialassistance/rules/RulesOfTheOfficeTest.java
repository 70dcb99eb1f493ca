package org.zhengling.programme.socialassistance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.verification.Topic;

class RulesOfTheOfficeTest {
  @Test
  void a_paper_that_a_source_can_answer_may_not_be_asked_for() {
    Set<Topic> all = EnumSet.allOf(Topic.class);
    assertThat(Paper.thatMayBeAsked(all))
        .containsExactly(Paper.MAINTENANCE_AGREEMENT, Paper.DIAGNOSIS);
    all.remove(Topic.DEPOSITS);
    assertThat(Paper.thatMayBeAsked(all)).contains(Paper.BANK_STATEMENT);
  }

  @Test
  void an_appraisal_needs_two_thirds_of_residents() {
    assertThat(new Appraisal(9, 6, 9).isValid(2)).isTrue();
    assertThat(new Appraisal(10, 6, 9).isValid(2)).isFalse();
  }

  @Test
  void a_draw_is_the_same_for_everybody_and_never_smaller_than_its_share() {
    List<String> cases = IntStream.range(0, 101).mapToObj(i -> "任古救〔2020〕" + i + "号").toList();
    List<String> drawn = VisitDraw.draw(cases, 30, "20201218-4711");
    assertThat(drawn).hasSize(31).isSubsetOf(cases);
    assertThat(VisitDraw.draw(cases.reversed(), 30, "20201218-4711")).isEqualTo(drawn);
    assertThat(VisitDraw.draw(cases, 30, "20201218-4712")).isNotEqualTo(drawn);
  }

  @Property
  void city_and_county_bear_the_whole(@ForAll @IntRange(min = 0, max = 100) int percent) {
    FiscalPowers powers = FiscalPowers.ofCity(percent);
    long fen = 1_000_000;
    assertThat(
            powers.city().of(fen, RoundingMode.UNNECESSARY)
                + powers.county().of(fen, RoundingMode.UNNECESSARY))
        .isEqualTo(fen);
  }

  @Test
  void a_household_is_looked_at_again_on_the_corresponding_day() {
    assertThat(Recheck.next(LocalDate.of(2020, 8, 31), 6)).isEqualTo(LocalDate.of(2021, 2, 28));
  }
}
