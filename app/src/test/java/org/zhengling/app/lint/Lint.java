package org.zhengling.app.lint;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing a reviewer looks for.
 *
 * @param sentence what holds
 * @param findings file, line where there is one, and what is wrong
 * @param planted files, by path, each of which must be found
 * @param beside files, by path, that make the planted ones a fault
 */
record Lint(
    String sentence,
    Function<SourceTree, List<String>> findings,
    Map<String, String> planted,
    Map<String, String> beside) {
  Lint {
    planted = Map.copyOf(planted);
    beside = Map.copyOf(beside);
    if (planted.isEmpty()) {
      throw new IllegalArgumentException("Nothing proves: " + sentence);
    }
  }

  Lint(String sentence, Function<SourceTree, List<String>> findings, Map<String, String> planted) {
    this(sentence, findings, planted, Map.of());
  }

  @Override
  public String toString() {
    return sentence;
  }
}
