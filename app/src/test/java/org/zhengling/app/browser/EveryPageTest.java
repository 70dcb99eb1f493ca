package org.zhengling.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on every page, seen on three walks: at a desk, with a phone, in the elder version. */
@ExtendWith(SampleCityVisits.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> tooWide = new ArrayList<>();
  private final List<String> tooSmall = new ArrayList<>();

  @BeforeAll
  void walkAtADesk(Visits visits) {
    String accessible = script("accessible.js");
    String paper = script("paper.js");
    List<Visit> walked = new ArrayList<>();
    Walk.everywhere(
        () -> {
          Visit visit = visits.desk();
          walked.add(visit);
          return visit;
        },
        visit -> {
          Page page = visit.page();
          if (page.locator("[data-time]").count() > 0) {
            assertThat(page.locator(".time-canvas :is(svg, canvas)").first()).isVisible();
          }
          unreadable.addAll(faults(page, accessible));
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          printed.addAll(faults(page, paper));
          page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        });
    walked.forEach(visit -> complaints.addAll(visit.complaints()));
  }

  @BeforeAll
  void walkWithAPhone(Visits visits) {
    String fits = script("fits.js");
    Walk.everywhere(visits::phone, visit -> tooWide.addAll(faults(visit.page(), fits)));
  }

  @BeforeAll
  void walkInTheElderVersion(Visits visits) {
    String large = script("large.js");
    String fits = script("fits.js");
    Walk.everywhere(
        () -> FrameTest.elder(visits.phone()),
        visit -> {
          tooSmall.addAll(faults(visit.page(), large));
          tooWide.addAll(faults(visit.page(), fits));
        });
  }

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
  void canBeReadByThoseWhoDoNotSeeIt() {
    assertThat(unreadable).isEmpty();
  }

  @Test
  void losesItsFrameOnPaper() {
    assertThat(printed).isEmpty();
  }

  /** The browser itself notes a page that is not there; the walk opens one on purpose. */
  @Test
  void leavesTheConsoleQuiet() {
    assertThat(complaints).allMatch(complaint -> complaint.contains("a status of 404"));
  }

  @Test
  void fitsAPhone() {
    assertThat(tooWide).isEmpty();
  }

  @Test
  void isLargeInTheElderVersion() {
    assertThat(tooSmall).isEmpty();
  }
}
