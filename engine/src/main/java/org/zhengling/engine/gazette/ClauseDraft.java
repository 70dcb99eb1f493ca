package org.zhengling.engine.gazette;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClausePath.Kind;

/** A clause while it is read: its own words are collected, its sub-clauses point to it. */
final class ClauseDraft {
  private final ClausePath path;
  private final Kind kind;
  private final int number;
  private final @Nullable ClauseDraft parent;
  private final Passage opening;
  private final String heading;
  private final Passage.Joiner whole = new Passage.Joiner();
  private final Passage.Joiner words = new Passage.Joiner();
  private boolean leaf = true;

  /**
   * @param opening the words from the marker on, as far as the heading goes
   */
  ClauseDraft(
      ClausePath path,
      Kind kind,
      int number,
      @Nullable ClauseDraft parent,
      Passage opening,
      String heading) {
    this.path = path;
    this.kind = kind;
    this.number = number;
    this.parent = parent;
    this.opening = opening;
    this.heading = heading;
    whole.run(opening);
    if (parent != null) {
      parent.leaf = false;
    }
  }

  /** Whether it is an article or stands in one: a norm has no heading and rarely orders work. */
  boolean isNorm() {
    return kind == Kind.ARTICLE || (parent != null && parent.isNorm());
  }

  boolean isInAnnex() {
    return kind == Kind.ANNEX || (parent != null && parent.isInAnnex());
  }

  void add(Passage paragraph) {
    if (!paragraph.isEmpty()) {
      whole.paragraph(paragraph);
      words.paragraph(paragraph);
    }
  }

  ClausePath path() {
    return path;
  }

  Kind kind() {
    return kind;
  }

  int number() {
    return number;
  }

  @Nullable ClauseDraft parent() {
    return parent;
  }

  String heading() {
    return heading;
  }

  /** The marker and the heading in their place. */
  Passage opening() {
    return opening;
  }

  boolean isLeaf() {
    return leaf;
  }

  /** The words under the heading, or null when there are none. */
  @Nullable Passage words() {
    return words.isEmpty() ? null : words.join();
  }

  Clause clause() {
    Passage own = words();
    return new Clause(
        path, heading, path.level(), own == null ? "" : own.text(), 100, whole.join().place());
  }
}
