package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.Budget;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.cases.JointReviews.Asked;
import org.zhengling.platform.cases.JointReviews.Opinion;
import org.zhengling.platform.cases.JointReviews.Outcome;
import org.zhengling.platform.cases.JointReviews.Question;

/** Several units asked at once, each with its own clock; who is missing and who is late. */
class JointReviewsTest {
  private final Lamps lamps = new Lamps();
  private final CityHall city = lamps.city;
  private final JointReviews reviews = city.get(JointReviews.class);
  private final String finance = unit("市财政局");
  private final String water = unit("市城乡水务局");
  private final CaseFile file = lamps.open("one");

  private String unit(String name) {
    return city.get(UnitDirectory.class).ofCity().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  private SignedIn bureau(String department) {
    Post post =
        new Post(9, "市级业务主管岗", PostKind.PROGRAMME_OFFICER, CityHall.CITY, "济宁市", department);
    return new SignedIn(77, "lisi", "李四", post, List.of(post));
  }

  private void ask() {
    Question question =
        new Question(
            List.of(new Asked(CityHall.CITY, finance), new Asked(CityHall.CITY, water)),
            "路灯改造方案",
            new Budget.WorkingDays(3),
            SampleProcedure.CLAUSE);
    lamps.as(lamps.officer(), () -> reviews.ask(file.id(), Lamps.form("ask"), question));
  }

  private List<Opinion> asked() {
    return lamps.officer().call(() -> reviews.of(file.id()));
  }

  private void answer(SignedIn who, int which, String form) {
    lamps.as(
        who,
        () ->
            reviews.answer(
                asked().get(which).request(), Lamps.form(form), Outcome.CONDITIONS, "先换电缆"));
  }

  @Test
  void the_asker_sees_who_answered_who_is_missing_and_who_is_late() {
    ask();
    assertThat(asked()).extracting(Opinion::unit).containsExactly("市财政局", "市城乡水务局");
    assertThat(asked()).allMatch(one -> one.answer() == null && one.clock().runs());
    answer(bureau(finance), 0, "answer");
    Opinion first = asked().getFirst();
    assertThat(Objects.requireNonNull(first.answer()).text()).isEqualTo("先换电缆");
    assertThat(first.answer().outcome()).isEqualTo(Outcome.CONDITIONS);
    assertThat(first.answer().action().personName()).isEqualTo("李四");
    assertThat(first.clock().runs()).isFalse();
    city.dayIs("2020-09-25");
    Opinion missing = asked().get(1);
    assertThat(missing.answer()).isNull();
    assertThat(ClockWords.of(missing.clock(), java.time.LocalDate.of(2020, 9, 25)).word())
        .isEqualTo("逾期");
  }

  @Test
  void a_late_opinion_is_told_and_taken_for_no_answer() {
    ask();
    city.dayIs("2020-10-20");
    assertThat(city.get(DeadlineRounds.class).tick()).isEqualTo(6);
    assertThat(asked()).allMatch(one -> one.answer() == null);
  }

  @Test
  void only_the_unit_that_was_asked_answers_and_once() {
    ask();
    assertThatThrownBy(() -> answer(bureau(water), 0, "wrong"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("市财政局");
    assertThatThrownBy(() -> answer(lamps.clerk(), 0, "rights")).isInstanceOf(Refusal.class);
    answer(bureau(finance), 0, "answer");
    answer(bureau(finance), 0, "answer");
    assertThatThrownBy(() -> answer(bureau(finance), 0, "again"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经答复过");
    assertThat(lamps.officer().call(() -> city.get(Cases.class).actions(file.id()))).hasSize(3);
  }

  @Test
  void the_same_form_twice_asks_once_and_a_unit_that_cannot_see_the_case_is_not_asked() {
    ask();
    ask();
    assertThat(asked()).hasSize(2);
    Question elsewhere =
        new Question(
            List.of(new Asked(CityHall.WEISHAN, null)),
            "方案",
            new Budget.WorkingDays(3),
            SampleProcedure.CLAUSE);
    assertThatThrownBy(() ->
            lamps.as(lamps.officer(), () -> reviews.ask(file.id(), Lamps.form("b"), elsewhere)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("看不到");
  }

  @Test
  void what_waits_for_an_opinion_lies_on_the_desk_that_owes_it() {
    ask();
    Inbox inbox = city.get(Inbox.class);
    assertThat(bureau(finance).call(() -> inbox.page(Inbox.Question.mine(), null, 10)).lines())
        .hasSize(1);
    answer(bureau(finance), 0, "answer");
    assertThat(bureau(finance).call(() -> inbox.page(Inbox.Question.mine(), null, 10)).lines())
        .isEmpty();
    assertThat(bureau(water).call(() -> inbox.page(Inbox.Question.mine(), null, 10)).lines())
        .hasSize(1);
  }
}
