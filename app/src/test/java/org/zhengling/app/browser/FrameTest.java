package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The frame around every page: its menu on a phone, and the switch for larger letters. */
@ExtendWith(SampleCityVisits.class)
class FrameTest {
  /** Presses the switch once; every later page of the visit must keep it. */
  static Visit elder(Visit visit) {
    visit.open("/");
    visit.page().locator("button[name=elder][value=true]").click();
    assertThat(visit.page().locator("button[name=elder][value=false]")).isVisible();
    return visit;
  }

  @Test
  void leadsToItsMenuOnAPhone(Visits visits) {
    Visit reporter = visits.phone().signIn("diqu6");
    reporter.page().locator(".menu-link").click();
    assertThat(reporter.page()).hasURL(Pattern.compile("#menu$"));
    assertThat(reporter.page().locator("#menu")).isInViewport();
    reporter
        .page()
        .locator("#menu a")
        .filter(new Locator.FilterOptions().setHasText("挂图作战"))
        .click();
    assertThat(reporter.page().locator("h1")).hasText("挂图作战");
  }

  @Test
  void goesBackFromTheElderVersion(Visits visits) {
    Visit reader = elder(visits.desk());
    reader.open("/chronicle");
    assertThat(reader.page().locator("html")).hasClass("elder");
    reader.page().locator("button[name=elder][value=false]").click();
    assertThat(reader.page()).hasURL(Pattern.compile("/chronicle$"));
    assertThat(reader.page().locator("html.elder")).hasCount(0);
  }
}
