package org.zhengling.platform.supervision;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.clauses.Calendars;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.store.TaskViews;

/** Lights of all tasks on the business day, as a post or as everybody may see them. */
@Component
public class Boards {
  private final TaskViews views;
  private final Library library;
  private final Calendars calendars;
  private final BusinessDay day;
  private final LightRule rule;

  Boards(TaskViews views, Library library, Calendars calendars, BusinessDay day, LightRule rule) {
    this.views = views;
    this.library = library;
    this.calendars = calendars;
    this.day = day;
    this.rule = rule;
  }

  /** Tasks that the post in use can see in at least one area. */
  @Transactional(readOnly = true)
  public Board inScope() {
    Board board = board(views.assignments(day.today()));
    return new Board(board.rows().stream().filter(row -> !row.cells().isEmpty()).toList());
  }

  /** Tasks of the whole city as everybody may see them. */
  @Transactional(readOnly = true)
  public Board published() {
    return board(views.publicAssignments(day.today()));
  }

  private Board board(List<Assignment> assignments) {
    Map<String, List<Assignment>> byTask =
        assignments.stream().collect(Collectors.groupingBy(Assignment::task));
    WorkingCalendar calendar = calendars.current();
    Map<String, Integer> order = order();
    return new Board(
        views.tasks(day.today()).stream()
            .sorted(Comparator.comparing(task -> order.getOrDefault(task.document(), order.size())))
            .map(task -> row(task, byTask.getOrDefault(task.id(), List.of()), calendar))
            .toList());
  }

  private Map<String, Integer> order() {
    Map<String, Integer> order = new HashMap<>();
    for (PublishedDocument document : library.documents()) {
      order.putIfAbsent(document.number(), order.size());
    }
    return order;
  }

  private Board.Row row(
      SupervisedTask task, List<Assignment> assignments, WorkingCalendar calendar) {
    Map<String, Board.Cell> cells = new HashMap<>();
    for (Assignment assignment : assignments) {
      Light light =
          rule.judge(task.deadline(), task.startsOn(), assignment.reports(), day.today(), calendar);
      cells.put(assignment.area(), new Board.Cell(assignment, light));
    }
    return new Board.Row(task, cells);
  }
}
