package org.zhengling.engine.time;

import java.time.LocalDate;

/**
 * The day on which acts take legal effect. It follows {@code --today}; what really happened is
 * stamped with the machine's time instead.
 */
@FunctionalInterface
public interface BusinessDay {
  LocalDate today();
}
