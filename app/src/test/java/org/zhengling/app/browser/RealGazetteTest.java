package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The city's own gazette, where a copy lies beside the project, over the sample of the same orders.
 */
@ExtendWith(SampleCityVisits.class)
class RealGazetteTest {
  private static final Path GAZETTE =
      Path.of(System.getProperty("zl.root", ".."))
          .resolve("../shared/gazette/jining-2020.txt")
          .normalize();

  @Test
  void itsSixOrdersReplaceTheSampleAndKeepItsReports(Chromium chromium) throws Exception {
    Assumptions.assumeTrue(
        Files.exists(GAZETTE), "Skipped: there is no ../shared/gazette/jining-2020.txt");
    try (SampleServer server = new SampleServer();
        Visits visits = new Visits(chromium, server)) {
      Visit supervisor = visits.desk().signIn("ducha");
      List<String> before = reportsOnTheSample(supervisor);
      assertThat(before).isNotEmpty();

      Visit editor = visits.desk().signIn("gongbao");
      editor.upload("济宁市人民政府公报.txt", Files.readAllBytes(GAZETTE));
      assertThat(editor.page().locator(".draft-documents")).containsText("济政办字〔2020〕53号");
      editor.open("/imports/2?item=TASK+" + Visit.encode("济政字〔2020〕53号 二(三)7 #1"));
      assertThat(editor.page().locator(".source-lines .here .joined").first()).isVisible();
      Pictures.look(editor.page(), "real-draft");
      settle(editor);
      editor.open("/imports/2/publish");
      editor.press("确认发布");
      assertThat(editor.main().getByRole(AriaRole.STATUS)).containsText("6 份文件换成新版");

      everyDocumentHasClausesThatOpen(editor);
      everyOrderHasTasksOnTheWallChart(supervisor);
      assertThat(reportsOnTheSample(supervisor)).isEqualTo(before);
      theTextOfAClauseIsTheCitys(visits.desk());
    }
  }

  /** Presses what settles a whole document, until nothing waits. */
  private static void settle(Visit editor) {
    List<String> heaps =
        editor.page().locator(".draft-documents li a").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList();
    for (String heap : heaps) {
      for (String act : List.of("supervision", "confirm", "chronicle")) {
        editor.open(heap);
        Locator button = editor.page().locator("button[value=" + act + "]");
        if (button.count() > 0) {
          button.click();
        }
      }
    }
  }

  /** Of one county on the task of one clause, which both texts have. */
  private static List<String> reportsOnTheSample(Visit supervisor) {
    supervisor.open(
        "/tasks/one?id=" + Visit.encode("济政字〔2020〕53号 二(三)7 #1") + "&area=370811000000");
    return supervisor.page().locator("td[data-label=日期]").allInnerTexts();
  }

  private static void everyDocumentHasClausesThatOpen(Visit reader) {
    reader.open("/gazettes");
    List<Locator> documents = reader.page().locator(".documents .row-title").all();
    assertThat(documents).hasSize(6);
    for (int i = 0; i < documents.size(); i++) {
      reader.open("/gazettes");
      reader.page().locator(".documents .row-title").nth(i).click();
      assertThat(reader.page().locator(".clause-tree > li").nth(4)).isVisible();
      assertThat(reader.page().locator(".standing .sample")).hasCount(0);
      reader.page().locator(".clause-head a").nth(1).click();
      assertThat(reader.page().locator(".official")).isVisible();
    }
  }

  private static void everyOrderHasTasksOnTheWallChart(Visit supervisor) {
    supervisor.open("/wall-chart");
    Locator groups = supervisor.page().locator(".matrix tbody");
    assertThat(groups).hasCount(6);
    for (Locator group : groups.all()) {
      assertThat(group.locator("tr:not(.group)").first()).isVisible();
      assertThat(group.locator(".matrix-due").allInnerTexts()).noneMatch(String::isBlank);
    }
    supervisor.open("/tasks");
    assertThat(supervisor.page().locator("td[data-label=牵头单位]").allInnerTexts())
        .anyMatch(lead -> lead.contains("市民政局"))
        .anyMatch(lead -> lead.contains("市自然资源和规划局"))
        .noneMatch(String::isBlank);
  }

  private static void theTextOfAClauseIsTheCitys(Visit reader) {
    reader.open(Visit.clause("济政字〔2020〕53号", "二(三)7"));
    assertThat(reader.page().locator(".official")).containsText("核对");
    assertThat(reader.page().locator(".standing .sample")).hasCount(0);
    assertThat(reader.page().locator(".official-text .unit").first()).isVisible();
    // A page of the gazette ends in this clause, and each restatement has its sentence.
    assertThat(reader.page().locator(".official-text .joined").first()).isVisible();
    assertThat(reader.page().locator(".official-text .restated")).hasCount(5);
    Pictures.look(reader.page(), "real-clause");
  }
}
