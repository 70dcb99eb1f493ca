package org.zhengling.platform.clauses;

import java.util.List;

/**
 * What later documents end of a published one, as it stands after a publication: the whole list, so
 * that an ending that was taken back is missing from it. Listeners act in the same transaction.
 *
 * @param document the earlier document
 * @param endings with their first day and their ground; an empty path ends the whole document
 */
public record ClausesEnded(String document, List<Amendment> endings) {
  public ClausesEnded {
    endings = List.copyOf(endings);
  }
}
