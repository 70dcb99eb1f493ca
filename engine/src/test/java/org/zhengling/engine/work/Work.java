package org.zhengling.engine.work;

/**
 * The work done so far, in steps: a block of code that was entered, or a character that a regular
 * expression or a search looked at. {@link CountedEngine} puts the calls into the code.
 */
public final class Work {
  private static long steps;

  private Work() {}

  static void reset() {
    steps = 0;
  }

  static long steps() {
    return steps;
  }

  public static void block() {
    steps++;
  }

  /** What a regular expression is to search, so that each look of it counts. */
  public static CharSequence watched(CharSequence text) {
    return new Watched(text.toString());
  }

  /** The text a search, a comparison or a copy may have to go through. */
  public static String passed(String text) {
    steps += text.length();
    return text;
  }

  private record Watched(String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      steps += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
