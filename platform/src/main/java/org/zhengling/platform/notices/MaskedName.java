package org.zhengling.platform.notices;

import java.util.regex.Pattern;

/** A name that shows its first character alone: 孙*. */
public record MaskedName(String text) {
  private static final Pattern MASKED = Pattern.compile("[㐀-鿿·a-zA-Z]?\\*");

  public MaskedName {
    if (!MASKED.matcher(text).matches()) {
      throw new IllegalArgumentException("No masked name, " + text.length() + " characters");
    }
  }

  /** Keeps the first character of a name; one that is no letter is dropped too. */
  public static MaskedName of(String name) {
    String first = name.isBlank() ? "" : name.strip().substring(0, 1);
    return new MaskedName(first.matches("[㐀-鿿a-zA-Z]") ? first + "*" : "*");
  }
}
