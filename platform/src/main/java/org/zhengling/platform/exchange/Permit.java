package org.zhengling.platform.exchange;

import org.jspecify.annotations.Nullable;

/** Whether a source may be asked on an enquiry. */
sealed interface Permit {
  /**
   * It may.
   *
   * @param agreement absent where an official letter asks
   * @param authorisation absent where the law needs none
   */
  record Granted(@Nullable Long agreement, @Nullable Long authorisation) implements Permit {}

  /**
   * It may not.
   *
   * @param explanation everything that is missing, with the way out and the clause
   */
  record Withheld(Answer.Reason reason, String explanation) implements Permit {}
}
