package org.zhengling.engine.gazette;

import java.util.List;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Deadline;

/**
 * Something a clause orders.
 *
 * @param id stable for the same document, clause and place in the clause: {@code 济政字〔2020〕53号 二(三)7
 *     #1}
 * @param clause the clause that orders it
 * @param text what shall be done, short enough for a row
 * @param lead who leads; empty when the text names nobody ({@code Role.UNNAMED})
 * @param responsible who else is responsible, in the order of the text
 * @param deadline by when
 * @param deadlineText the words the deadline was read from; empty when there are none
 * @param confidence how sure the reading is, in percent
 */
public record OrderedTask(
    String id,
    ClausePath clause,
    String text,
    List<String> lead,
    List<String> responsible,
    Role role,
    Deadline deadline,
    String deadlineText,
    int confidence,
    Place place) {
  public OrderedTask {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
    Confidences.check(confidence);
  }

  /** How the text names the units. */
  public enum Role {
    /** 牵头单位, or 某局牵头. */
    LEAD,
    /** A bracket of bare names: who leads among them is not said. */
    UNSPECIFIED,
    /** Taken from the subject of the sentence. */
    SUBJECT,
    /** Nobody is named; to be assigned before publishing. */
    UNNAMED
  }
}
