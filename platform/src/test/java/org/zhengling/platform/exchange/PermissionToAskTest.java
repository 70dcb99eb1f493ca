package org.zhengling.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengling.platform.exchange.SharingDesk.CASE;
import static org.zhengling.platform.exchange.SharingDesk.CLAUSE;
import static org.zhengling.platform.exchange.SharingDesk.TODAY;
import static org.zhengling.platform.exchange.SharingDesk.YEAR;
import static org.zhengling.platform.exchange.SharingDesk.limits;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.PostKind;

/** No enquiry without agreement, purpose, case and authorisation; what is missing is told. */
class PermissionToAskTest {
  private static final String WAGES = "tax-wages";
  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);

  @AfterEach
  void close() {
    desk.close();
  }

  private void listed() {
    desk.listed(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
  }

  /** Nothing was sent and nothing lies in the chain. */
  private String refused() {
    return refused(SharingDesk.enquiry(one, WAGES));
  }

  private String refused(Enquiry enquiry) {
    Replies replies = desk.ask(enquiry);
    assertThat(replies.replies().getFirst().enquiry()).isNull();
    assertThat(replies.answer(WAGES)).isInstanceOf(Answer.Unavailable.class);
    Answer.Unavailable none = (Answer.Unavailable) replies.answer(WAGES);
    assertThat(none.reason()).isEqualTo(Answer.Reason.NOT_PERMITTED);
    assertThat(none.explanation())
        .startsWith("没有查询。")
        .contains("申请和授权都保留着")
        .endsWith("〔" + CLAUSE + "〕");
    assertThat(count("exchange.enquiry")).isZero();
    return none.explanation();
  }

  private long count(String table) {
    return desk.hall
        .seeingEverything()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  @Test
  void without_an_agreement() {
    listed();
    desk.authorise(one, WAGES);
    assertThat(refused()).contains("与市税务局还没有共享协议", "请先签订协议，或改用公函询问");
  }

  @Test
  void with_an_agreement_that_has_ended() {
    listed();
    desk.authorise(one, WAGES);
    desk.agree(WAGES, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 10));
    assertThat(refused())
        .isEqualTo("没有查询。与市税务局的共享协议已于 2020-12-10 到期。申请和授权都保留着。请先续签协议，或改用公函询问。〔" + CLAUSE + "〕");
  }

  @Test
  void with_an_agreement_that_begins_tomorrow_or_was_ended_today() {
    listed();
    desk.authorise(one, WAGES);
    desk.agree(WAGES, TODAY.plusDays(1), TODAY.plusDays(30));
    assertThat(refused()).contains("从 2021-04-01 起才生效");
    long ended = desk.agree(WAGES, TODAY, TODAY.plusDays(30));
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.NotThere.class);
    desk.as(() -> {
      desk.catalogue().end(ended, TODAY, "对方系统改造");
      return ended;
    });
    assertThat(((Answer.Unavailable) desk.answer(one, WAGES)).explanation())
        .contains("已于 2021-03-30 到期");
  }

  @Test
  void with_an_agreement_for_another_purpose() {
    listed();
    desk.authorise(one, WAGES);
    desk.as(() -> {
      desk.catalogue()
          .record(new LegalPurpose("other", "别的目的", CLAUSE, LocalDate.of(2014, 5, 1), null));
      return desk.catalogue()
          .enter(
              new Agreement.Draft(
                  WAGES,
                  "济共享〔2021〕2号",
                  TODAY,
                  TODAY,
                  Set.of("other"),
                  SharingDesk.DIGEST,
                  SharingDesk.DIGEST,
                  TODAY));
    });
    assertThat(refused()).contains("没有写“家庭状况核对”这个目的");
  }

  @Test
  void for_a_purpose_that_no_law_gives() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, WAGES);
    for (String purpose : new String[] {"curiosity", "ended"}) {
      desk.as(() -> {
        desk.catalogue()
            .record(
                new LegalPurpose(purpose + "-old", "旧", CLAUSE, LocalDate.of(2014, 5, 1), TODAY));
        return purpose;
      });
      assertThatThrownBy(() -> desk.ask(new Enquiry(CASE, purpose, one, Set.of(WAGES), YEAR)))
          .isInstanceOfSatisfying(
              Refusal.class, no -> assertThat(no.happened()).contains("不是在册有效的法定目的"));
      assertThatThrownBy(
              () -> desk.ask(new Enquiry(CASE, purpose + "-old", one, Set.of(WAGES), YEAR)))
          .isInstanceOf(Refusal.class);
    }
    assertThat(count("exchange.enquiry")).isZero();
  }

  @Test
  void without_authorisation_or_with_one_for_another_source_or_case_or_person() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    assertThat(refused()).contains("还没有本人对“工资”的查询授权", "请先登记本人签署的授权书");
    desk.authorise(one, "other-source");
    desk.authorise(resident(1), WAGES);
    desk.authorise(
        one, new CaseReference(138, "另案", CityHall.RENCHENG), TODAY, TODAY.plusDays(9), WAGES);
    assertThat(refused()).contains("还没有本人对“工资”的查询授权");
  }

  @Test
  void with_an_authorisation_that_has_ended() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, CASE, TODAY.minusDays(30), TODAY.minusDays(1), WAGES);
    assertThat(refused()).contains("本人的授权已于 2021-03-30 到期");
  }

  @Test
  void with_an_authorisation_that_was_withdrawn() {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    long given = desk.authorise(one, WAGES);
    desk.as(() -> {
      desk.hall.get(Authorisations.class).withdraw(given, "不想查了");
      return given;
    });
    assertThat(refused()).contains("本人已于 2021-03-31 撤回授权");
    assertThatThrownBy(() ->
            desk.as(() -> {
              desk.hall.get(Authorisations.class).withdraw(given, "");
              return given;
            }))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    listed();
    assertThat(refused()).contains("还没有共享协议；", "还没有本人对“工资”的查询授权");
  }

  @Test
  void a_source_that_is_withheld_or_retired_is_not_asked() {
    Source source = desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, WAGES);
    Source.Terms terms = source.terms();
    Source withheld =
        new Source(
            WAGES,
            source.listing(),
            new Source.Terms(Source.Sharing.WITHHELD, "", terms.consent(), terms.timing()),
            source.limits(),
            source.items(),
            source.periodField(),
            source.way(),
            null,
            true);
    desk.as(() -> {
      desk.catalogue().change(withheld);
      return withheld;
    });
    assertThat(refused()).contains("列为不予共享");
    Source retired =
        new Source(
            WAGES,
            source.listing(),
            terms,
            source.limits(),
            source.items(),
            source.periodField(),
            source.way(),
            TODAY,
            true);
    desk.as(() -> {
      desk.catalogue().change(retired);
      return retired;
    });
    assertThat(refused()).contains("从 2021-03-31 起不再使用");
  }

  @Test
  void by_law_no_authorisation_is_needed_where_the_catalogue_says_so() {
    desk.connected(
        desk.source(
            WAGES,
            "工资",
            desk.wageTable(null),
            limits(0),
            Source.Consent.BY_LAW,
            Source.Timing.REAL_TIME));
    assertThat(desk.answer(one, WAGES)).isInstanceOf(Answer.NotThere.class);
  }

  @Test
  void a_refused_enquiry_is_in_the_audit() {
    listed();
    refused();
    assertThat(
            desk.hall
                .seeingEverything()
                .sql("select refused from audit.entry where act = 'ASK_SOURCES'")
                .query(String.class)
                .single())
        .contains("还没有共享协议");
  }

  @ParameterizedTest
  @EnumSource(
      value = PostKind.class,
      names = {"VERIFIER", "CASE_OFFICER"},
      mode = EnumSource.Mode.EXCLUDE)
  void by_a_post_that_may_not(PostKind kind) {
    desk.connected(desk.source(WAGES, "工资", desk.wageTable(null), limits(0)));
    desk.authorise(one, WAGES);
    assertThatThrownBy(() ->
            SharingDesk.as(
                desk.hall.at(CityHall.CITY, kind),
                () -> desk.hall.get(Exchange.class).ask(SharingDesk.enquiry(one, WAGES))))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.RIGHTS));
    assertThat(count("exchange.enquiry")).isZero();
  }

  @Test
  void for_a_case_of_another_county_the_database_refuses_before_anything_is_sent() {
    desk.connected(
        desk.source(
            WAGES,
            "工资",
            desk.wageTable(null),
            limits(0),
            Source.Consent.BY_LAW,
            Source.Timing.REAL_TIME));
    assertThatThrownBy(() ->
            SharingDesk.as(
                desk.hall.at(CityHall.WEISHAN, PostKind.CASE_OFFICER),
                () -> desk.hall.get(Exchange.class).ask(SharingDesk.enquiry(one, WAGES))))
        .hasStackTraceContaining("row-level security");
    assertThat(count("exchange.enquiry")).isZero();
  }

  @Test
  void within_a_transaction_it_is_a_bug() {
    TransactionTemplate transaction =
        new TransactionTemplate(desk.hall.get(JdbcTransactionManager.class));
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(status -> desk.ask(SharingDesk.enquiry(one, WAGES))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void a_box_ticked_by_a_clerk_is_no_authorisation() {
    assertThatThrownBy(() ->
            desk.as(() ->
                desk.hall
                    .get(Authorisations.class)
                    .enter(
                        new Authorisation.Draft(
                            one.resident(),
                            CASE,
                            "授权书 2021 版",
                            SharingDesk.DIGEST,
                            Authorisation.GivenBy.SELF,
                            Authorisation.Method.SIGNED_PAPER,
                            "",
                            Set.of(WAGES),
                            TODAY,
                            TODAY))))
        .isInstanceOfSatisfying(
            Misfilled.class, no -> assertThat(no.problems().get("proof")).contains("代勾选不算授权"));
  }

  @Test
  void an_agreement_with_faults_is_refused_by_all_of_them() {
    listed();
    assertThatThrownBy(() ->
            desk.as(() ->
                desk.catalogue()
                    .enter(
                        new Agreement.Draft(
                            WAGES,
                            " ",
                            TODAY,
                            TODAY.minusDays(1),
                            Set.of("unknown"),
                            "",
                            "x",
                            TODAY.plusDays(1)))))
        .isInstanceOfSatisfying(
            Misfilled.class,
            no ->
                assertThat(no.problems().keySet())
                    .containsExactly(
                        "number", "lastDay", "purposes", "document", "deed", "deedSignedOn"));
  }

  @Test
  void settings_lie_sealed_in_the_table() {
    listed();
    String raw =
        desk.hall
            .seeingEverything()
            .sql("select encode(settings, 'escape') from exchange.source")
            .query(String.class)
            .single();
    assertThat(raw).doesNotContain("only-read").doesNotContain("tax_reader");
    assertThat(desk.catalogue().source(WAGES).orElseThrow().way()).isEqualTo(desk.wageTable(null));
    assertThat(desk.wageTable(null).toString()).doesNotContain("only-read");
    assertThat(desk.wageTable(null).withoutSecrets())
        .isInstanceOfSatisfying(Way.Database.class, way -> assertThat(way.password()).isEmpty());
  }
}
