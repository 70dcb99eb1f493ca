package org.zhengling.platform.clauses;

import java.util.List;
import org.zhengling.engine.time.Deadline;

/**
 * A task as an edition orders it.
 *
 * @param lead empty where the supervision office assigns it
 * @param source where it was found: 第 152 行, 附件 表1 第3行
 */
public record PublishedTask(
    String id,
    String clause,
    String title,
    List<String> lead,
    List<String> responsible,
    Deadline deadline,
    String source) {
  public PublishedTask {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
  }
}
