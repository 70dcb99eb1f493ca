package org.zhengling.platform.clauses;

import java.util.List;
import java.util.Map;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;

/**
 * An imported text as it was read, with the corrections made so far. The reading is made anew from
 * the text each time, so a better reader improves every open draft.
 *
 * @param lines the source, one element a line; line 1 is element 0
 * @param edits corrections by task id
 */
public record Draft(
    ImportedFile file, List<String> lines, Gazette reading, Map<String, TaskEdit> edits) {
  /** From this confidence on a reading needs no look. */
  public static final int SURE = 95;

  /** Below this confidence a reading must be confirmed by a person. */
  public static final int DOUBTFUL = 80;

  public Draft {
    lines = List.copyOf(lines);
    edits = Map.copyOf(edits);
  }

  public List<OfficialDocument> documents() {
    return reading.documents();
  }

  public List<ChronicleEntry> chronicle() {
    return reading.chronicle();
  }

  /** The tasks of a document as they would be published: read, then corrected. */
  public List<OrderedTask> tasks(OfficialDocument document) {
    return document.tasks().stream().map(this::corrected).toList();
  }

  private OrderedTask corrected(OrderedTask read) {
    TaskEdit edit = edits.get(read.id());
    if (edit == null) {
      return read;
    }
    OrderedTask.Role role =
        edit.lead().isEmpty() ? OrderedTask.Role.UNNAMED : OrderedTask.Role.LEAD;
    return new OrderedTask(
        read.id(),
        read.clause(),
        edit.title(),
        edit.lead(),
        edit.responsible(),
        role,
        edit.deadline(),
        read.deadlineText(),
        100,
        read.place());
  }
}
