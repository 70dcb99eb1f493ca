package org.zhengling.platform.clauses;

import java.util.List;

/**
 * A capability whose records cite clauses. The page of a clause lists what every such capability
 * says, as everybody may see it: numbers, no names.
 */
public interface CitesClauses {
  /** Records that cite the clause; empty when there are none. */
  List<Records> citing(String document, String clausePath);

  /**
   * Records of one sort.
   *
   * @param what 督查任务, 进度填报 …
   * @param count how many
   * @param href where they are listed; empty where a reader may not follow
   */
  record Records(String what, int count, String href) {}
}
