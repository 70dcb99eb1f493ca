package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;

/**
 * What a document carries besides its clauses.
 *
 * @param annexes names of its annexes; those the gazette did not print say so
 * @param digest of its words and tasks
 * @param inForceFrom first day on which this edition is the text
 */
public record Particulars(
    List<String> addressees, List<String> annexes, String digest, LocalDate inForceFrom) {
  public Particulars {
    addressees = List.copyOf(addressees);
    annexes = List.copyOf(annexes);
  }
}
