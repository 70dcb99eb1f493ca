package org.zhengling.engine.gazette;

import java.util.List;
import org.zhengling.engine.time.Deadline;

/**
 * Reads the cells of a task list that stands outside the running text, by the rules of the text:
 * 某局、某厅 in one cell, 2020年12月底前 in another.
 */
public final class TaskCells {
  private TaskCells() {}

  /** The units of a cell in its order, each once; an empty cell has none. */
  public static List<String> units(String cell) {
    return UnitNames.list(cell.replaceAll("[;；/\\r\\n]+", "、")).stream().distinct().toList();
  }

  /**
   * The deadline that a cell states.
   *
   * @param year of a date that names none
   * @return {@link Deadline.None} where the cell states none
   */
  public static Deadline deadline(String cell, int year) {
    FoundDeadline found = DeadlineReader.stated(cell, year);
    return found == null ? new Deadline.None() : found.deadline();
  }
}
