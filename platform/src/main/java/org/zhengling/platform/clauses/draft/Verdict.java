package org.zhengling.platform.clauses.draft;

/** What a person decided about an item of a draft. */
public sealed interface Verdict {
  /** It was read rightly. */
  record Confirmed() implements Verdict {}

  /** It is not what it was taken for: no task, no figure, a line of the layout. */
  record Dropped() implements Verdict {}

  /** It is this instead. */
  record Corrected(Correction correction) implements Verdict {}

  /** An earlier decision is taken back; the item is as it was read. */
  record Reopened() implements Verdict {}
}
