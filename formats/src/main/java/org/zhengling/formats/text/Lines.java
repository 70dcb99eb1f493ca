package org.zhengling.formats.text;

/**
 * Collects the lines of a text; blanks at the end of a line and lines without words are left out.
 */
final class Lines {
  private final StringBuilder text = new StringBuilder();

  void add(CharSequence line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\u3000' || line.charAt(end - 1) <= ' ')) {
      end--;
    }
    if (end > 0) {
      if (text.length() + end > SourceFile.LARGEST) {
        throw Unreadable.bomb("有上亿个字");
      }
      text.append(line, 0, end).append('\n');
    }
  }

  /** A new printed page begins with the next line. */
  void endPage() {
    text.append('\f');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
