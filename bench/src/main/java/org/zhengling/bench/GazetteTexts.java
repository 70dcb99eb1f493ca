package org.zhengling.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gazettes to measure with: the sample in our own words, and the real one where it lies beside. */
final class GazetteTexts {
  private static final Path ROOT = Path.of(System.getProperty("zl.root", "."));
  private static final Path SAMPLE = ROOT.resolve("app/src/main/resources/demo/sample-gazette.txt");
  private static final Path REAL = ROOT.resolve("../shared/gazette/jining-2020.txt").normalize();

  private GazetteTexts() {}

  static boolean hasReal() {
    return Files.exists(REAL);
  }

  static String sample() {
    return text(SAMPLE);
  }

  /** The real gazette, or the sample where it is absent. */
  static String real() {
    return text(hasReal() ? REAL : SAMPLE);
  }

  /** Gazettes one after the other, at least so many bytes of UTF-8, cut at the end of a gazette. */
  static String atLeast(int bytes) {
    String one = real() + "\n\n";
    return one.repeat(Math.max(1, Math.ceilDiv(bytes, bytes(one))));
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe " + file + " was moved", e);
    }
  }
}
