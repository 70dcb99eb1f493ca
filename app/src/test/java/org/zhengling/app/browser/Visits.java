package org.zhengling.app.browser;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;

/** The browsers of one test, each with cookies of its own, on one server. */
final class Visits implements AutoCloseable {
  static final int DESK_WIDTH = 1440;
  static final int DESK_HEIGHT = 900;
  static final int PHONE_WIDTH = 390;
  static final int PHONE_HEIGHT = 844;

  private final Chromium chromium;
  private final String address;
  private final List<Visit> open = new ArrayList<>();

  Visits(Chromium chromium, SampleServer server) {
    this.chromium = chromium;
    this.address = server.address();
  }

  Visit desk() {
    return visit(new Browser.NewContextOptions().setViewportSize(DESK_WIDTH, DESK_HEIGHT));
  }

  Visit phone() {
    return visit(
        new Browser.NewContextOptions()
            .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  Visit withoutScripts() {
    return visit(
        new Browser.NewContextOptions()
            .setViewportSize(DESK_WIDTH, DESK_HEIGHT)
            .setJavaScriptEnabled(false));
  }

  private Visit visit(Browser.NewContextOptions options) {
    Visit visit = new Visit(chromium.browser().newContext(options.setLocale("zh-CN")), address);
    open.add(visit);
    return visit;
  }

  /** Whatever a test is about, no page may ask a foreign host. */
  @Override
  public void close() {
    List<String> foreign = new ArrayList<>();
    for (Visit visit : open) {
      foreign.addAll(visit.foreignRequests());
      visit.close();
    }
    if (!foreign.isEmpty()) {
      throw new AssertionError("Requests left the server's own host: " + foreign);
    }
  }
}
