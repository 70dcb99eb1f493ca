package org.zhengling.platform.clauses;

import java.util.List;
import org.zhengling.engine.time.Deadline;

/** What a person corrected in one task of a draft; the source text itself is never edited. */
public record TaskEdit(
    String task, String title, List<String> lead, List<String> responsible, Deadline deadline) {
  public TaskEdit {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
  }
}
