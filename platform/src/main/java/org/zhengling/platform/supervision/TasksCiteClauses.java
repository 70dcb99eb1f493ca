package org.zhengling.platform.supervision;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.platform.clauses.CitesClauses;

/** Tasks of a clause, in how many areas they run and how many reports there are. */
@Component
class TasksCiteClauses implements CitesClauses {
  private final Boards boards;

  TasksCiteClauses(Boards boards) {
    this.boards = boards;
  }

  @Override
  public List<Records> citing(String document, String clausePath) {
    List<Board.Row> rows = boards.published().of(document, clausePath);
    if (rows.isEmpty()) {
      return List.of();
    }
    int areas = rows.stream().mapToInt(row -> row.cells().size()).sum();
    int reports =
        rows.stream()
            .flatMap(row -> row.cells().values().stream())
            .mapToInt(cell -> cell.assignment().reports().size())
            .sum();
    return List.of(
        new Records("督查任务", rows.size(), "#tasks"),
        new Records("分解到区划", areas, ""),
        new Records("进度填报", reports, ""));
  }
}
