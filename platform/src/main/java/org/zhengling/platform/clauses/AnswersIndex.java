package org.zhengling.platform.clauses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which code says that it answers which demand, as the build found it.
 *
 * @param entries one for each {@code @Answers} in code and in tests
 */
public record AnswersIndex(List<Entry> entries) {
  /** Where the build writes it. */
  public static final String RESOURCE = "META-INF/zhengling/answers.tsv";

  public AnswersIndex {
    entries = List.copyOf(entries);
  }

  /** An annotation found at a class or method. */
  public record Entry(String slug, boolean test, String where) {}

  /** All indexes of the class path. */
  public static AnswersIndex load(ClassLoader loader) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(RESOURCE))) {
        try (InputStream stream = url.openStream()) {
          entries.addAll(
              parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).entries());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged", e);
    }
    return new AnswersIndex(entries);
  }

  /** Reads lines of slug, main or test, and place, separated by tabs. */
  public static AnswersIndex parse(String text) {
    return new AnswersIndex(
        text.lines()
            .map(line -> line.split("\t", -1))
            .filter(part -> part.length == 3)
            .map(part -> new Entry(part[0], part[1].equals("test"), part[2]))
            .toList());
  }

  /** The lines {@link #parse} reads, in order. */
  public String print() {
    StringBuilder text = new StringBuilder();
    entries.stream()
        .map(entry -> entry.slug() + "\t" + (entry.test() ? "test" : "main") + "\t" + entry.where())
        .sorted()
        .distinct()
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
