package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on every page: headings, labels, widths, sizes, paper, and a quiet console. */
@ExtendWith(SampleCityVisits.class)
class EveryPageTest {
  private static String script(String name) {
    try (InputStream resource = EveryPageTest.class.getResourceAsStream("/browser/" + name)) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Maybe the test resources are damaged: " + name, e);
    }
  }

  private static List<String> faults(Page page, String script) {
    List<String> faults = new ArrayList<>();
    for (Object fault : (List<?>) page.evaluate(script)) {
      faults.add(page.url().replaceFirst("^http://[^/]+", "") + ": " + fault);
    }
    return faults;
  }

  @Test
  void isReadableForThoseWhoDoNotSeeIt(Visits visits) {
    String accessible = script("accessible.js");
    List<String> faults = new ArrayList<>();
    Walk.everywhere(visits::desk, visit -> faults.addAll(faults(visit.page(), accessible)));
    assertThat(faults).isEmpty();
  }

  @Test
  void runsItsScriptsWithoutAComplaint(Visits visits) {
    List<Visit> walked = new ArrayList<>();
    Walk.everywhere(
        () -> {
          Visit visit = visits.desk();
          walked.add(visit);
          return visit;
        },
        visit -> {
          if (visit.page().locator("[data-time]").count() > 0) {
            assertThat(visit.page().locator(".time-canvas svg, .time-canvas canvas").first())
                .isVisible();
          }
        });
    // The browser itself notes a page that is not there; the walk opens one on purpose.
    assertThat(walked)
        .flatExtracting(Visit::complaints)
        .allMatch(complaint -> complaint.toString().contains("status of 4"));
    assertThat(walked).flatExtracting(Visit::foreignRequests).isEmpty();
  }

  @Test
  void fitsAPhone(Visits visits) {
    String fits = script("fits.js");
    List<String> faults = new ArrayList<>();
    Walk.everywhere(visits::phone, visit -> faults.addAll(faults(visit.page(), fits)));
    assertThat(faults).isEmpty();
  }

  @Test
  void isLargeInTheElderVersionAndStillFitsAPhone(Visits visits) {
    String large = script("large.js");
    String fits = script("fits.js");
    List<String> faults = new ArrayList<>();
    Walk.everywhere(
        () -> elder(visits.phone()),
        visit -> {
          faults.addAll(faults(visit.page(), large));
          faults.addAll(faults(visit.page(), fits));
        });
    assertThat(faults).isEmpty();
  }

  /** Switched on once; every later page must keep it. */
  private static Visit elder(Visit visit) {
    visit.open("/");
    visit.page().locator("button[name=elder][value=true]").click();
    assertThat(visit.page().locator("button[name=elder][value=false]")).isVisible();
    return visit;
  }

  @Test
  void losesItsFrameOnPaper(Visits visits) {
    String paper = script("paper.js");
    List<String> faults = new ArrayList<>();
    Walk.everywhere(
        visits::desk,
        visit -> {
          visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          faults.addAll(faults(visit.page(), paper));
        });
    assertThat(faults).isEmpty();
  }

  @Test
  void leadsToItsMenuOnAPhone(Visits visits) {
    Visit reporter = visits.phone().signIn("diqu6");
    reporter.page().locator(".menu-link").click();
    assertThat(reporter.page()).hasURL(Pattern.compile("#menu$"));
    assertThat(reporter.page().locator("#menu")).isInViewport();
    reporter.page().locator("#menu a").filter(new Locator.FilterOptions().setHasText("挂图作战")).click();
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
