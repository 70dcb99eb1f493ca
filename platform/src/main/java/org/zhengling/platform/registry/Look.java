package org.zhengling.platform.registry;

import org.jspecify.annotations.Nullable;

/**
 * Why personal data are read; it goes into the audit.
 *
 * @param page what is shown: 人员登记
 * @param purpose what for: 受理低保申请
 * @param caseNumber absent where no case is concerned
 */
public record Look(String page, String purpose, @Nullable String caseNumber) {
  /** Outside of a case. */
  public Look(String page, String purpose) {
    this(page, purpose, null);
  }
}
