package org.zhengling.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write an entry or a root as bytes: UTF-8, a line a field in a fixed order, name
 * and value parted by one space, absent values as a line with the name alone, line ends within
 * values escaped. What two programs write of one entry is equal to the byte; digests are taken of
 * it.
 */
public final class Canonical {
  private final StringBuilder text = new StringBuilder();

  /** Begins with the form, so that a later one can be told from this. */
  public Canonical(String form) {
    add("form", form);
  }

  public Canonical add(String name, @Nullable String value) {
    text.append(name);
    if (value != null) {
      text.append(' ').append(escaped(value));
    }
    text.append('\n');
    return this;
  }

  public Canonical add(String name, @Nullable Long value) {
    return add(name, value == null ? null : value.toString());
  }

  public Canonical add(String name, Instant value) {
    return add(name, value.toString());
  }

  public Canonical add(String name, List<Long> values) {
    StringJoiner joined = new StringJoiner(",");
    values.forEach(value -> joined.add(value.toString()));
    return add(name, joined.toString());
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
