package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A clause beside what it demands, changed by a later document and readable as of any day; the
 * document as paper and as files.
 */
@ExtendWith(SampleCityVisits.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClauseDeskTest {
  private static final String ORDER = "济政字〔2020〕53号";
  private static final String EARLIER = "济政字〔2021〕41号";
  private static final String LATER = "济政字〔2021〕42号";

  private static byte[] paper(String number, String clauses) {
    return """
    # 济宁市人民政府

    %s

    ## 济宁市人民政府 关于巡查水渠的意见

    各县（市、区）人民政府：

    为修好水渠，提出如下意见。

    济宁市人民政府
    2021年1月6日

    %s
    """
        .formatted(number, clauses)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void publish(Visit editor, String number, String clauses) {
    editor.upload(number + ".txt", paper(number, clauses));
    editor.page().locator(".draft-documents li a").last().click();
    for (String act : List.of("supervision", "confirm")) {
      Locator button = editor.page().locator("button[value=" + act + "]");
      if (button.count() > 0) {
        button.click();
      }
    }
  }

  @Test
  @Order(1)
  void restatementsAndTheWordsTheyRestateLeadToEachOther(Visits visits) {
    Visit reader = visits.withoutScripts();
    reader.open(Visit.clause(ORDER, "二(三)7"));
    Locator demands = reader.page().locator(".demands > li");
    int count = demands.count();
    assertThat(count).isGreaterThan(2);
    for (int i = 1; i <= count; i++) {
      Locator mark = reader.page().locator(".official #words-" + i);
      assertThat(mark).hasAttribute("href", "#demand-" + i);
      assertThat(demands.nth(i - 1)).hasAttribute("id", "demand-" + i);
      assertThat(demands.nth(i - 1).locator("a").first()).hasAttribute("href", "#words-" + i);
    }
    assertThat(reader.page().locator(".official-text .restated").first()).isVisible();
    for (String part :
        List.of("tasks", "indicators", "parameters", "code", "records", "amendments")) {
      assertThat(reader.page().locator("#" + part)).isVisible();
    }
    assertThat(reader.page().locator("#records")).containsText("督查任务");
    Pictures.look(reader.page(), "clause");
  }

  @Test
  @Order(2)
  void aLaterDocumentChangesAClauseAndBothTextsStayReadable(Visits visits) {
    Visit editor = visits.desk().signIn("gongbao");
    publish(
        editor,
        EARLIER,
        """
        ## 一、巡查

        （一）日常巡查。每半年巡查一次。（牵头单位：市城乡水务局；完成时限：持续推进）

        （二）汛期巡查。每月巡查一次。（牵头单位：市城乡水务局；完成时限：持续推进）
        """);
    editor.press("发布");
    editor.press("确认发布");
    publish(
        editor,
        LATER,
        """
        ## 一、修改

        （一）修改日常巡查。日常巡查改为：每季度巡查一次。（牵头单位：市城乡水务局；完成时限：持续推进）
        """);
    amend(editor, "AMENDS", "一(一)", "2021-03-01", "每季度巡查一次。");
    amend(editor, "ENDS", "一(二)", "2021-06-01", "");
    editor.press("发布");
    assertThat(editor.main()).containsText(EARLIER + " 一(一)：2021-03-01 起修改，依据 一(一)");
    assertThat(editor.main()).containsText(EARLIER + " 一(二)：2021-06-01 起废止");
    Pictures.look(editor.page(), "publish");
    editor.press("确认发布");

    Visit stranger = visits.withoutScripts();
    stranger.open(Visit.clause(EARLIER, "一(一)"));
    assertThat(stranger.page().locator(".note").first()).containsText("2021-03-01 起修改");
    assertThat(stranger.page().locator(".official").first()).containsText("每季度巡查一次");
    assertThat(stranger.page().locator("#found")).containsText("每半年巡查一次");
    Pictures.look(stranger.page(), "amended");
    Locator amendments = stranger.page().locator("#amendments");
    assertThat(amendments).containsText("2021-03-01 起　修改");
    assertThat(amendments).containsText(LATER + " 一(一)");
    stranger.page().fill("#on", "2021-02-28");
    amendments.getByRole(AriaRole.BUTTON).click();
    assertThat(stranger.page().locator(".note").first()).containsText("这里是 2021年2月28日 的文字，第 1 版");
    assertThat(stranger.page().locator(".official")).hasCount(1);
    assertThat(stranger.page().locator(".official")).containsText("每半年巡查一次");

    stranger.open(Visit.clause(EARLIER, "一(二)"));
    assertThat(stranger.page().locator("#amendments")).containsText("2021-06-01 起　废止");
    stranger.open(Visit.clause(EARLIER, "一(二)") + "?on=2021-06-01");
    assertThat(stranger.page().locator(".note").nth(1)).containsText("2021-06-01 起废止");
    assertThat(stranger.open(Visit.clause(EARLIER, "一(二)") + "?on=2020-12-31").status())
        .isEqualTo(404);
  }

  private static void amend(
      Visit editor, String effect, String target, String day, String newWords) {
    editor.page().locator("a[href*='add=REFERENCE']").click();
    editor.page().selectOption("#effect", effect);
    editor.page().fill("#number", EARLIER);
    editor.page().fill("#target", target);
    editor.page().fill("#startsOn", day);
    editor.page().fill("#newWords", newWords);
    editor.page().fill("#clause", "一(一)");
    editor.press("补录");
    assertThat(editor.page().locator("#errors")).hasCount(0);
  }

  @Test
  @Order(3)
  void aPublishedDocumentIsGivenAsPaperAndAsFiles(Visits visits) {
    Visit reader = visits.withoutScripts();
    reader.open("/documents/" + Visit.encode(EARLIER));
    String json = file(reader, "JSON");
    assertThat(json).contains("\"number\" : \"" + EARLIER + "\"").contains("每半年巡查一次。");
    reader.open("/documents/" + Visit.encode(EARLIER));
    assertThat(file(reader, "XML（Akoma Ntoso 结构）"))
        .startsWith("<?xml")
        .contains("<akomaNtoso")
        .contains("每半年巡查一次。");
    assertThat(reader.open("/documents/" + Visit.encode("济政字〔2021〕999号") + ".json").status())
        .isEqualTo(404);
  }

  private static String file(Visit reader, String link) {
    String address =
        reader
            .main()
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true))
            .getAttribute("href");
    Response response = reader.open(address);
    assertThat(response.status()).isEqualTo(200);
    return response.text();
  }

  @Test
  @Order(4)
  void everyPageOfTheDeskFitsAPhone(Visits visits) {
    Visit reader = visits.phone();
    look(reader, "phone-clause", Visit.clause(ORDER, "二(三)7"));
    look(reader, "phone-amended", Visit.clause(EARLIER, "一(一)"));
    look(reader, "phone-day", "/documents/" + Visit.encode(EARLIER) + "?on=2021-06-01");
    look(reader, "phone-document", "/documents/" + Visit.encode(ORDER));
    look(reader, "phone-search", "/search?q=" + Visit.encode("\"家庭经济状况\" 核对"));
    Visit editor = visits.phone().signIn("gongbao");
    look(editor, "phone-task", "/imports/1?item=TASK+" + Visit.encode(ORDER + " 二(三)7 #1"));
    String compare = "/imports/compare?import=1&number=" + Visit.encode(ORDER) + "&old=e1&now=d1";
    look(editor, "phone-compare", compare);
    Visit desk = visits.desk().signIn("gongbao");
    desk.open(compare);
    Pictures.look(desk.page(), "compare");
    desk.open("/imports/1?item=TASK+" + Visit.encode(ORDER + " 二(三)7 #1"));
    Pictures.look(desk.page(), "task");
    desk.open("/search?q=" + Visit.encode("\"家庭经济状况\" 核对"));
    assertThat(desk.page().locator(".hits mark").first()).isVisible();
    Pictures.look(desk.page(), "search");
  }

  private static void look(Visit phone, String name, String path) {
    assertThat(phone.open(path).status()).isEqualTo(200);
    assertThat(phone.page().evaluate("document.documentElement.scrollWidth"))
        .as(path)
        .isEqualTo(Visits.PHONE_WIDTH);
    Pictures.look(phone.page(), name);
  }
}
