package org.zhengling.platform.clauses;

import org.zhengling.platform.access.SignedIn;

/** Who answers for a decision on a draft. */
public record Editor(long person, String name) {
  public static Editor of(SignedIn signedIn) {
    return new Editor(signedIn.personId(), signedIn.name());
  }
}
