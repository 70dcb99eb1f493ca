package org.zhengling.programme.socialassistance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;

class AllowanceCaseTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 30);
  private static final Action CHECKED = new Action.Checked(DAY, "digest", DAY.plusDays(90));
  private static final Action SURVEYED = new Action.Surveyed(DAY, "survey-1");
  private static final Action APPRAISED = new Action.Appraised(DAY, new Appraisal(9, 6, 8));
  private static final Action POSTED = new Action.Posted(DAY, 7, DAY.plusDays(7));
  private static final Action ENDED = new Action.PostingEnded(DAY.plusDays(8));
  private static final Action GRANTED =
      new Action.Granted(DAY, new Money(62000), YearMonth.of(2021, 1));

  private static AllowanceCase after(Edition edition, Action... actions) {
    return AllowanceCase.of(
        Stream.concat(
                Stream.of(new Action.Accepted(DAY, edition, Residence.URBAN)),
                Arrays.stream(actions))
            .toList());
  }

  @Test
  void a_case_of_2020_is_checked_surveyed_and_appraised_before_it_is_posted() {
    assertThatThrownBy(() -> after(Edition.OF_2012, CHECKED, SURVEYED, POSTED))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("民主评议");
    assertThat(after(Edition.OF_2012, CHECKED, SURVEYED, APPRAISED, POSTED))
        .isInstanceOf(AllowanceCase.OnNotice.class);
  }

  @Test
  void a_later_case_is_appraised_after_an_objection_alone() {
    assertThat(after(Edition.OF_2021, CHECKED, SURVEYED, POSTED))
        .isInstanceOf(AllowanceCase.OnNotice.class);
    AllowanceCase objected =
        after(Edition.OF_2021, CHECKED, SURVEYED, POSTED, new Action.Objected(DAY, "有车没有申报"));
    assertThat(objected)
        .isEqualTo(
            new AllowanceCase.Investigating(
                new AllowanceCase.Start(DAY, Edition.OF_2021, Residence.URBAN),
                java.util.Set.of(AllowanceCase.Step.SURVEY, AllowanceCase.Step.APPRAISAL),
                AllowanceCase.Round.AFTER_OBJECTION));
    assertThat(objected.after(SURVEYED).after(APPRAISED).after(POSTED).after(ENDED))
        .isInstanceOf(AllowanceCase.ToDecide.class);
  }

  @Test
  void awaited_papers_put_the_case_aside_and_bring_it_back_where_it_was() {
    AllowanceCase before = after(Edition.OF_2012, CHECKED);
    AllowanceCase aside = before.after(new Action.PapersAsked(DAY, List.of(Paper.DIAGNOSIS)));
    assertThatThrownBy(() -> aside.after(SURVEYED)).hasMessageContaining("等待补正材料");
    assertThat(aside.after(new Action.PapersBrought(DAY))).isEqualTo(before);
  }

  @Test
  void a_visit_that_the_county_asked_for_comes_before_the_decision() {
    AllowanceCase drawn =
        after(Edition.OF_2021, CHECKED, SURVEYED, POSTED, ENDED)
            .after(new Action.VisitAsked(DAY, "抽中"));
    assertThatThrownBy(() -> drawn.after(GRANTED)).hasMessageContaining("县级入户抽查");
    assertThat(drawn.after(new Action.Visited(DAY, "survey-2")).after(GRANTED))
        .isInstanceOf(AllowanceCase.InPayment.class);
  }

  @Test
  void a_refusal_is_known_when_the_letter_was_handed_over() {
    AllowanceCase refused =
        after(Edition.OF_2021, CHECKED, SURVEYED, POSTED, ENDED, new Action.Refused(DAY));
    assertThat(refused).isInstanceOf(AllowanceCase.RefusalToDeliver.class);
    assertThat(refused.after(new Action.RefusalDelivered(DAY)))
        .isInstanceOf(AllowanceCase.RefusalKnown.class);
  }

  @Test
  void nothing_follows_a_decision_or_a_withdrawal() {
    AllowanceCase paid = after(Edition.OF_2021, CHECKED, SURVEYED, POSTED, ENDED, GRANTED);
    AllowanceCase back = after(Edition.OF_2021, new Action.Withdrawn(DAY));
    for (AllowanceCase over : List.of(paid, back)) {
      assertThatThrownBy(() -> over.after(GRANTED)).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> over.after(new Action.Withdrawn(DAY))).isInstanceOf(Refusal.class);
    }
  }
}
