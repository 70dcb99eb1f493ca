package org.zhengling.platform.access;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form with wrong or missing entries; nothing was changed. Each entry names its field and says in
 * Chinese what is wrong and the way out, in the order of the form.
 */
public final class Misfilled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> problems;

  public Misfilled(Map<String, String> problems) {
    super("Fields: " + problems.keySet());
    this.problems = new LinkedHashMap<>(problems);
  }

  /** Sentence by field. */
  public Map<String, String> problems() {
    return new LinkedHashMap<>(problems);
  }
}
