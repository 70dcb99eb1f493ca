package org.zhengling.platform.clauses;

import java.util.List;

/**
 * A clause of a published document.
 *
 * @param body its own text, paragraphs separated by one line feed
 * @param pageEnds how many characters of the body stand before each place where the end of a
 *     printed page broke a sentence
 * @param firstLine first line in the imported file
 */
public record PublishedClause(
    String document,
    String path,
    int level,
    String heading,
    String body,
    List<Integer> pageEnds,
    int firstLine,
    int lastLine) {
  public PublishedClause {
    pageEnds = List.copyOf(pageEnds);
  }

  /** Heading, or the first words of the text where the clause has none. */
  public String name() {
    if (!heading.isEmpty()) {
      return heading;
    }
    int end = body.codePointCount(0, body.length());
    return end <= 30 ? body : body.substring(0, body.offsetByCodePoints(0, 30)) + "……";
  }
}
