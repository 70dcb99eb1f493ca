package org.zhengling.engine.law;

import java.util.List;

/**
 * A run of neighbouring clauses of one parent, both ends included: {@code 二(二)1-5}, {@code
 * 二(一)-(三)}; a single clause is a span of one.
 */
public record ClauseSpan(ClausePath first, ClausePath last) {
  public ClauseSpan {
    ClausePath.Segment from = first.segments().getLast();
    ClausePath.Segment to = last.segments().getLast();
    if (!first.parent().equals(last.parent())
        || from.kind() != to.kind()
        || first.compareTo(last) > 0) {
      throw new IllegalArgumentException(
          "A span runs forward among the clauses of one parent, not from " + first + " to " + last);
    }
  }

  /** Reads {@code 二(二)1-5}, {@code 二(一)-(三)} or a single path. */
  public static ClauseSpan parse(String text) {
    int dash = text.indexOf('-');
    ClausePath first = ClausePath.parse(dash < 0 ? text : text.substring(0, dash));
    if (dash < 0) {
      return new ClauseSpan(first, first);
    }
    List<ClausePath.Segment> tail = ClausePath.parse(text.substring(dash + 1)).segments();
    if (tail.size() != 1) {
      throw new IllegalArgumentException(
          "The end of a span is one segment, as in 二(二)1-5, not \"" + text + "\"");
    }
    ClausePath last =
        first
            .parent()
            .map(parent -> parent.child(tail.getFirst()))
            .orElseGet(() -> ClausePath.of(tail));
    return new ClauseSpan(first, last);
  }

  /** Whether the path is one of the run or lies inside one of them. */
  public boolean contains(ClausePath path) {
    int depth = first.level();
    List<ClausePath.Segment> segments = path.segments();
    if (segments.size() < depth) {
      return false;
    }
    ClausePath ancestor = ClausePath.of(segments.subList(0, depth));
    return ancestor.parent().equals(first.parent())
        && ancestor.segments().getLast().kind() == first.segments().getLast().kind()
        && first.compareTo(ancestor) <= 0
        && ancestor.compareTo(last) <= 0;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.text() : first + "-" + last.segments().getLast();
  }
}
