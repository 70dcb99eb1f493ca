package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.app.demo.departments.DepartmentWorld;
import org.zhengling.app.demo.departments.InventedNumbers;
import org.zhengling.app.demo.departments.Truth;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.Answer;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.exchange.Authorisations;
import org.zhengling.platform.exchange.CaseReference;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Exchange;
import org.zhengling.platform.exchange.Replies;
import org.zhengling.platform.exchange.Value;
import org.zhengling.platform.keys.Sm3;

/** The invented departments answer, each with the fault it is meant to have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartmentWorldTest {
  private static final CaseReference CASE = new CaseReference(1, "任示〔2021〕1号", "370811000000");
  private static final LocalDate BORN = LocalDate.of(1970, 1, 1);
  private static final YearMonth LAST_YEAR = YearMonth.of(2020, 12);

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private RunningServer server;

  @SuppressWarnings("NullAway.Init")
  private SignedIn verifier;

  @BeforeAll
  void fill() {
    server = RunningServer.demonstration(folder.resolve("data"));
    verifier =
        ((SignInAnswer.Welcome)
                server.did(() ->
                    server
                        .get(SignIns.class)
                        .signIn("hedui", "hedui-shili-2021", new SignInFrom("127.0.0.1", "test"))))
            .signedIn();
    List<Truth> people = new ArrayList<>();
    people.add(rich());
    IntStream.range(1, 200)
        .mapToObj(i -> nothing(InventedNumbers.of(BORN.plusDays(i), 1)))
        .forEach(people::add);
    server.get(DepartmentWorld.class).fill(people);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static Truth nothing(IdNumber number) {
    return new Truth(number, "示例甲", "H1", "示例路1号", List.of(new Truth.Registered("户主")));
  }

  private static Truth rich() {
    Money some = Money.parse("1,234.56");
    return new Truth(
        InventedNumbers.of(BORN, 1),
        "示例乙",
        "H2",
        "示例路2号",
        List.of(
            new Truth.Registered("户主"),
            new Truth.Wage(LAST_YEAR, some, "示例厂"),
            new Truth.FiscalPay(LAST_YEAR, some, "示例中学"),
            new Truth.PaidIn(LAST_YEAR, some, "示例厂"),
            new Truth.Pension(LAST_YEAR, some),
            new Truth.Subsidy(2020, "地力补贴", some),
            new Truth.FamilyAward(2020, some),
            new Truth.Deposit("0001", some),
            new Truth.RuralDeposit("0002", some),
            new Truth.ProvidentFund(some, some, "示例厂"),
            new Truth.Vehicle("鲁H00000", "小型轿车", LocalDate.of(2018, 5, 1)),
            new Truth.TransportPermit("X1", "鲁H00000", LocalDate.of(2022, 5, 1)),
            new Truth.House(
                "370899000000GB00000F00000001",
                "示例路2号",
                new BigDecimal("89.53"),
                "住宅",
                LocalDate.of(2010, 1, 1)),
            new Truth.HouseDeal("HT1", some, LocalDate.of(2020, 6, 1)),
            new Truth.Machine("拖拉机", "鲁0000", LocalDate.of(2015, 1, 1)),
            new Truth.Share("示例公司", some, LocalDate.of(2016, 1, 1)),
            new Truth.Insured("居民医保", LocalDate.of(2012, 1, 1)),
            new Truth.Student("示例大学", YearMonth.of(2018, 9)),
            new Truth.Death(LocalDate.of(2021, 1, 1)),
            new Truth.Cremation(LocalDate.of(2021, 1, 3)),
            new Truth.Prison(LocalDate.of(2020, 1, 1), LocalDate.of(2023, 1, 1)),
            new Truth.Policy("示例人寿", "年金", some),
            new Truth.Security("示例证券", "示例股份", some)));
  }

  private Replies asked(IdNumber number, String name, long resident) {
    Set<String> all = DepartmentWorld.sources();
    LocalDate today = LocalDate.of(2021, 3, 31);
    verifier.call(() ->
        server
            .get(Authorisations.class)
            .enter(
                new Authorisation.Draft(
                    resident,
                    CASE,
                    "授权书 2021 版",
                    Sm3.hex("text"),
                    Authorisation.GivenBy.SELF,
                    Authorisation.Method.SIGNED_PAPER,
                    Sm3.hex("proof"),
                    all,
                    today,
                    today.plusDays(30))));
    DateRange year = new DateRange(LocalDate.of(2020, 3, 1), LocalDate.of(2021, 3, 1));
    return verifier.call(() ->
        server
            .get(Exchange.class)
            .ask(
                new Enquiry(
                    CASE,
                    DepartmentWorld.PURPOSE,
                    new Enquiry.Subject(resident, number, name),
                    all,
                    year)));
  }

  private static Answer.Reason reason(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Unavailable.class);
    return ((Answer.Unavailable) answer).reason();
  }

  @Test
  void every_source_knows_what_is_true_or_has_the_fault_it_is_meant_to_have() {
    Replies replies = asked(InventedNumbers.of(BORN, 1), "示例乙", 1_000_000_001L);
    assertThat(replies.replies()).hasSize(DepartmentWorld.sources().size()).hasSizeGreaterThan(15);
    for (Replies.Reply reply : replies.replies()) {
      switch (reply.source()) {
        case "rural-bank-deposits" ->
            assertThat(reason(reply.answer())).isEqualTo(Answer.Reason.UNREACHABLE);
        case "provident-fund" ->
            assertThat(reply.answer())
                .isInstanceOfSatisfying(
                    Answer.Stale.class, stale -> assertThat(stale.records()).hasSize(1));
        case "house-deals" -> assertThat(reason(reply.answer())).isEqualTo(Answer.Reason.CHANGED);
        case "farm-subsidies" ->
            assertThat(reply.answer().given().getFirst().value("amount"))
                .isInstanceOf(Value.Misread.class);
        default -> {
          assertThat(reply.answer()).as(reply.source()).isInstanceOf(Answer.Found.class);
          assertThat(reply.answer().given()).as(reply.source()).hasSize(1);
          assertThat(reply.answer().given().getFirst().misread()).as(reply.source()).isEmpty();
        }
      }
    }
  }

  @Test
  void of_somebody_who_has_nothing_nothing_is_found_but_the_household_book() {
    Replies replies = asked(InventedNumbers.of(BORN.plusDays(7), 1), "示例甲", 1_000_000_002L);
    assertThat(replies.answer("hukou-members")).isInstanceOf(Answer.Found.class);
    assertThat(replies.answer("vehicles")).isInstanceOf(Answer.NotThere.class);
    assertThat(replies.answer("bank-deposits")).isInstanceOf(Answer.NotThere.class);
    assertThat(replies.answer("insurance-policies")).isInstanceOf(Answer.NotThere.class);
    assertThat(replies.answer("rural-bank-deposits")).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void the_renamed_column_can_be_taken_back() {
    DepartmentWorld world = server.get(DepartmentWorld.class);
    world.restoreColumns();
    Replies replies = asked(InventedNumbers.of(BORN, 1), "示例乙", 1_000_000_003L);
    assertThat(replies.answer("house-deals")).isInstanceOf(Answer.Found.class);
    world.changeColumns();
  }

  @Test
  void everything_in_the_catalogue_is_marked_as_a_sample() {
    assertThat(server.get(Catalogue.class).sources())
        .hasSize(DepartmentWorld.sources().size())
        .allSatisfy(source -> assertThat(source.sample()).isTrue());
  }

  @Test
  void invented_numbers_are_valid_and_of_no_place() {
    IdNumber number = InventedNumbers.of(BORN, 1);
    assertThat(IdNumber.read(number.text())).isEqualTo(number);
    assertThat(InventedNumbers.isInvented(number)).isTrue();
    assertThat(number.birthDate()).isEqualTo(BORN);
  }
}
