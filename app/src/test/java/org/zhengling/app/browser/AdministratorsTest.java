package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The three administrators: each sees their own pages, in the menu and by address. */
@ExtendWith(SampleCityVisits.class)
class AdministratorsTest {
  private static final Map<String, List<String>> OWN =
      Map.of(
          "guanli", List.of("/people", "/people/new", "/calendar"),
          "anquan", List.of("/security", "/security/delegations", "/security/rights"),
          "shenji", List.of());

  private static final List<String> BUSINESS =
      List.of("/work", "/tasks", "/wall-chart", "/imports", "/delegations");

  @Test
  void eachOpensTheirOwnPagesAndNoneOfTheOthers(Visits visits) {
    OWN.forEach((name, own) -> {
      Visit visit = visits.desk().signIn(name);
      for (String path : own) {
        assertThat(visit.open(path).status()).as(name + " " + path).isEqualTo(200);
      }
      assertThat(visit.open("/account").status()).isEqualTo(200);
      List<String> closed = new ArrayList<>(BUSINESS);
      OWN.values().forEach(closed::addAll);
      closed.removeAll(own);
      for (String path : closed) {
        assertThat(visit.open(path).status()).as(name + " " + path).isEqualTo(403);
        assertThat(visit.main()).containsText("没有打开。您现在的岗位不办这件事。");
      }
    });
  }

  @Test
  void theMenuOfEachLeadsToPagesTheyMayOpen(Visits visits) {
    for (String name : OWN.keySet()) {
      Visit visit = visits.desk().signIn(name);
      List<String> places = new ArrayList<>();
      for (Locator link : visit.page().locator("#menu a").all()) {
        places.add(link.getAttribute("href"));
      }
      assertThat(places).isNotEmpty().doesNotContainAnyElementsOf(BUSINESS);
      for (String place : places) {
        assertThat(visit.open(place).status()).as(name + " " + place).isEqualTo(200);
      }
    }
  }

  @Test
  void nobodyIsGivenASecondOfTheThreeOffices(Visits visits) {
    Visit administrator = visits.desk().signIn("guanli");
    administrator.row("anquan").getByText("再给一个岗位").click();
    administrator.page().selectOption("#kind", "AUDIT_ADMINISTRATOR");
    administrator.page().selectOption("#area", "370800000000");
    administrator.page().fill("#title", "兼任岗");
    administrator.press("设置岗位");
    assertThat(administrator.main().getByRole(AriaRole.ALERT)).containsText("三种管理岗互不兼任");
    assertThat(administrator.page().locator("#title")).hasValue("兼任岗");
  }

  @Test
  void theSecurityAdministratorEndsASessionAtOnce(Visits visits) {
    Visit officer = visits.desk().signIn("diqu10");
    Visit security = visits.desk().signIn("anquan");
    assertThat(security.row("diqu10")).containsText("1 处");
    security.row("diqu10").getByRole(AriaRole.LINK).click();
    assertThat(security.main()).containsText("Linux，Chrome");
    security.press("结束全部登录");
    assertThat(security.main().getByRole(AriaRole.STATUS)).containsText("已结束 1 处登录");
    officer.open("/work");
    assertThat(officer.page().locator("h1")).hasText("登录");
    assertThat(officer.main()).containsText("登录已经结束");
  }

  @Test
  void theSecurityAdministratorUnlocksAName(Visits visits) {
    Visit stranger = visits.desk();
    stranger.open("/sign-in");
    for (int attempt = 1; attempt <= 5; attempt++) {
      stranger.page().fill("#name", "diqu11");
      stranger.page().fill("#password", "wrong " + attempt);
      stranger.press("登录");
    }
    Visit security = visits.desk().signIn("anquan");
    assertThat(security.row("diqu11")).containsText("锁定到");
    security.row("diqu11").getByRole(AriaRole.LINK).click();
    security.press("解锁");
    assertThat(security.main().getByRole(AriaRole.STATUS)).containsText("已解锁");
    visits.desk().signIn("diqu11");
  }
}
