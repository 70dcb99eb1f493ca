package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLink;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.LegalPurpose;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.NewResident;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Relation;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.work.HouseholdCheck;

/** An application by the pages alone: counter, case, and the family's own page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowancePagesTest {
  private static final String PASSWORD = "hen-chang-de-mima-2021";
  private static final LocalDate MARRIED = LocalDate.of(2015, 1, 1);
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");
  private static final Pattern NUMBER = Pattern.compile("任\\p{IsHan}{1,3}〔20\\d\\d〕\\d+号");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private RunningServer server;

  private final Map<String, Long> family = new LinkedHashMap<>();
  private long household;

  @BeforeAll
  void aTownshipWithAFamilyAndNoAgreementWithAnySource() {
    server = RunningServer.demonstration(folder.resolve("data"));
    AreaDirectory areas = server.get(AreaDirectory.class);
    String township = areas.children("370811000000").getFirst().code();
    SignedIn clerk = enter("chuangkou.ceshi", PostKind.CLERK, township);
    enter("jingban.ceshi", PostKind.CASE_OFFICER, township);
    enter("shenpi.ceshi", PostKind.DECIDER, township);
    SignedIn verifier = enter("hedui.ceshi", PostKind.VERIFIER, areas.city().code());
    clerk.call(() -> settle(township));
    verifier.call(this::recordPurpose);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private SignedIn enter(String name, PostKind kind, String area) {
    NewPost post =
        new NewPost(kind, "示例" + kind.chinese(), area, null, LocalDate.of(2020, 1, 1), null);
    OneTimeLink link =
        signedIn("guanli", "guanli-shili-2021")
            .call(() ->
                server
                    .get(Access.class)
                    .createPerson(new NewPerson(name, "示例" + kind.chinese(), true), post));
    server.did(() -> {
      server.get(OneTimeLinks.class).setPassword(link.token(), PASSWORD);
      return true;
    });
    return signedIn(name, PASSWORD);
  }

  private SignedIn signedIn(String name, String password) {
    SignInAnswer answer =
        server.did(() ->
            server
                .get(SignIns.class)
                .signIn(name, password, new SignInFrom("127.0.0.1", "Linux，Chrome")));
    return ((SignInAnswer.Welcome) answer).signedIn();
  }

  private long settle(String township) {
    person("张三", 37_081_119_790_101_000L, township);
    person("赵某", 37_081_119_810_101_000L, township);
    person("张小某", 37_081_120_100_101_000L, township);
    Households households = server.get(Households.class);
    household =
        households.open(new Households.NewHousehold(of("张三"), township, "示例路 1 号", MARRIED, "户口簿"));
    households.join(household, of("赵某"), Relation.SPOUSE, MARRIED, "户口簿");
    households.join(household, of("张小某"), Relation.CHILD, MARRIED, "户口簿");
    return household;
  }

  private void person(String name, long packed, String township) {
    NumberAnswer answer =
        server
            .get(Residents.class)
            .enter(NewResident.of(name, new IdNumber(packed), township, "身份证"));
    family.put(name, ((NumberAnswer.Accepted) answer).resident());
  }

  private long of(String name) {
    return java.util.Objects.requireNonNull(family.get(name));
  }

  private boolean recordPurpose() {
    Catalogue catalogue = server.get(Catalogue.class);
    catalogue.record(
        new LegalPurpose(
            HouseholdCheck.PURPOSE, "家庭经济状况核对", "社会救助暂行办法 第五十八条", LocalDate.of(2014, 5, 1), null));
    return true;
  }

  private Visitor at(String name) throws IOException, InterruptedException {
    return new Visitor(server.address()).signIn(name, PASSWORD);
  }

  private Map<String, String> form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("household", Long.toString(household));
    fields.put("residence", "URBAN");
    fields.put("relation-" + of("张三"), "APPLICANT");
    fields.put("relation-" + of("赵某"), "SPOUSE");
    fields.put("relation-" + of("张小某"), "CHILD");
    for (long person : family.values()) {
      fields.put("upkeep-" + person, "INDEPENDENT");
      fields.put("where-" + person, "home");
      fields.put("method-" + person, "SIGNED_PAPER");
      fields.put("givenby-" + person, "SELF");
    }
    fields.put("wages-" + of("赵某"), "1,000.00");
    return fields;
  }

  private Map<String, byte[]> signed(String... names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put("consent-" + of(name), "授权".getBytes(StandardCharsets.UTF_8));
    }
    files.put("commitment", "承诺".getBytes(StandardCharsets.UTF_8));
    return files;
  }

  @Test
  void from_the_counter_to_the_page_of_the_family_before_any_source_agreed_to_answer()
      throws Exception {
    Visitor clerk = at("chuangkou.ceshi");
    String counter = "/assistance/apply?household=" + household;
    HttpResponse<String> unsigned =
        clerk.sendFiles(counter, "/assistance/apply", form(), signed("张三"));
    assertThat(unsigned.statusCode()).isEqualTo(422);
    assertThat(unsigned.body()).contains("代勾选不算授权").contains("1,000.00");

    HttpResponse<String> accepted =
        clerk.sendFiles(counter, "/assistance/apply", form(), signed("张三", "赵某"));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(302);
    String place = RunningServer.location(accepted).replaceFirst("^https?://[^/]+", "");
    HttpResponse<String> page = clerk.read(place);
    keep("case-clerk", page);
    assertThat(page.body()).contains("张三").contains("370811********").doesNotContain("19790101");

    Visitor officer = at("jingban.ceshi");
    HttpResponse<String> checked = officer.send(place, "/assistance/case/check", Map.of());
    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(302);
    page = officer.read(place);
    keep("case-officer", page);
    assertThat(page.body()).contains("未答复").contains("答复可能改变结论").contains("示例");
    keep("report", officer.read(place.replace("/case", "/report")));

    HttpResponse<String> receipt = clerk.send(place, "/assistance/receipt", Map.of());
    keep("receipt", receipt);
    Matcher code = CODE.matcher(receipt.body());
    Matcher number = NUMBER.matcher(receipt.body());
    assertThat(code.find() && number.find()).isTrue();

    Visitor family = new Visitor(server.address());
    assertThat(
            family
                .send(
                    "/receipt", "/receipt", Map.of("number", number.group(), "code", "22222-22222"))
                .statusCode())
        .isEqualTo(422);
    HttpResponse<String> in =
        family.send("/receipt", "/receipt", Map.of("number", number.group(), "code", code.group()));
    assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
    HttpResponse<String> mine = family.read("/my-case");
    keep("my-case", mine);
    assertThat(mine.body()).contains("正在核对家庭收入和财产").contains("您现在不用做什么").contains("最晚");
    keep("my-looks", family.read("/my-case/looks"));
    assertThat(family.read(place).statusCode()).isNotEqualTo(200);
  }

  /** For looking at: the pages as they were sent. */
  private static void keep(String name, HttpResponse<String> page) throws IOException {
    assertThat(page.statusCode()).as(name + ": " + page.body()).isEqualTo(200);
    String kept = System.getProperty("zl.pages", "");
    if (!kept.isEmpty()) {
      Files.writeString(Path.of(kept, name + ".html"), page.body());
    }
  }
}
