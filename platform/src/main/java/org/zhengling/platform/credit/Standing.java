package org.zhengling.platform.credit;

import java.time.LocalDate;

/** What any unit may know of somebody's credit, and never more. */
public sealed interface Standing {
  /** No record has effect. */
  record Clear() implements Standing {}

  /**
   * One has.
   *
   * @param until first day without effect
   */
  record HasRecord(String clause, LocalDate until) implements Standing {}
}
