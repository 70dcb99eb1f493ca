package org.zhengling.app.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule about the code and the faults that prove it.
 *
 * @param sentence what holds
 * @param under the rule for all packages below a root: {@code org.zhengling}, or the planted tree
 * @param planted simple names of classes of the planted tree that the rule must report
 */
record Law(String sentence, Function<String, ArchRule> under, List<String> planted) {
  Law {
    planted = List.copyOf(planted);
    if (planted.isEmpty()) {
      throw new IllegalArgumentException("Nothing proves: " + sentence);
    }
  }

  static Law of(String sentence, Function<String, ArchRule> under, String... planted) {
    return new Law(sentence, under, List.of(planted));
  }

  @Override
  public String toString() {
    return sentence;
  }
}
