package org.zhengling.programme.socialassistance.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengling.programme.socialassistance.work.AssistanceDesk.as;
import static org.zhengling.programme.socialassistance.work.AssistanceDesk.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.law.Decision.Outcome;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.DateRange;
import org.zhengling.engine.verification.Topic;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.credit.Commitments;
import org.zhengling.platform.exchange.Authorisations;
import org.zhengling.platform.ledger.Accounts;
import org.zhengling.platform.ledger.Budgets;
import org.zhengling.platform.ledger.Fund;
import org.zhengling.platform.ledger.PaymentBatches;
import org.zhengling.platform.ledger.PaymentState;
import org.zhengling.platform.ledger.Pot;
import org.zhengling.platform.ledger.SourceLevel;
import org.zhengling.platform.registry.FactKind;
import org.zhengling.platform.registry.Facts;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.Appraisal;
import org.zhengling.programme.socialassistance.rules.Paper;
import org.zhengling.programme.socialassistance.rules.Recheck;
import org.zhengling.programme.socialassistance.store.Allowances;

/** From the counter to the decision, on a real database with departments of their own. */
class WholeSliceTest {
  private final AssistanceDesk desk = new AssistanceDesk();
  private final AssistanceDesk.Family family = desk.new Family(1);

  @AfterEach
  void close() {
    desk.close();
  }

  private void wage(String name, String month, String amount) {
    desk.sql(
        "insert into office.employment_wages (sfzh, month, amount, what) values (?, ?, ?, '示例工资')",
        family.text(name),
        month,
        amount);
  }

  private Investigation investigation() {
    return desk.hall.get(Investigation.class);
  }

  private Survey survey(String id) {
    return new Survey(
        UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        LocalDate.of(2020, 11, 30),
        List.of("李一", "王二"),
        "房屋简陋，与申报一致",
        List.of());
  }

  private CaseFile investigated() {
    CaseFile file = family.apply();
    desk.check(file);
    as(desk.officer, () -> investigation().survey(file.id(), survey("first"), List.of()));
    as(
        desk.officer,
        () ->
            investigation()
                .appraise(file.id(), desk.version(file), desk.form(), new Appraisal(9, 6, 9)));
    return file;
  }

  private CaseFile posted() {
    CaseFile file = investigated();
    as(
        desk.officer,
        () -> desk.hall.get(Publicity.class).post(file.id(), desk.version(file), desk.form()));
    return file;
  }

  private CaseFile toDecide() {
    CaseFile file = posted();
    desk.hall.dayIs("2020-12-08");
    as(
        desk.officer,
        () -> desk.hall.get(Publicity.class).end(file.id(), desk.version(file), desk.form()));
    return file;
  }

  private CaseFile grant(CaseFile file) {
    return as(
        desk.decider,
        () ->
            desk.hall
                .get(Decisions.class)
                .grant(file.id(), desk.version(file), desk.form(), Recheck.STABLE, ""));
  }

  private CaseFile refuse(CaseFile file) {
    return as(
        desk.decider,
        () ->
            desk.hall.get(Decisions.class).refuse(file.id(), desk.version(file), desk.form(), ""));
  }

