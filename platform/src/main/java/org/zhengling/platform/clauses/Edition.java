package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhengling.engine.gazette.OfficialDocument;

/**
 * One edition of a document as it is published.
 *
 * @param number the key of the document: its full number, or {@code 无文号} and its title
 * @param edition counted from 1
 * @param document what was read and corrected; its tasks, indicators and references are those that
 *     a person let stand
 * @param inForceFrom first day on which this edition is the text
 * @param sources by task id, where the task was found: a line of the text, or a row of an annex
 * @param amendments what it does to earlier documents
 * @param digest of everything that makes an edition
 */
public record Edition(
    String number,
    int edition,
    OfficialDocument document,
    LocalDate inForceFrom,
    Map<String, String> sources,
    List<Amendment> amendments,
    String digest,
    boolean sample) {
  public Edition {
    sources = Map.copyOf(sources);
    amendments = List.copyOf(amendments);
  }
}
