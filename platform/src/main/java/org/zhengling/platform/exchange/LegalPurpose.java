package org.zhengling.platform.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What residents' data may be asked for, by law.
 *
 * @param clause where it is written, 个人信息保护法 第三十四条
 * @param endDay first day it no longer holds; absent while no end is known
 */
public record LegalPurpose(
    String slug, String name, String clause, LocalDate firstDay, @Nullable LocalDate endDay) {
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(firstDay) && (endDay == null || day.isBefore(endDay));
  }
}
