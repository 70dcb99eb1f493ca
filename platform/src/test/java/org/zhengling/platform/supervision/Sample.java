package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;

/** Tasks, cells and boards made by hand. */
final class Sample {
  private Sample() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static SupervisedTask task(String document, String path, String startsOn, Deadline deadline) {
    return new SupervisedTask(
        document + " " + path + " #1",
        document,
        path,
        "修渠",
        List.of("市城乡水务局"),
        List.of(),
        deadline,
        "",
        day(startsOn),
        false);
  }

  static Board.Cell cell(SupervisedTask task, String area, State state, @Nullable Integer percent) {
    Light light = new Light(state, state.word(), "", percent, null, null, null);
    return new Board.Cell(new Assignment(1, task.id(), area, "", List.of()), light);
  }

  static Board.Row row(SupervisedTask task, Board.Cell... cells) {
    Map<String, Board.Cell> byArea = new HashMap<>();
    for (Board.Cell cell : cells) {
      byArea.put(cell.assignment().area(), cell);
    }
    return new Board.Row(task, byArea);
  }

  static Board board(Board.Row... rows) {
    return new Board(Arrays.asList(rows));
  }
}
