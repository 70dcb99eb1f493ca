package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The desk on which a draft is checked: source beside item, chips of units, keys, annexes. */
@ExtendWith(SampleCityVisits.class)
class DraftDeskTest {
  /** A line without a place, a sentence that runs over the end of a page, an annex not printed. */
  private static byte[] order(String number) {
    return """
    示例文本，不属于任何文件。

    # 济宁市人民政府

    %s

    ## 济宁市人民政府 关于整修水渠的意见

    各县（市、区）人民政府：

    为修好水渠，提出如下意见。

    附件：水渠任务清单

    济宁市人民政府
    2021年1月6日

    ## 一、主要任务

    （一）登记水渠。逐条登记水渠，2021年底前干渠完好率达到80%%以上，修复水闸120座。（牵头单位：市城乡水务局；责任单位：市财政局、各县（市、区）政府（管委会）；完成

    时限：2021年12月底前）

    （二）巡查水渠。每季度巡查一次。（牵头单位：市城乡水务局；责任单位：市财政局、市教育局；完成时限：持续推进）
    """
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void open(Visit editor, String number) {
    editor.upload(number + ".txt", order(number));
    openItem(editor, "登记水渠");
  }

  /** From the list of what the document holds. */
  private static void openItem(Visit editor, String words) {
    editor.page().locator(".draft-documents a").nth(heaps(editor) - 1).click();
    editor
        .page()
        .locator(".task-choices a[href*='item=TASK']")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .click();
    editor.page().waitForLoadState();
  }

  private static int heaps(Visit editor) {
    return editor.page().locator(".draft-documents li").count();
  }

  private static Locator chips(Visit editor, String field) {
    return editor.page().locator("[data-chips]:has(#" + field + ") .chip span");
  }

  private static void takeAway(Visit editor, String unit) {
    editor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("去掉 " + unit))
        .click();
  }

  @Test
  void unitsAreChipsThatAreTakenAwayAndAddedAtOnce(Visits visits) {
    Visit editor = visits.desk().signIn("gongbao");
    open(editor, "济政字〔2021〕31号");
    assertThat(chips(editor, "lead")).hasText(new String[] {"市城乡水务局"});
    assertThat(chips(editor, "responsible")).hasText(new String[] {"市财政局", "各县（市、区）政府（管委会）"});
    assertThat(editor.page().locator(".chip").first().boundingBox().height)
        .isGreaterThanOrEqualTo(44);

    String address = editor.page().url();
    takeAway(editor, "市财政局");
    editor.page().fill("#responsible", "市教育局、市司法局");
    editor.page().keyboard().press("Enter");
    assertThat(chips(editor, "responsible"))
        .hasText(new String[] {"各县（市、区）政府（管委会）", "市教育局", "市司法局"});
    assertThat(editor.page().locator("#responsible")).hasValue("");
    assertThat(editor.page().url()).isEqualTo(address);

    editor.press("确认，看下一处");
    openItem(editor, "登记水渠");
    assertThat(chips(editor, "responsible"))
        .hasText(new String[] {"各县（市、区）政府（管委会）", "市教育局", "市司法局"});
    assertThat(editor.page().locator("#in-hand .state-line")).containsText("已确认");
  }

  @Test
  void withoutScriptsTheServerTakesChipsAwayAndKeepsWhatWasTyped(Visits visits) {
    Visit editor = visits.withoutScripts().signIn("gongbao");
    open(editor, "济政字〔2021〕32号");
    editor.page().fill("#text", "登记全部水渠");
    takeAway(editor, "市财政局");
    assertThat(editor.page().locator("#text")).hasValue("登记全部水渠");
    assertThat(chips(editor, "responsible")).hasText(new String[] {"各县（市、区）政府（管委会）"});
    editor.page().fill("#responsible", "市教育局");
    editor.press("加到责任单位（选填）");
    assertThat(chips(editor, "responsible")).hasText(new String[] {"各县（市、区）政府（管委会）", "市教育局"});
    // Enter in a field confirms; it must not take the first chip away.
    editor.page().locator("#text").press("Control+End");
    editor.page().fill("#lead", "市司法局");
    editor.page().keyboard().press("Enter");
    editor.page().waitForURL("**item=**");
    openItem(editor, "登记全部水渠");
    assertThat(chips(editor, "lead")).hasText(new String[] {"市城乡水务局", "市司法局"});
    assertThat(chips(editor, "responsible")).hasText(new String[] {"各县（市、区）政府（管委会）", "市教育局"});
  }

