package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;
import org.zhengling.engine.gazette.OrderedTask;

/**
 * A document came into force here, or a new edition of it did. Listeners act in the same
 * transaction; what they do not accept is not published.
 *
 * @param number full number, the key of the document
 * @param edition counted from 1
 * @param startsOn the day its clocks start: the day written
 * @param inForceFrom the first day of this edition: what it no longer orders ends then
 * @param tasks all tasks of this edition after checking, in the order of the text
 */
public record DocumentPublished(
    String number,
    int edition,
    LocalDate startsOn,
    LocalDate inForceFrom,
    List<OrderedTask> tasks,
    boolean sample) {
  public DocumentPublished {
    tasks = List.copyOf(tasks);
  }
}
