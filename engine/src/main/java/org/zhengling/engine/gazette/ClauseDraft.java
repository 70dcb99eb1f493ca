package org.zhengling.engine.gazette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClausePath.Kind;

/** A clause while it is read: its own words are collected, its sub-clauses point to it. */
final class ClauseDraft {
  private static final int JOINED = 5;
  private static final int LEAST_CONFIDENCE = 30;

  private final ClausePath path;
  private final Kind kind;
  private final int number;
  private final @Nullable ClauseDraft parent;
  private final Passage opening;
  private final String heading;
  private final Passage.Joiner whole = new Passage.Joiner();
  private final Passage.Joiner words = new Passage.Joiner();
  private final int doubt;
  private boolean joined;
  private boolean leaf = true;

  /**
   * @param opening the words from the marker on, as far as the heading goes
   * @param doubt what the confidence in its place in the tree loses, in percent
   */
  ClauseDraft(
      ClausePath path,
      Kind kind,
      int number,
      @Nullable ClauseDraft parent,
      Passage opening,
      String heading,
      int doubt) {
    this.path = path;
    this.kind = kind;
    this.number = number;
    this.parent = parent;
    this.opening = opening;
    this.heading = heading;
    this.doubt = doubt;
    joined = opening.lines() > 1;
    whole.run(opening);
    if (parent != null) {
      parent.leaf = false;
    }
  }

  /** Whether it is an article or stands in one: a norm has no heading and rarely orders work. */
  boolean isNorm() {
    return kind == Kind.ARTICLE
        || kind == Kind.INSERTED_ARTICLE
        || (parent != null && parent.isNorm());
  }

  boolean isInAnnex() {
    return kind == Kind.ANNEX || (parent != null && parent.isInAnnex());
  }

  void add(Passage paragraph) {
    if (!paragraph.isEmpty()) {
      joined |= paragraph.lines() > 1;
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

  int doubt() {
    return doubt;
  }

  String heading() {
    return heading;
  }

  /** The marker and the heading in their place. */
  Passage opening() {
    return opening;
  }

  /** The words of the heading without its number. */
  Passage openingWords() {
    Marker marker = Marker.at(opening.text(), 0);
    int words = marker == null ? 0 : marker.end();
    if (kind.isDecimal()) {
      words = Decimals.wordsFrom(opening.text());
    }
    int from = Math.min(words, opening.text().length());
    return opening.slice(from, opening.text().length());
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
    int confidence = Math.max(LEAST_CONFIDENCE, 100 - doubt - (joined ? JOINED : 0));
    return new Clause(
        path,
        heading,
        path.level(),
        own == null ? "" : own.text(),
        own == null ? List.of() : own.pageEnds(),
        confidence,
        whole.join().place());
  }
}
