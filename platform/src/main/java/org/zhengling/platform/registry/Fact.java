package org.zhengling.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.DateRange;

/**
 * A dated fact about somebody or something. Printing one does not show its value.
 *
 * @param subject whom it was written about; after a merge possibly the dropped one
 * @param kind {@link FactKind#name}
 * @param corrects the row that this one puts right, or absent
 * @param ground why it was put right; empty for a first row
 * @param standing no later row puts it right
 */
public record Fact(
    long id,
    long subject,
    String kind,
    String chinese,
    String value,
    DateRange days,
    String source,
    @Nullable Long corrects,
    String ground,
    boolean standing,
    Instant enteredAt,
    String enteredPost) {

  @Override
  public String toString() {
    return "Fact " + id + " " + kind + " of " + subject;
  }
}
