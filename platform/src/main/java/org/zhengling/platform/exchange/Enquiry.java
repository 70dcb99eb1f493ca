package org.zhengling.platform.exchange;

import java.util.Set;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DateRange;

/**
 * A question about one resident to one or more sources.
 *
 * @param purpose slug of a legal purpose
 * @param sources slugs, at least one
 * @param period days that matter: records of other days are left out
 */
public record Enquiry(
    CaseReference inCase, String purpose, Subject subject, Set<String> sources, DateRange period) {
  public Enquiry {
    sources = Set.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("An enquiry asks nobody");
    }
  }

  /**
   * Whom it is about.
   *
   * @param resident id in the register
   */
  public record Subject(long resident, IdNumber number, String name) {
    /** Never prints the name. */
    @Override
    public String toString() {
      return "resident " + resident;
    }
  }
}
