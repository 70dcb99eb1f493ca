package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page is complete where scripts are switched off. */
@ExtendWith(SampleCityVisits.class)
class WithoutScriptsTest {
  @Test
  void aCountyReportsItsProgress(Visits visits) {
    Visit reporter = visits.withoutScripts().signIn("diqu2");
    reporter.main().locator("tbody .row-title").first().click();
    reporter.page().fill("#percent", "61");
    reporter.page().fill("#note", "没有脚本也能填报。");
    reporter.press("提交填报");
    assertThat(reporter.main().getByRole(AriaRole.STATUS)).containsText("已记下");
    assertThat(reporter.row("没有脚本也能填报。")).containsText("61%");
  }

  @Test
  void twoCharactersAreFound(Visits visits) {
    Visit reader = visits.withoutScripts();
    reader.open("/");
    reader.page().fill("#q", "低保");
    reader.press("查询");
    assertThat(reader.page().locator(".hits mark").first()).hasText("低保");
    reader.page().locator(".hits a").first().click();
    assertThat(reader.page().locator(".official")).containsText("低保");
  }

  @Test
  void aSearchIsNarrowedAndSaysWhatItDidNotLookFor(Visits visits) {
    Visit reader = visits.withoutScripts();
    reader.open("/search?q=" + Visit.encode("核对 渠"));
    assertThat(reader.main()).containsText("“渠”只有一个字");
    reader.page().locator(".tabs a").filter(new Locator.FilterOptions().setHasText("条款")).click();
    assertThat(reader.page().locator(".hit-kind").first()).hasText("条款");
    reader.page().locator(".hits a").first().click();
    assertThat(reader.page().locator(".official mark").first()).hasText("核对");
    assertThat(reader.page().locator("#parameters")).isVisible();
  }

  @Test
  void aDocumentIsOfferedOnPaper(Visits visits) {
    Visit reader = visits.withoutScripts();
    reader.open("/documents/" + Visit.encode("济政字〔2020〕53号") + "/print");
    assertThat(reader.page().locator("h1")).containsText("社会救助体系");
    assertThat(reader.page().locator(".paper-number")).hasText("济政字〔2020〕53号");
    assertThat(reader.page().locator(".paper-foot .sample")).hasText("示例数据");
  }

  @Test
  void aGazetteIsImportedIntoADraft(Visits visits) {
    String text =
        """
        # 济宁市人民政府

        济政字〔2021〕8号

        ## 济宁市人民政府 关于没有脚本时导入的意见

        ## 一、主要任务

        1. 核对一遍。逐项核对。（牵头单位：市教育局；完成时限：2021年6月底前）

        济宁市人民政府
        2021年1月6日
        """;
    Visit editor = visits.withoutScripts().signIn("gongbao");
    editor.upload("没有脚本.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(editor.page().locator(".draft-documents")).containsText("济政字〔2021〕8号");
    openTask(editor);
    assertThat(editor.page().locator("#last")).hasValue("2021-06-30");
    editor.page().fill("#lead", "市财政局");
    editor.press("确认，看下一处");
    openTask(editor);
    assertThat(editor.page().locator("[data-chips]:has(#lead) .chip span"))
        .hasText(new String[] {"市教育局", "市财政局"});
  }

  private static void openTask(Visit editor) {
    editor.page().locator(".task-choices a[href*='item=TASK']").click();
  }

  @Test
  void theServerDrawsTheTimeChart(Visits visits) {
    Visit supervisor = visits.withoutScripts().signIn("ducha");
    supervisor.open("/wall-chart");
    Locator drawing = supervisor.page().locator("svg.time-chart");
    assertThat(drawing).isVisible();
    assertThat(drawing.locator(".time-today-text")).hasText("今天 3月31日");
    assertThat(supervisor.page().locator(".time-canvas")).hasCount(0);
    assertThat(supervisor.page().locator(".matrix .cell-overdue").first()).isVisible();
  }
}
