package org.zhengling.formats.policy;

import org.zhengling.engine.law.ClauseSpan;

/**
 * One thing the gazette demands of software.
 *
 * @param slug permanent name, {@code childcare/staff-barring-list}
 * @param clause where the order demands it
 * @param name in Chinese, as in the order
 * @param nameEn in English
 * @param kind registry, workflow, ledger, rule …
 * @param demanded what the software must do
 */
public record Demand(
    String slug,
    ClauseSpan clause,
    String name,
    String nameEn,
    String kind,
    String demanded,
    Answer answer) {

  /** What the pack says of the demand; the program is checked against it. */
  public sealed interface Answer {
    /** Nothing answers it yet. */
    record Open() implements Answer {}

    /** Code answers it; the index of the program must name it. */
    record Code() implements Answer {}

    /** It is not for a program, and why. */
    record NotComputed(String why) implements Answer {}
  }
}
