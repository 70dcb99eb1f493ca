package org.zhengling.platform.notices;

import java.util.UUID;
import org.zhengling.engine.time.Budget;

/**
 * A case to be posted.
 *
 * @param form makes it happen once
 * @param area node of the area tree that the case belongs to
 * @param period how long, in calendar or working days, as the order's parameter says
 */
public record NoticeOrder(
    UUID form,
    long caseFile,
    String area,
    MaskedCase shown,
    Level level,
    Budget period,
    Origin origin) {
  /** Whether it is about somebody. */
  public enum Origin {
    REAL,
    SAMPLE
  }
}
