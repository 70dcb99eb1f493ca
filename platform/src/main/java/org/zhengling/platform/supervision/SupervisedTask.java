package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengling.engine.time.Deadline;

/**
 * A task of the current gazette.
 *
 * @param id document, clause and place in the clause; the same in every edition
 * @param startsOn the day its clock starts
 */
public record SupervisedTask(
    String id,
    String document,
    String clausePath,
    String title,
    List<String> lead,
    List<String> responsible,
    Deadline deadline,
    String deadlineText,
    LocalDate startsOn,
    boolean sample) {
  public SupervisedTask {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
  }
}
