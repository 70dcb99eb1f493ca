package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The way through the middle, as the README walks it: gazette in, tasks, reports, lights, clause.
 */
@ExtendWith(SampleCityVisits.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourTest {
  private static final String NUMBER = "济政字〔2021〕7号";
  private static final String PAST = "建立电梯台账";
  private static final String SOON = "开展安全评估";
  private static final String CORRECTED_LEAD = "市应急局";
  private static final String SAMPLE_CLAUSE = Visit.clause("济政字〔2020〕53号", "二(三)7");
  private static final Pattern ALL_TASKS = Pattern.compile("全部 (\\d+)");

  private static byte[] gazette() throws IOException {
    try (InputStream resource = TourTest.class.getResourceAsStream("/browser/small-gazette.txt")) {
      return Objects.requireNonNull(resource).readAllBytes();
    }
  }

  private static int allTasks(Visit supervisor) {
    supervisor.open("/tasks");
    Matcher all = ALL_TASKS.matcher(supervisor.text());
    assertThat(all.find()).isTrue();
    return Integer.parseInt(all.group(1));
  }

  private static void openMyTask(Visit reporter, String title) {
    reporter.open("/work");
    reporter.row(title).getByRole(AriaRole.LINK).first().click();
    assertThat(reporter.page().locator("h1")).containsText(title);
  }

  private static void report(Visit reporter, String percent, String note) {
    reporter.page().fill("#percent", percent);
    reporter.page().fill("#note", note);
    reporter.press("提交填报");
    assertThat(reporter.main().getByRole(AriaRole.STATUS)).containsText("已记下");
  }

  /** The light of the reporter's own area, on the page of the task. */
  private static Locator ownLight(Visit reporter) {
    return reporter.page().locator(".state-line .light").first();
  }

  @Test
  @Order(1)
  void theSampleCityStandsForEverybodyToRead(Visits visits) {
    Visit reader = visits.desk();
    reader.open("/");
    assertThat(reader.page().locator(".documents > li")).hasCount(6);
    assertThat(reader.page().locator(".sample").first()).containsText("示例数据");
    Pictures.take(reader.page(), "01-portal");
    reader.open("/sign-in");
    assertThat(reader.row("市政府办公室公报岗")).containsText("gongbao");
    Pictures.take(reader.page(), "02-sign-in");

    Visit editor = visits.desk().signIn("gongbao");
    assertThat(editor.page().locator("h1")).hasText("我的工作");
    assertThat(editor.page().locator(".group").first()).containsText("已逾期");
    Pictures.take(editor.page(), "03-my-work");
    editor.open("/imports");
    Pictures.take(editor.page(), "04-import");
    editor.row("示例公报.txt").getByRole(AriaRole.LINK).click();
    editor.page().locator(".draft-documents a").nth(1).click();
    assertThat(editor.page().locator(".source-lines .here").first()).isVisible();
    Pictures.take(editor.page(), "05-draft");

    Visit supervisor = visits.desk().signIn("ducha");
    supervisor.open("/wall-chart");
    assertThat(supervisor.page().locator(".time-canvas").first()).isVisible();
    Pictures.take(supervisor.page(), "06-wall-chart");
  }

  @Test
  @Order(2)
  void theGazettePostCorrectsTheDraftBesideItsSourceAndPublishes(Visits visits) throws IOException {
    Visit editor = visits.desk().signIn("gongbao");
    editor.upload("电梯安全.txt", gazette());
    assertThat(editor.page().locator("h1")).hasText("校对导入草稿");
    assertThat(editor.page().locator(".draft-documents")).containsText(NUMBER);
    // A line that belongs to no item comes first.
    assertThat(editor.page().locator(".source-lines .here")).containsText("示例文本");
    openTask(editor, PAST);
    assertThat(editor.page().locator(".source-lines .here")).containsText(PAST);
    assertThat(lead(editor)).hasText("市市场监管局");
    assertThat(editor.page().locator("#last")).hasValue("2021-02-28");

    editor.page().locator("[data-chips]:has(#lead) .chip-remove").click();
    editor.page().fill("#lead", CORRECTED_LEAD);
    editor.press("确认，看下一处");
    assertThat(editor.page().locator("#text")).hasValue(Pattern.compile(SOON));
    assertThat(editor.page().locator(".source-lines .here")).containsText(SOON);
    assertThat(editor.page().locator(".task-choices")).containsText(CORRECTED_LEAD);

    // One clause names nobody: the supervision office will assign it.
    openDocument(editor);
    editor.page().locator("button[value=supervision]").click();
    editor.press("发布");
    editor.press("确认发布");
    assertThat(editor.main().getByRole(AriaRole.STATUS)).containsText("新发布 1 份文件，共 4 项任务进入督查");
    assertThat(editor.page().locator(".documents")).containsText(NUMBER);
  }

  /** Who leads the task in hand. */
  private static Locator lead(Visit editor) {
    return editor.page().locator("[data-chips]:has(#lead) .chip span");
  }

  private static void openDocument(Visit editor) {
    editor
        .page()
        .locator(".draft-documents a")
        .filter(new Locator.FilterOptions().setHasText(NUMBER))
        .click();
  }

  /** Opens a task of the draft from the list of its document's items. */
  private static void openTask(Visit editor, String words) {
    openDocument(editor);
    editor
        .page()
        .locator(".task-choices a[href*='item=TASK']")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .click();
  }

  @Test
  @Order(3)
  void theSupervisorSeesItsTasksOnTheListAndOnTheWallChart(Visits visits) {
    Visit supervisor = visits.desk().signIn("ducha");
    supervisor.open("/tasks");
    assertThat(supervisor.row(PAST)).containsText("逾期");
    assertThat(supervisor.row(PAST)).containsText(CORRECTED_LEAD);
    assertThat(supervisor.row(PAST)).containsText("2021-02-28");
    supervisor.open("/wall-chart");
    assertThat(supervisor.row(SOON)).containsText("2021-04-09");
    assertThat(supervisor.row(SOON).locator("td[class^=cell-]:not(.cell-none)")).hasCount(15 + 1);
  }

  @Test
  @Order(4)
  void aCountyReportsAndItsLightChanges(Visits visits) {
    Visit reporter = visits.desk().signIn("diqu1");
    assertThat(reporter.row(PAST)).containsText("逾期");
    assertThat(reporter.row(SOON)).containsText("临期");

    openMyTask(reporter, PAST);
    report(reporter, "60", "台账已建六成，其余四月中旬补齐。");
    assertThat(ownLight(reporter)).containsText("逾期");
    assertThat(reporter.page().locator(".plan-text").first()).containsText("60%");
    openMyTask(reporter, SOON);
    report(reporter, "60", "评估单位已进场。");
    assertThat(ownLight(reporter)).containsText("临期");

    report(reporter, "100", "评估全部完成。");
    assertThat(ownLight(reporter)).containsText("已办结");
    List<String> history = reporter.page().locator("td[data-label=完成率]").allInnerTexts();
    assertThat(history).contains("100%", "60%");
    reporter.open("/work");
    assertThat(reporter.row(SOON)).hasCount(0);

    Visit supervisor = visits.desk().signIn("ducha");
    supervisor.open("/wall-chart");
    Locator done = supervisor.row(SOON).locator("td.cell-done");
    assertThat(done).hasCount(1);
    assertThat(done).containsText("任城区，已办结，100%");
    assertThat(supervisor.row(PAST).locator("td.cell-overdue")).hasCount(15 + 1);
  }

  @Test
  @Order(5)
  void theClauseIsReadWithoutSigningIn(Visits visits) {
    Visit reader = visits.desk();
    reader.open(Visit.clause(NUMBER, "二(一)2"));
    assertThat(reader.page().locator(".official")).containsText("使用15年以上的电梯逐部评估");
    assertThat(reader.page().locator(".official .official-text .unit").first()).hasText("市市场监管局");
    assertThat(reader.page().locator(".official .official-text .deadline").first()).isVisible();
    assertThat(reader.row(SOON)).containsText("2021-04-09");

    reader.open(SAMPLE_CLAUSE);
    assertThat(reader.page().locator("h1")).containsText("二(三)7");
    assertThat(reader.page().locator(".official")).containsText("核对");
    assertThat(reader.page().locator(".official .official-text .unit").first()).isVisible();
    assertThat(reader.page().locator(".demands > li").first()).isVisible();
    assertThat(reader.row("2020-12-31")).containsText("市民政局、市大数据中心");
    Pictures.take(reader.page(), "07-clause");
  }

  @Test
  @Order(6)
  void publishingTheSameDraftAgainMakesNothingTwice(Visits visits) throws IOException {
    Visit supervisor = visits.desk().signIn("ducha");
    int before = allTasks(supervisor);
    Visit editor = visits.desk().signIn("gongbao");
    editor.upload("再传一次.txt", gazette());
    assertThat(editor.page().locator(".crumbs")).containsText("电梯安全.txt");
    openTask(editor, PAST);
    assertThat(lead(editor)).hasText(CORRECTED_LEAD);
    editor.press("发布更正");
    editor.press("确认发布");
    assertThat(editor.main().getByRole(AriaRole.STATUS)).containsText("没有重复生成任何东西");
    assertThat(allTasks(supervisor)).isEqualTo(before);
  }

  @Test
  @Order(7)
  void theSamePagesServeAPhoneAndElderEyes(Visits visits) {
    Visit phone = visits.phone();
    phone.open("/");
    assertThat(phone.page().locator(".documents > li").first()).isVisible();
    phone.signIn("diqu1");
    assertThat(phone.page().locator("h1")).hasText("我的工作");
    Pictures.take(phone.page(), "08-phone");

    Visit elder = visits.phone();
    elder.open(SAMPLE_CLAUSE);
    elder
        .page()
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("长者版"))
        .click();
    assertThat(elder.page().locator("html")).hasClass("elder");
    assertThat(elder.page().locator(".official")).containsText("核对");
    Pictures.take(elder.page(), "09-elder");
  }
}
