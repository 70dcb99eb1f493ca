package org.zhengling.engine.gazette;

/**
 * Where an item stands in the source text.
 *
 * @param firstLine line of its first character, counted from 1
 * @param column character of that line, counted from 1
 * @param lastLine line of its last character, not before {@code firstLine}
 */
public record Place(int firstLine, int column, int lastLine) {
  public Place {
    if (firstLine < 1 || column < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          "No place in a text: lines " + firstLine + " to " + lastLine + ", column " + column);
    }
  }
}
