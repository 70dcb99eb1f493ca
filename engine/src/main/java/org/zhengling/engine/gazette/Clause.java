package org.zhengling.engine.gazette;

import java.util.List;
import org.zhengling.engine.law.ClausePath;

/**
 * One clause with its own text, the text of its sub-clauses excluded. The words before the first
 * numbered clause are the clause {@code 正文}.
 *
 * @param path stable path inside the document, {@code 二(三)7}
 * @param heading the words of its heading, without number and closing full stop; empty when it has
 *     none
 * @param level depth in the tree, 1 for 一、
 * @param text full own text below the heading, page breaks joined; paragraphs are separated by one
 *     line feed
 * @param pageEnds offsets in {@code text} where a sentence goes on that the end of a printed page
 *     broke, ascending; empty when none did
 * @param confidence how sure its place in the tree is, in percent
 */
public record Clause(
    ClausePath path,
    String heading,
    int level,
    String text,
    List<Integer> pageEnds,
    int confidence,
    Place place) {
  public Clause {
    pageEnds = List.copyOf(pageEnds);
    int last = 0;
    for (int end : pageEnds) {
      if (end <= last || end >= text.length()) {
        throw new IllegalArgumentException(
            "No page can end at " + end + " of " + text.length() + " characters of " + path);
      }
      last = end;
    }
    Confidences.check(confidence);
  }
}
