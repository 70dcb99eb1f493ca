package org.zhengling.platform.cases;

import java.util.List;

/**
 * What a programme shows on the page of its cases: facts on the left, judgement on the right. A
 * programme offers it as a bean; its template has the fragments {@code facts(panel)} and {@code
 * judgement(panel)}.
 */
public interface CasePanel {
  /** Slug of the {@link Procedure}. */
  String procedure();

  /** Made within the scope of whoever reads, whose reading is recorded already. */
  Shown of(CaseFile caseFile, List<CaseAction> actions);

  /**
   * A template and what it shows.
   *
   * @param template name below {@code pages/}
   * @param panel one record; the fragments get it
   */
  record Shown(String template, Object panel) {}
}
