package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.clauses.PublishedClause;

/**
 * A clause among the others of its document.
 *
 * @param above its ancestors, outermost first
 * @param below its parts
 */
record ClauseTree(List<Step> above, List<Step> below, @Nullable Step before, @Nullable Step after) {

  /** A neighbour or ancestor of a clause. */
  record Step(String path, String name) {}

  static ClauseTree around(List<PublishedClause> clauses, int index) {
    return new ClauseTree(
        above(clauses, index),
        below(clauses, index),
        index == 0 ? null : step(clauses.get(index - 1)),
        index + 1 == clauses.size() ? null : step(clauses.get(index + 1)));
  }

  /** Going back, each clause of a lower level than the last one found. */
  private static List<Step> above(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index - 1; i >= 0 && level > 1; i--) {
      if (clauses.get(i).level() < level) {
        steps.addFirst(step(clauses.get(i)));
        level = clauses.get(i).level();
      }
    }
    return steps;
  }

  private static List<Step> below(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index + 1; i < clauses.size() && clauses.get(i).level() > level; i++) {
      if (clauses.get(i).level() == level + 1) {
        steps.add(step(clauses.get(i)));
      }
    }
    return steps;
  }

  private static Step step(PublishedClause clause) {
    return new Step(clause.path(), clause.name());
  }
}
