package org.zhengling.platform.registry;

/**
 * What comes of an identity number that somebody wants to enter: a number stands for one person.
 */
public sealed interface NumberAnswer {
  /** The number is kept with this person from now on. */
  record Accepted(long resident) implements NumberAnswer {}

  /** Somebody has the number already. */
  sealed interface Held extends NumberAnswer permits HeldHere, HeldElsewhere {}

  /** Somebody in the scope in force: propose a merge, or take that person. */
  record HeldHere(long resident) implements Held {}

  /**
   * Somebody outside of the scope: nothing may be said but where; {@link Moves#ask} is the way on.
   *
   * @param county name of the county or zone
   */
  record HeldElsewhere(String county) implements Held {}
}
