package org.zhengling.programme.socialassistance.work;

import java.util.List;
import org.zhengling.engine.law.Decision.Outcome;

/**
 * A decision as it was made, kept whole.
 *
 * @param reason generated from the findings, one a line
 * @param clauses document and path of each that it rests on
 * @param report digest of the report that it rests on
 * @param note what the deciding person added for the family; may be empty
 */
public record DecisionRecord(
    Outcome outcome,
    String reason,
    String formula,
    List<String> clauses,
    String ruleEdition,
    String report,
    String note) {
  public DecisionRecord {
    clauses = List.copyOf(clauses);
  }
}
