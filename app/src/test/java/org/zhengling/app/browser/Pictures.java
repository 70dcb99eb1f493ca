package org.zhengling.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Screenshots of the tour, always under {@code target/screenshots}. With {@code
 * ZL_SCREENSHOTS=docs} they replace those that the README shows.
 */
final class Pictures {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Path DOCS =
      Path.of(System.getProperty("zl.root", ".."), "docs", "screenshots");

  private Pictures() {}

  /** The whole page, to be looked at by whoever changes it; never among those of the README. */
  static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve("look-" + name + ".png"))
            .setFullPage(true));
  }

  /** What the window shows, from the top of the page. */
  static void take(Page page, String name) {
    Path file = FOLDER.resolve(name + ".png");
    byte[] picture =
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setCaret(ScreenshotCaret.HIDE));
    if ("docs".equals(System.getenv("ZL_SCREENSHOTS"))) {
      try {
        Files.createDirectories(DOCS);
        Files.write(DOCS.resolve(name + ".png"), picture);
      } catch (IOException e) {
        throw new UncheckedIOException("Maybe the folder is read-only: " + DOCS, e);
      }
    }
  }
}
