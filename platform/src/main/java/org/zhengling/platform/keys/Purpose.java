package org.zhengling.platform.keys;

import java.util.regex.Pattern;

/**
 * What a key is for; each purpose has keys of its own, so that a value of one never opens as one of
 * another.
 *
 * @param name module and thing in small letters, {@code access.second-factor}
 */
public record Purpose(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]{0,39}");

  public Purpose {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No purpose: " + name);
    }
  }
}
