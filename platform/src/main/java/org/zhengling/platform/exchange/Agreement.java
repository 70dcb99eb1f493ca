package org.zhengling.platform.exchange;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An agreement on sharing with the owner of a source (共享协议).
 *
 * @param endDay first day it no longer holds, an early end counted in
 * @param purposes slugs of the legal purposes it allows
 * @param documentDigest SM3 of the signed text, 64 hexadecimal characters
 * @param deedDigest SM3 of the confidentiality deed
 */
public record Agreement(
    long id,
    String source,
    String number,
    LocalDate firstDay,
    LocalDate endDay,
    Set<String> purposes,
    String documentDigest,
    String deedDigest,
    LocalDate deedSignedOn) {
  public Agreement {
    purposes = Set.copyOf(purposes);
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(firstDay) && day.isBefore(endDay);
  }

  /** Last day on which it holds. */
  public LocalDate lastDay() {
    return endDay.minusDays(1);
  }

  /** One that is about to be entered; a fault in it is refused by name. */
  public record Draft(
      String source,
      String number,
      LocalDate firstDay,
      LocalDate lastDay,
      Set<String> purposes,
      String documentDigest,
      String deedDigest,
      LocalDate deedSignedOn) {
    static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Draft {
      purposes = Set.copyOf(purposes);
    }
  }
}