  private CaseClock clock(CaseFile file, String name) {
    return as(
        desk.officer,
        () ->
            desk.hall.get(CaseClocks.class).of(file.id()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
  }

  @Test
  @Answers("social-assistance/township-one-door-intake-platform")
  @Answers("social-assistance/household-economic-status-verification-platform")
  @Answers("social-assistance/query-mechanism-real-time-check")
  @Answers("social-assistance/delegation-approval-townships")
  void a_household_applies_is_checked_visited_posted_and_granted_from_the_next_month() {
    for (int month = 1; month <= 10; month++) {
      wage("赵某", "2020-%02d".formatted(month), "1200");
    }
    wage("赵某", "2019-11", "1200");
    wage("赵某", "2019-12", "1200");
    wage("赵某", "2020-11", "9999");
    CaseFile file = toDecide();
    CaseFile done = grant(file);
    // 700.00 × 3 − 1,200.00, and a tenth of the standard more for the child.
    assertThat(desk.file(done).state())
        .isInstanceOfSatisfying(
            AllowanceCase.InPayment.class,
            now -> {
              assertThat(now.monthly()).isEqualTo(new Money(97_000));
              assertThat(now.from()).isEqualTo(YearMonth.of(2021, 1));
            });
    List<Allowances.Payable> payable =
        as(
            desk.countyOfficer,
            () ->
                desk.hall
                    .get(Allowances.class)
                    .payable(org.zhengling.platform.CityHall.RENCHENG, YearMonth.of(2021, 1)));
    assertThat(payable)
        .singleElement()
        .satisfies(one -> assertThat(one.monthly()).isEqualTo(new Money(97_000)));
    assertThat(desk.file(done).decision())
        .isNotNull()
        .satisfies(made -> assertThat(made.ruleEdition()).isEqualTo("民发〔2012〕220号"));
  }

  @Test
  @Answers("social-assistance/credit-commitment-system")
  void without_the_paper_of_every_adult_and_the_commitment_nothing_is_accepted() {
    Intake unsigned =
        new Intake(
            desk.form(),
            desk.township,
            "张三户",
            family.declaration(List.of()),
            List.of(),
            new Scan("", new byte[0]),
            Intake.Origin.SAMPLE);
    assertThatThrownBy(
            () -> as(desk.clerk, () -> desk.hall.get(Applications.class).accept(unsigned)))
        .isInstanceOfSatisfying(
            Misfilled.class,
            misfilled ->
                assertThat(misfilled.problems())
                    .containsOnlyKeys(
                        "commitment", "consent-" + family.of("张三"), "consent-" + family.of("赵某")));
  }

  @Test
  void a_form_sent_twice_makes_one_case_with_its_authorisations_once() {
    UUID form = desk.form();
    Intake intake = family.intake(form, List.of("张三", "赵某"));
    CaseFile first = as(desk.clerk, () -> desk.hall.get(Applications.class).accept(intake));
    CaseFile again = as(desk.clerk, () -> desk.hall.get(Applications.class).accept(intake));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(as(desk.clerk, () -> desk.hall.get(Commitments.class).of(family.of("张三")).values()))
        .singleElement()
        .satisfies(one -> assertThat(one.caseFile()).isEqualTo(first.id()));
    assertThat(as(desk.officer, () -> desk.hall.get(Authorisations.class).ofCase(first.id())))
        .hasSize(2)
        .allSatisfy(one -> {
          assertThat(one.textVersion()).isEqualTo(ConsentText.VERSION);
          assertThat(one.textDigest()).isEqualTo(ConsentText.digest());
        });
  }

  @Test
  void a_source_that_is_down_blocks_the_decision_while_its_answer_could_change_it() {
    desk.sql("alter table office.bank_deposits rename to gone");
    CaseFile file = toDecide();
    assertThatThrownBy(() -> grant(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("现在不能批准")
        .hasMessageContaining(Topic.DEPOSITS.chinese())
        .hasMessageContaining("可能改变结论");
    desk.sql("alter table office.gone rename to bank_deposits");
    desk.check(file);
    assertThat(desk.file(grant(file)).state()).isInstanceOf(AllowanceCase.InPayment.class);
  }

  @Test
  void a_refusal_gives_every_unmet_clause_and_is_delivered_within_its_clock() {
    desk.sql(
        "insert into office.police_vehicles (sfzh, what, use) values (?, '示例小汽车', '非营运')",
        family.text("张三"));
    desk.sql(
        "insert into office.bank_deposits (sfzh, balance, what) values (?, '900,000.00', '定期')",
        family.text("赵某"));
    CaseFile file = toDecide();
    CaseFile refused = refuse(file);
    DecisionRecord made = java.util.Objects.requireNonNull(desk.file(refused).decision());
    assertThat(made.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(made.reason())
        .contains("不符合：存款和有价证券 900,000.00 元，超过")
        .contains("不符合：机动车 1 辆，超过")
        .contains("社会救助暂行办法 第九条");
    assertThat(desk.hall.get(CasePapers.class).decision(desk.file(refused)).sections())
        .anySatisfy(
            section -> assertThat(String.join("", section.paragraphs())).contains("机动车 1 辆"));
    assertThat(
            clock(refused, AllowanceProcedure.REFUSAL_NOTICE)
                .clock()
                .due(
                    as(
                        desk.officer,
                        () ->
                            desk.hall
                                .get(org.zhengling.platform.clauses.Calendars.class)
                                .current())))
        .contains(new org.zhengling.engine.time.DueDay.Settled(LocalDate.of(2020, 12, 11)));
    CaseFile known =
        as(
            desk.officer,
            () ->
                desk.hall
                    .get(Decisions.class)
                    .deliver(refused.id(), desk.version(refused), desk.form()));
    assertThat(desk.file(known).state()).isInstanceOf(AllowanceCase.RefusalKnown.class);
  }

  @Test
  void an_objection_stops_the_clock_and_brings_the_case_back_to_the_survey() {
    CaseFile file = posted();
    as(
        desk.officer,
        () ->
            desk.hall
                .get(Publicity.class)
                .object(file.id(), desk.version(file), desk.form(), "有车没有申报"));
    assertThat(desk.file(file).state()).isInstanceOf(AllowanceCase.Investigating.class);
    assertThat(clock(file, AllowanceProcedure.WHOLE).clock().suspensions())
        .anySatisfy(one -> {
          assertThat(one.ground()).isEqualTo("异议复查");
          assertThat(one.days().to()).isNull();
        });
    as(desk.officer, () -> investigation().survey(file.id(), survey("second"), List.of()));
    assertThat(desk.file(file).surveys()).hasSize(2);
  }

  @Test
  void publicity_ends_after_its_last_day_and_not_before() {
    CaseFile file = posted();
    desk.hall.dayIs("2020-12-07");
    assertThatThrownBy(() ->
            as(
                desk.officer,
                () ->
                    desk.hall.get(Publicity.class).end(file.id(), desk.version(file), desk.form())))
        .hasMessageContaining("公示到 2020-12-07");
  }

  @Test
  @Answers("social-assistance/removal-needless-certificates")
  void a_paper_that_a_source_can_answer_is_refused_with_the_clause() {
    CaseFile file = family.apply();
    assertThatThrownBy(() ->
            as(
                desk.clerk,
                () ->
                    investigation()
                        .askForPapers(
                            file.id(),
                            desk.version(file),
                            desk.form(),
                            List.of(Paper.BANK_STATEMENT))))
        .hasMessageContaining("银行存款证明")
        .hasMessageContaining("济政字〔2020〕53号 二(二)5");
    as(
        desk.clerk,
        () ->
            investigation()
                .askForPapers(
                    file.id(), desk.version(file), desk.form(), List.of(Paper.DIAGNOSIS)));
    assertThat(clock(file, AllowanceProcedure.WHOLE).reading().state()).hasToString("SUSPENDED");
    as(
        desk.clerk,
        () ->
            investigation()
                .bringPapers(file.id(), desk.version(file), desk.form(), List.of(paper("诊断证明"))));
    assertThat(desk.file(file).state()).isInstanceOf(AllowanceCase.Investigating.class);
  }

  @Test
  void a_survey_sent_twice_is_one_survey_and_needs_two_names() {
    CaseFile file = family.apply();
    as(desk.officer, () -> investigation().survey(file.id(), survey("one"), List.of()));
    as(desk.officer, () -> investigation().survey(file.id(), survey("one"), List.of()));
    assertThat(desk.file(file).surveys()).hasSize(1);
    Survey alone =
        new Survey(desk.form(), LocalDate.of(2020, 11, 30), List.of("李一"), "一个人去的", List.of());
    assertThatThrownBy(
            () -> as(desk.officer, () -> investigation().survey(file.id(), alone, List.of())))
        .isInstanceOf(Misfilled.class);
  }

  @Test
  void a_member_who_died_does_not_count_any_more() {
    desk.sql(
        "insert into office.health_deaths (sfzh, state, since) values (?, '死亡', '2020-10-01')",
        family.text("张小某"));
    CaseFile file = toDecide();
    assertThat(desk.file(grant(file)).state())
        .isInstanceOfSatisfying(
            AllowanceCase.InPayment.class,
            now -> assertThat(now.monthly()).isEqualTo(new Money(140_000)));
  }

  @Test
  void a_declared_relative_of_staff_brings_the_county_to_the_home() {
    Intake intake =
        family.intake(
            desk.form(),
            List.of("张三", "赵某"),
            List.of(new Declaration.StaffRelative(family.of("张三"), "张大", "兄", "示例居委会")));
    CaseFile file = as(desk.clerk, () -> desk.hall.get(Applications.class).accept(intake));
    assertThat(desk.file(file).state())
        .isInstanceOfSatisfying(
            AllowanceCase.Investigating.class,
            now -> assertThat(now.missing()).contains(AllowanceCase.Step.COUNTY_VISIT));
    as(desk.countyOfficer, () -> investigation().survey(file.id(), survey("county"), List.of()));
    assertThat(desk.file(file).state())
        .isInstanceOfSatisfying(
            AllowanceCase.Investigating.class,
            now ->
                assertThat(now.missing())
                    .doesNotContain(AllowanceCase.Step.COUNTY_VISIT)
                    .contains(AllowanceCase.Step.SURVEY));
  }

  @Test
  void the_county_draws_homes_that_anybody_can_draw_again() {
    CaseFile file = toDecide();
    Allowances.Draw draw =
        as(
            desk.countyOfficer,
            () -> desk.hall.get(VisitSamples.class).draw(desk.form(), "20201208-0417"));
    assertThat(draw.drawn()).containsExactly(file.number());
    assertThat(
            org.zhengling.programme.socialassistance.rules.VisitDraw.draw(
                draw.listed(), draw.percent(), draw.seed()))
        .isEqualTo(draw.drawn());
    assertThatThrownBy(() -> grant(file)).hasMessageContaining("县级入户抽查");
  }

  @Test
  @Answers("social-assistance/list-fiscal-powers-level")
  void a_household_is_paid_once_a_month_by_city_and_county_together() {
    grant(toDecide());
    YearMonth month = YearMonth.of(2021, 1);
    as(
        desk.clerk,
        () ->
            desk.hall
                .get(Facts.class)
                .record(
                    family.of("张三"),
                    FactKind.BANK_ACCOUNT,
                    "6222020000000000 示例银行",
                    new DateRange(LocalDate.of(2020, 1, 1), null),
                    "银行卡"));
    Fund city = fund(SourceLevel.CITY);
    Fund county = fund(SourceLevel.COUNTY);
    long batch =
        as(
            desk.treasurer,
            () -> {
              Budgets budgets = desk.hall.get(Budgets.class);
              budgets.appropriate("city 2021", city, new Money(1_000_000), "示例文件");
              budgets.appropriate("county 2021", county, new Money(1_000_000), "示例文件");
              return desk.hall.get(MonthlyPayments.class).prepare(month);
            });
    assertThat(as(desk.treasurer, () -> desk.hall.get(MonthlyPayments.class).prepare(month)))
        .isEqualTo(batch);
    assertThat(
            as(
                desk.treasurer,
                () ->
                    desk.hall
                        .get(PaymentBatches.class)
                        .lines(batch, List.of(PaymentState.READY), 0, 10)))
        .singleElement()
        .satisfies(one -> assertThat(one.fen()).isEqualTo(217_000));
    assertThat(as(desk.treasurer, () -> desk.hall.get(Accounts.class).amount(city, Pot.AVAILABLE)))
        .isEqualTo(1_000_000 - 43_400);
    assertThat(
            as(desk.treasurer, () -> desk.hall.get(Accounts.class).amount(county, Pot.AVAILABLE)))
        .isEqualTo(1_000_000 - 173_600);
  }

  private static Fund fund(SourceLevel level) {
    return Fund.ofArea(CityHall.RENCHENG, MonthlyPayments.PURPOSE, level, 2021);
  }

  @Test
  void the_decider_is_of_the_deciding_place_and_handled_nothing_of_the_case() {
    CaseFile file = toDecide();
    assertThatThrownBy(() ->
            as(
                desk.officer,
                () ->
                    desk.hall
                        .get(Decisions.class)
                        .grant(file.id(), desk.version(file), desk.form(), Recheck.STABLE, "")))
        .isInstanceOf(Refusal.class);
  }
}
