package org.zhengling.platform.access;

import org.zhengling.platform.audit.Actor;

/**
 * An applicant who showed the code of a receipt: no name, no area to look at, one case.
 *
 * @param caseFile id of the case
 * @param caseNumber as printed: 任古救〔2020〕137号
 * @param area node of the area tree the case belongs to; who audits it reads what was done
 */
public record Citizen(long caseFile, String caseNumber, String area) {
  static final ScopedValue<Citizen> CURRENT = ScopedValue.newInstance();

  public Citizen {
    if (caseNumber.isBlank() || area.isBlank()) {
      throw new IllegalArgumentException("A case without number or area: " + caseFile);
    }
  }

  /** Runs an act as this one, in the scope of the case alone. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> act) throws X {
    return new Actor.Citizen(caseNumber, area)
        .<T, X>call(() ->
            Scope.ofCase(caseFile)
                .<T, X>call(() -> ScopedValue.where(CURRENT, this).<T, X>call(act)));
  }
}
