package org.zhengling.platform.clauses;

import java.time.LocalDate;

/**
 * What a clause of a later document does to an earlier one, confirmed by a person.
 *
 * @param document the later document
 * @param clause its clause that says so: the ground
 * @param targetDocument the earlier document
 * @param targetPath its clause; empty for the whole document
 * @param startsOn the first day on which it holds
 * @param newWords the words that hold instead, copied from the ground; empty where only the change
 *     is noted, and where the clause ends
 * @param confirmedBy who answered for it
 */
public record Amendment(
    String document,
    String clause,
    String targetDocument,
    String targetPath,
    Effect effect,
    LocalDate startsOn,
    String newWords,
    String confirmedBy) {

  /** What happens to the earlier words. */
  public enum Effect {
    AMENDS("修改"),
    ENDS("废止");

    private final String chinese;

    Effect(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