  @Test
  void theSourceBesideShowsFromWhichWordsAnItemWasRead(Visits visits) {
    Visit editor = visits.desk().signIn("gongbao");
    open(editor, "济政字〔2021〕33号");
    Locator here = editor.page().locator(".source-lines .here");
    assertThat(here.locator(".unit").first()).hasText("市城乡水务局");
    assertThat(here.locator(".unit")).hasText(new String[] {"市城乡水务局", "市财政局", "各县（市、区）政府（管委会）"});
    assertThat(here.locator(".deadline").last()).hasText("2021年12月底前");
    assertThat(here.locator(".figure-text").allInnerTexts()).contains("80%", "120座");
    assertThat(here.locator(".joined")).hasCount(1);
    assertThat(here.locator(".unit").first()).hasCSS("border-bottom-style", "solid");
    assertThat(here.locator(".deadline").first()).hasCSS("border-bottom-style", "dashed");
    assertThat(here.locator(".figure-text").first()).hasCSS("border-bottom-style", "double");
    Pictures.look(editor.page(), "draft");
    // Every item of the list says how sure it is and where it stands.
    for (Locator item : editor.page().locator(".task-choices li").all()) {
      assertThat(item.innerText()).containsPattern("\\d+%|已确认|须确认|不采用").contains("行");
    }
  }

  @Test
  void unplacedLinesComeFirstAndKeysAreEnough(Visits visits) {
    Visit editor = visits.desk().signIn("gongbao");
    editor.upload("34.txt", order("济政字〔2021〕34号"));
    assertThat(editor.page().locator(".draft-documents li").first()).containsText("未能归位");
    assertThat(editor.page().locator(".source-lines .here")).containsText("示例文本");
    openItem(editor, "登记水渠");
    editor.page().keyboard().press("Enter");
    assertThat(editor.page().locator(".task-choices")).containsText("已确认");
    editor.page().waitForLoadState();
    String before = editor.page().locator("#in-hand h2").innerText();
    editor.page().keyboard().press("k");
    assertThat(editor.page().locator("#in-hand h2")).not().hasText(before);
  }

  @Test
  void anAnnexIsBroughtInFromAPhone(Visits visits) throws IOException {
    Visit editor = visits.phone().signIn("gongbao");
    editor.upload("35.txt", order("济政字〔2021〕35号"));
    editor.page().locator(".draft-documents a").nth(heaps(editor) - 1).click();
    editor.page().locator(".task-choices a[href*='item=ANNEX']").first().click();
    fits(editor);
    Pictures.look(editor.page(), "phone-annex");

    upload(editor, List.of(List.of("任务", "牵头单位", "完成时限"), List.of("清淤", "市城乡水务局", "尽快")));
    assertThat(editor.page().locator("[role=alert]").first()).containsText("第 2 行“完成时限”");
    fits(editor);
    upload(editor, List.of(List.of("任务", "牵头单位", "完成时限"), List.of("清淤支渠", "市城乡水务局", "2021-06-30")));
    assertThat(editor.main().getByRole(AriaRole.STATUS)).containsText("1 项任务进了草稿");
    fits(editor);
    assertThat(editor.page().locator(".task-choices")).containsText("附件 表1 第2行");
    Pictures.look(editor.page(), "phone-annex-read");
    openItem(editor, "清淤支渠");
    assertThat(editor.page().locator("#last")).hasValue("2021-06-30");
    fits(editor);
    for (Locator button : editor.page().locator("#in-hand .btn:visible, .chip-remove").all()) {
      assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
    }
  }

  private static void fits(Visit phone) {
    assertThat(phone.page().evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(Visits.PHONE_WIDTH);
  }

  private static void upload(Visit editor, List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("任务清单");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row, column, rows.get(row).get(column));
        }
      }
    }
    editor
        .page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "清单.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out.toByteArray()));
    editor.press("上传表格");
  }
}
