package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is refused, a sentence says what happened, what was kept and what to do. */
@ExtendWith(SampleCityVisits.class)
class RefusalsTest {
  @Test
  void fiveWrongPasswordsLockTheName(Visits visits) {
    Visit stranger = visits.desk();
    stranger.open("/sign-in");
    for (int attempt = 1; attempt <= 5; attempt++) {
      stranger.page().fill("#name", "diqu9");
      stranger.page().fill("#password", "wrong " + attempt);
      stranger.press("登录");
      assertThat(stranger.main().getByRole(AriaRole.ALERT))
          .containsText(attempt < 5 ? "用户名或密码不对" : "连续 5 次");
      assertThat(stranger.page().locator("#name")).hasValue("diqu9");
    }
    stranger.page().fill("#password", Visit.password("diqu9"));
    stranger.press("登录");
    assertThat(stranger.main().getByRole(AriaRole.ALERT)).containsText("已暂停登录");
  }

  @Test
  void anEmptyFileIsNotImported(Visits visits) {
    Visit editor = visits.desk().signIn("gongbao");
    editor.upload("空.txt", new byte[0]);
    thePageStays(editor, "文件是空的");
  }

  @Test
  void aFileThatIsNoTextIsNotImported(Visits visits) {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Visit editor = visits.desk().signIn("gongbao");
    editor.upload("图片.txt", bytes);
    thePageStays(editor, "不是文本文件");
  }

  private static void thePageStays(Visit editor, String said) {
    assertThat(editor.page().locator("h1")).hasText("导入公报");
    assertThat(editor.main().getByRole(AriaRole.ALERT)).containsText(said);
    assertThat(editor.page().locator("#file")).isVisible();
  }

  @Test
  void aShareAboveTheWholeIsNamedAndWhatWasTypedIsKept(Visits visits) {
    Visit reporter = visits.desk().signIn("diqu3");
    reporter.main().locator("tbody .row-title").first().click();
    reporter.page().fill("#percent", "150");
    reporter.page().fill("#note", "写多了一半。");
    reporter.press("提交填报");
    assertThat(reporter.page().locator(".form-field:has(#percent) .form-problem"))
        .containsText("150% 不在 0 到 100 之间");
    assertThat(reporter.page().locator("#percent")).hasValue("150");
    assertThat(reporter.page().locator("#note")).hasValue("写多了一半。");
    assertThat(reporter.page().locator("#percent")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void anAddressOfNothingIsAnsweredKindly(Visits visits) {
    Visit reader = visits.desk();
    Response response = reader.open("/documents/nothing/at/all");
    assertThat(response.status()).isEqualTo(404);
    assertThat(reader.page().locator("h1")).hasText("没有这一页。");
    assertThat(reader.main()).containsText("回到首页");
    noTrace(reader.page().content());
  }

  @Test
  void aCountySeesNothingOfAnotherCountysPart(Visits visits) {
    Visit supervisor = visits.desk().signIn("ducha");
    supervisor.open("/tasks?state=overdue");
    supervisor.main().locator("td[data-label=任务] a").first().click();
    supervisor
        .main()
        .locator("td[data-label=区划] a")
        .filter(new Locator.FilterOptions().setHasText("兖州区"))
        .click();
    supervisor.page().waitForURL("**/tasks/one?*area=370812*");
    assertThat(supervisor.main()).containsText("兖州区的进度");
    String path = supervisor.page().url().replaceFirst("^http://[^/]+", "");

    Visit neighbour = visits.desk().signIn("diqu1");
    neighbour.open(path);
    assertThat(neighbour.main()).not().containsText("兖州");
    assertThat(neighbour.main().locator("td[data-label=区划]")).hasCount(1);
    assertThat(neighbour.page().locator("#percent")).hasCount(0);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords(Visits visits) {
    Visit reporter = visits.desk().signIn("diqu7");
    APIResponse response =
        reporter.post("/tasks/report", FormData.create().set("id", "x").set("percent", 10));
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.text()).contains("没有提交。").contains("刷新后再提交");
    noTrace(response.text());
  }

  @Test
  void aPostWithoutThePermissionIsRefusedInWords(Visits visits) {
    Visit reporter = visits.desk().signIn("diqu8");
    for (String path : new String[] {"/imports", "/people", "/calendar"}) {
      assertThat(reporter.open(path).status()).isEqualTo(403);
      assertThat(reporter.page().locator("h1")).hasText(Pattern.compile("岗位"));
      noTrace(reporter.page().content());
    }
  }

  private static void noTrace(String html) {
    assertThat(html)
        .doesNotContain("Exception")
        .doesNotContain("org.zhengling")
        .doesNotContain("org.springframework")
        .doesNotContain("\tat ");
  }
}
