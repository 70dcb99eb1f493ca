package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengling.platform.exchange.SharingDesk.CASE;
import static org.zhengling.platform.exchange.SharingDesk.TODAY;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.quantity.Money;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;

/** What a resident can read of who looked, and letters that answer in the place of an interface. */
class LooksTest {
  private static final String WAGES = "tax-wages";
  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);

  @BeforeEach
  void connect() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, WAGES);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<Looks.Look> seenByTheCitizen() {
    return Scope.ofCase(CASE.file()).call(() -> desk.hall.get(Looks.class).ofCase(CASE.file()));
  }

  @Test
  void the_citizen_reads_who_asked_what_when_why_and_for_which_case() {
    desk.answer(one, WAGES);
    Looks.Look look = seenByTheCitizen().getFirst();
    assertThat(look.person()).isEqualTo("张三");
    assertThat(look.postTitle()).contains("济宁市");
    assertThat(look.purpose()).isEqualTo("家庭状况核对");
    assertThat(look.clause()).isEqualTo(SharingDesk.CLAUSE);
    assertThat(look.caseNumber()).isEqualTo(CASE.number());
    assertThat(look.department()).isEqualTo("市税务局");
    assertThat(look.seen()).containsExactly("所属月份", "工资", "扣缴单位");
    assertThat(look.outcome()).isEqualTo(Answered.Outcome.NOT_THERE);
    assertThat(look.kind()).isEqualTo(Looks.Look.Kind.ASKED);
  }

  @Test
  void opening_the_answers_again_is_a_look_too() {
    desk.answer(one, WAGES);
    List<KeptAnswers.Kept> kept =
        desk.as(() -> desk.hall.get(KeptAnswers.class).ofCase(CASE, "写核对报告"));
    assertThat(kept.getFirst().answer()).isEqualTo(new Answer.NotThere(TODAY));
    assertThat(seenByTheCitizen())
        .extracting(Looks.Look::kind, Looks.Look::why)
        .contains(org.assertj.core.groups.Tuple.tuple(Looks.Look.Kind.OPENED, "写核对报告"));
    assertThatThrownBy(() ->
            SharingDesk.as(
                desk.hall.at(CityHall.CITY, PostKind.LEADER),
                () -> desk.hall.get(KeptAnswers.class).ofCase(CASE, "看看")))
        .hasMessageContaining("不能查看核对结果");
  }

  @Test
  void another_case_shows_nothing_and_so_does_no_case() {
    desk.answer(one, WAGES);
    Looks looks = desk.hall.get(Looks.class);
    assertThat(
            Scope.ofCase(138)
                .<List<Looks.Look>, RuntimeException>call(() -> looks.ofCase(CASE.file())))
        .isEmpty();
    assertThat(looks.ofCase(CASE.file())).isEmpty();
    assertThat(looks.ofResident(one.resident())).isEmpty();
    assertThat(
            SharingDesk.as(
                desk.hall.at(CityHall.WEISHAN, PostKind.VERIFIER),
                () -> looks.ofResident(one.resident())))
        .isEmpty();
    assertThat(desk.as(() -> looks.ofResident(one.resident()))).hasSize(1);
  }

  @Test
  void where_an_investigation_demands_it_the_resident_reads_it_later() {
    desk.answer(one, WAGES);
    Looks looks = desk.hall.get(Looks.class);
    desk.as(() -> {
      looks.delay(new Looks.Delay(one.resident(), CASE, "示例条例 第六十八条", "举报调查", TODAY.plusDays(10)));
      return looks;
    });
    assertThat(seenByTheCitizen()).isEmpty();
    assertThat(desk.as(() -> looks.allOfCase(CASE.file()))).hasSize(1);
    desk.hall.dayIs(TODAY.plusDays(10).toString());
    assertThat(seenByTheCitizen()).hasSize(1);
  }

  @Test
  void a_delay_without_ground_clause_or_day_is_refused() {
    assertThatThrownBy(() ->
            desk.as(() -> {
              desk.hall
                  .get(Looks.class)
                  .delay(new Looks.Delay(one.resident(), CASE, " ", "", TODAY));
              return one;
            }))
        .isInstanceOfSatisfying(
            Misfilled.class,
            no -> assertThat(no.problems()).containsOnlyKeys("clause", "ground", "until"));
  }

  private static SourceRecord record() {
    return new SourceRecord(
        Map.of(
            "month", new Value.Absent(),
            "wage", new Value.Amount(new Money(300_000)),
            "employer", new Value.Text("示例厂")));
  }

  private Letters.Draft letter(Answer answer) {
    return new Letters.Draft(
        SharingDesk.enquiry(one, WAGES), "税函〔2021〕5号", TODAY, SharingDesk.DIGEST, answer);
  }

  @Test
  void a_letter_answers_where_the_agreement_has_ended_and_says_that_it_is_one() {
    desk.catalogue()
        .agreements(WAGES)
        .forEach(agreement ->
            desk.as(() -> {
              desk.catalogue().end(agreement.id(), TODAY, "到期");
              return agreement;
            }));
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.Unavailable.class);
    Answer found = new Answer.Found(List.of(record()), TODAY);
    desk.as(() -> desk.hall.get(Letters.class).enter(letter(found)));
    KeptAnswers.Kept kept =
        desk.as(() -> desk.hall.get(KeptAnswers.class).ofCase(CASE, "写核对报告")).getFirst();
    assertThat(kept.answer()).isEqualTo(found);
    assertThat(java.util.Objects.requireNonNull(kept.answered()).letter())
        .isEqualTo(
            new Answered.LetterHead(
                "税函〔2021〕5号", TODAY, SharingDesk.DIGEST, desk.verifier.personId(), "张三"));
    assertThat(desk.as(() -> desk.hall.get(ChainCheck.class).check(WAGES)).faults()).isEmpty();
  }

  @Test
  void a_letter_needs_the_authorisation_and_everything_on_it() {
    Letters letters = desk.hall.get(Letters.class);
    assertThatThrownBy(() ->
            desk.as(() ->
                letters.enter(
                    new Letters.Draft(
                        new Enquiry(
                            CASE,
                            SharingDesk.PURPOSE,
                            resident(5),
                            Set.of(WAGES),
                            SharingDesk.YEAR),
                        "税函〔2021〕5号",
                        TODAY,
                        SharingDesk.DIGEST,
                        new Answer.NotThere(TODAY)))))
        .hasMessageContaining("还没有本人对“工资”的查询授权");
    assertThatThrownBy(() ->
            desk.as(() ->
                letters.enter(
                    new Letters.Draft(
                        SharingDesk.enquiry(one, WAGES),
                        "",
                        TODAY.plusDays(1),
                        "",
                        new Answer.Found(
                            List.of(new SourceRecord(Map.of("wage", new Value.Absent()))),
                            TODAY)))))
        .isInstanceOfSatisfying(
            Misfilled.class,
            no ->
                assertThat(no.problems())
                    .containsOnlyKeys("number", "date", "document", "records"));
    assertThatThrownBy(() ->
            desk.as(
                () -> letters.enter(letter(new Answer.Unavailable(Answer.Reason.NO_ANSWER, "")))))
        .isInstanceOf(Misfilled.class);
  }
}
