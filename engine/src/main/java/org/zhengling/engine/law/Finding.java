package org.zhengling.engine.law;

/**
 * What a rule found about one clause. A department that did not answer makes it {@link Unknown},
 * never {@link Unmet}. Statements are Chinese, whole sentences without the closing full stop, and
 * are printed for the citizen.
 */
public sealed interface Finding {

  ClauseId clause();

  String statement();

  /** The clause is met. */
  record Met(ClauseId clause, String statement) implements Finding {}

  /** The clause is not met. */
  record Unmet(ClauseId clause, String statement) implements Finding {}

  /**
   * It could not be established.
   *
   * @param statement what was to be established
   * @param reason why it is not known, in Chinese: which department did not answer, which value is
   *     missing
   * @param couldFlip whether its answer could change the outcome
   */
  record Unknown(ClauseId clause, String statement, String reason, boolean couldFlip)
      implements Finding {}
}
