package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody needs a mouse. */
@ExtendWith(SampleCityVisits.class)
class KeyboardTest {
  private static final int MOST_STEPS = 120;

  @Test
  void aCountySignsInAndReports(Visits visits) {
    Visit visit = visits.desk();
    Page page = visit.page();
    visit.open("/sign-in");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    tabTo(page, "#name");
    page.keyboard().type("diqu4");
    tabTo(page, "#password");
    page.keyboard().type(Visit.password("diqu4"));
    page.keyboard().press("Enter");
    page.waitForURL("**/work");

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.keyboard().press("j");
    Locator first = visit.main().locator("tbody .row-title").first();
    assertThat(first).isFocused();
    page.keyboard().press("Enter");
    page.waitForURL("**/tasks/one?*");
    tabTo(page, "#percent");
    page.keyboard().type("62");
    tabTo(page, "#note");
    page.keyboard().type("只用键盘填报。");
    tabTo(page, "form:has(#percent) button[type=submit]");
    page.keyboard().press("Enter");
    assertThat(visit.main().getByRole(AriaRole.STATUS)).containsText("已记下");
    assertThat(visit.row("只用键盘填报。")).containsText("62%");
  }

  private static void tabTo(Page page, String selector) {
    for (int step = 0; step < MOST_STEPS; step++) {
      page.keyboard().press("Tab");
      if (page.evaluate("s => document.activeElement.matches(s)", selector).equals(true)) {
        return;
      }
    }
    assertThat(page.locator(selector)).isFocused();
  }
}
