package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own account: sessions, password, second factor, and lending a post. */
@ExtendWith(SampleCityVisits.class)
class AccountTest {
  @Test
  void aSecondFactorIsScannedConfirmedAndAskedAtTheNextSignIn(Visits visits) {
    Visit officer = visits.withoutScripts().signIn("diqu12");
    officer.open("/account");
    officer.press("启用二次验证");
    assertThat(officer.page().locator("svg.qr path")).hasAttribute("d", PATTERN);
    Authenticator phone = new Authenticator(officer.page().locator("code.wrap").innerText());
    officer.page().fill("#code", "000");
    officer.press("启用二次验证");
    assertThat(officer.page().locator("#code-problem")).containsText("动态码不对");
    officer.page().fill("#code", phone.code(0));
    officer.press("启用二次验证");
    assertThat(officer.page().locator("h1")).hasText("二次验证已启用");
    assertThat(officer.page().locator(".recovery li")).hasCount(10);
    String recovery = officer.page().locator(".recovery li").first().innerText();

    Visit again = visits.desk();
    again.open("/sign-in?next=%2Ftasks");
    again.page().fill("#name", "diqu12");
    again.page().fill("#password", Visit.password("diqu12"));
    again.press("登录");
    assertThat(again.page().locator("h1")).hasText("二次验证");
    again.open("/work");
    assertThat(again.page().locator("h1")).hasText("登录");
    again.open("/sign-in/code?next=%2Ftasks");
    again.page().fill("#code", "12");
    again.press("登录");
    assertThat(again.main().getByRole(AriaRole.ALERT)).containsText("动态码不对");
    again.page().fill("#code", phone.code(1));
    again.press("登录");
    assertThat(again.page()).hasURL(java.util.regex.Pattern.compile("/tasks$"));

    again.open("/account");
    again.page().fill("#code", recovery);
    again.press("停用二次验证");
    assertThat(again.main().getByRole(AriaRole.STATUS)).containsText("二次验证已停用");
  }

  private static final java.util.regex.Pattern PATTERN =
      java.util.regex.Pattern.compile("^(M\\d+ \\d+h1v1h-1z){200,}$");

  @Test
  void aSessionElsewhereIsSeenAndEnded(Visits visits) {
    Visit elsewhere = visits.phone().signIn("diqu13");
    Visit here = visits.desk().signIn("diqu13");
    here.open("/account");
    assertThat(here.main()).containsText("现在有 2 处登录");
    here.press("结束别处的登录");
    assertThat(here.main().getByRole(AriaRole.STATUS)).containsText("已结束另外 1 处登录");
    elsewhere.open("/work");
    assertThat(elsewhere.page().locator("h1")).hasText("登录");
    here.open("/work");
    assertThat(here.page().locator("h1")).hasText("我的工作");
  }

  @Test
  void aPasswordIsChangedWithTheOldOne(Visits visits) {
    Visit officer = visits.desk().signIn("diqu14");
    officer.open("/account/password");
    officer.page().fill("#old", Visit.password("diqu14"));
    officer.page().fill("#password", "password2021");
    officer.page().fill("#again", "password2021");
    officer.press("改密码");
    assertThat(officer.page().locator("#password-problem")).containsText("太常见");
    officer.page().fill("#old", Visit.password("diqu14"));
    officer.page().fill("#password", "xian hua cong zhong lai");
    officer.page().fill("#again", "xian hua cong zhong lai");
    officer.press("改密码");
    assertThat(officer.main().getByRole(AriaRole.STATUS)).containsText("密码已改好");
    officer.open("/work");
    assertThat(officer.page().locator("h1")).hasText("我的工作");
  }

  @Test
  void aPostIsLentAndTakenBack(Visits visits) {
    Visit lender = visits.desk().signIn("lingdao");
    lender.open("/delegations");
    lender.page().fill("#delegate", "anquan");
    lender.page().fill("#lastDay", "2021-04-02");
    lender.press("委托代理");
    assertThat(lender.page().locator("#delegate-problem")).containsText("管理岗不兼任");
    assertThat(lender.page().locator("#lastDay")).hasValue("2021-04-02");
    lender.page().fill("#delegate", "ducha");
    lender.press("委托代理");
    assertThat(lender.main().getByRole(AriaRole.STATUS)).containsText("已委托");

    Visit delegate = visits.desk().signIn("ducha");
    delegate.page().locator("details.dropped summary").first().click();
    delegate.page().locator("button[name=post]").getByText("（代）").click();
    delegate.page().waitForLoadState();
    assertThat(delegate.page().locator(".topbar")).containsText("市政府领导岗（代） 赵六");

    Visit security = visits.desk().signIn("anquan");
    security.open("/security/delegations");
    assertThat(security.row("市政府领导岗（代）")).containsText("代理中");
    lender.row("市政府领导岗（代）").getByRole(AriaRole.BUTTON).click();
    assertThat(lender.main().getByRole(AriaRole.STATUS)).containsText("代理已结束");
    delegate.open("/work");
    assertThat(delegate.page().locator("h1")).hasText("登录");
  }
}
