package org.zhengling.engine.verification;

import java.util.Set;

/**
 * A register of a department that is asked.
 *
 * @param code stable code, {@code bank-deposits}
 * @param name Chinese, 市公安局 机动车登记
 * @param settles topics that stay open while it has not answered
 * @param corroborates topics it knows something of, settled by others
 */
public record Source(String code, String name, Set<Topic> settles, Set<Topic> corroborates) {
  public Source {
    settles = Set.copyOf(settles);
    corroborates = Set.copyOf(corroborates);
    if (code.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("A source needs code and name: " + code + ", " + name);
    }
  }
}
