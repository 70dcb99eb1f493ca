package org.zhengling.formats.text;

import org.jspecify.annotations.Nullable;

/**
 * The name of a file as somebody's machine sent it, made fit to be stored and shown: the last part
 * of a path alone, without control characters and without marks that turn the direction of writing
 * or hide, so that it reads as it is.
 */
public final class FileName {
  private static final int LONGEST = 120;

  private FileName() {}

  /** Never longer than 120 characters; empty where nothing readable is left. */
  public static String of(@Nullable String sent) {
    if (sent == null) {
      return "";
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder name = new StringBuilder();
    last.codePoints().filter(FileName::readable).forEach(name::appendCodePoint);
    String kept = name.toString().strip();
    if (kept.codePointCount(0, kept.length()) > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(0, LONGEST));
    }
    return kept.equals(".") || kept.equals("..") ? "" : kept;
  }

  private static boolean readable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
