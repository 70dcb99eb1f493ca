package org.zhengling.programme.socialassistance.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The worked examples of {@code policy/examples.md}: rows of the table under a heading. */
final class Examples {
  private static final String FILE = "/policy/social-assistance/examples.md";

  private Examples() {}

  /** The cells of each row, without the head. */
  static List<List<String>> under(String heading) {
    List<String> lines = text().lines().toList();
    int from = lines.indexOf("## " + heading);
    if (from < 0) {
      throw new IllegalStateException("Maybe a heading was renamed: " + heading);
    }
    return lines.subList(from + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(0, cells.size() - 1))
        .toList();
  }

  private static String text() {
    try (InputStream in = Examples.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Maybe the pack was not packed: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk failed", e);
    }
  }
}
