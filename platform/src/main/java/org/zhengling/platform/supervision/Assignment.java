package org.zhengling.platform.supervision;

import java.util.List;

/**
 * A task in one area.
 *
 * @param unit who carries it out there, as printed; empty when the order names nobody
 * @param reports what was reported, oldest first
 */
public record Assignment(long id, String task, String area, String unit, List<Progress> reports) {
  public Assignment {
    reports = List.copyOf(reports);
  }
}
