package org.zhengling.platform.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.access.BringsWork;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.access.WorkLine;
import org.zhengling.platform.clauses.Calendars;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.ImportedFile;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Light;
import org.zhengling.platform.supervision.State;
import org.zhengling.platform.supervision.SupervisedTask;

/** "My work": what the post in use has to do, by clock. */
@Controller
class WorkPages {
  private static final int SOON_DAYS = 5;
  private static final int AHEAD_DAYS = 10;

  private final CurrentPost current;
  private final Boards boards;
  private final Gazettes gazettes;
  private final Calendars calendars;
  private final BusinessDay day;
  private final List<BringsWork> brought;

  WorkPages(
      CurrentPost current,
      Boards boards,
      Gazettes gazettes,
      Calendars calendars,
      BusinessDay day,
      List<BringsWork> brought) {
    this.brought = List.copyOf(brought);
    this.current = current;
    this.boards = boards;
    this.gazettes = gazettes;
    this.calendars = calendars;
    this.day = day;
  }

  /**
   * One line of the list.
   *
   * @param light of a task, whose progress is shown; absent where a clock is
   */
  record Line(WorkLine work, @Nullable Light light) {}

  /** Lines under one heading. */
  record Group(String name, List<Line> lines) {}

  /** A working day ahead, or a holiday in between. */
  record Ahead(String date, String weekday, boolean working, int due) {}

  /** The page. */
  record Work(
      String summary,
      List<Group> groups,
      List<Ahead> ahead,
      List<ImportedFile> drafts,
      List<BringsWork.Rest> rest,
      int done,
      int countiesOverdue) {}

  @GetMapping("/work")
  String work(Model model) {
    SignedIn signedIn = current.require();
    Post post = signedIn.post();
    Board board = boards.inScope();
    List<Light> lights = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Board.Row row : board.rows()) {
      Board.Cell cell = row.cells().get(post.areaCode());
      if (cell != null && concerns(post, row)) {
        lights.add(cell.light());
        if (cell.light().state() != State.DONE) {
          lines.add(line(row, cell));
        }
      }
    }
    brought.forEach(
        one -> one.waitingFor(signedIn).forEach(work -> lines.add(new Line(work, null))));
    List<Group> groups = groups(lines);
    List<ImportedFile> drafts =
        post.may(Permission.PUBLISH_GAZETTE)
            ? gazettes.files().stream().filter(file -> file.publishedAt() == null).toList()
            : List.of();
    int done = (int) lights.stream().filter(light -> light.state() == State.DONE).count();
    model.addAttribute(
        "work",
        new Work(
            summary(groups, drafts),
            groups,
            ahead(lines),
            drafts,
            brought.stream().map(one -> one.all(signedIn)).filter(one -> one.count() > 0).toList(),
            done,
            countiesOverdue(board, post)));
    return "supervision/work";
  }

  /** A post of a bureau sees what its bureau leads or shares; a post of a government sees all. */
  private static boolean concerns(Post post, Board.Row row) {
    String department = post.department();
    return department == null
        || row.task().lead().contains(department)
        || row.task().responsible().contains(department);
  }

  private static Line line(Board.Row row, Board.Cell cell) {
    Light light = cell.light();
    Integer days = light.daysLeft();
    boolean late = light.state() == State.OVERDUE;
    boolean today = light.word().equals("今天");
    // Overdue since a weekend: no working day has passed yet, the reason says it in days.
    String left =
        days == null || (late && days == 0) ? "" : late ? "超 " + -days : String.valueOf(days);
    SupervisedTask task = row.task();
    LocalDate due = light.dueOn();
    WorkLine work =
        new WorkLine(
            group(light),
            light.state().code(),
            light.word(),
            today ? "今天" : left,
            left.isEmpty() || today ? "" : "工作日",
            task.title(),
            light.reason().isEmpty() ? cell.assignment().unit() : light.reason(),
            UriComponentsBuilder.fromPath("/tasks/one")
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(task.id())
                .toUriString(),
            "",
            List.of(),
            "",
            due == null ? DeadlineWords.of(task.deadline()) : due.toString(),
            due,
            ClauseLabel.of(task.document(), task.clausePath()),
            task.document(),
            task.clausePath());
    return new Line(work, light);
  }

  private static WorkGroup group(Light light) {
    Integer days = light.daysLeft();
    if (light.state() == State.OVERDUE) {
      return WorkGroup.OVERDUE;
    }
    if (light.word().equals("今天")) {
      return WorkGroup.TODAY;
    }
    if (days != null && days <= SOON_DAYS) {
      return WorkGroup.SOON;
    }
    return light.dueOn() == null ? WorkGroup.NO_DAY : WorkGroup.LATER;
  }

  private static List<Group> groups(List<Line> lines) {
    Comparator<Line> byDue =
        Comparator.comparing(
            line -> line.work().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()));
    return Arrays.stream(WorkGroup.values())
        .map(group ->
            new Group(
                group.chinese(),
                lines.stream().filter(line -> line.work().group() == group).sorted(byDue).toList()))
        .filter(group -> !group.lines().isEmpty())
        .toList();
  }

  private static String summary(List<Group> groups, List<ImportedFile> drafts) {
    List<String> parts = new ArrayList<>();
    for (Group group : groups) {
      if (group.name().equals("已逾期")) {
        parts.add(group.lines().size() + " 件已逾期");
      } else if (group.name().equals("今天到期")) {
        parts.add(group.lines().size() + " 件今天到期");
      }
    }
    if (!drafts.isEmpty()) {
      parts.add(drafts.size() + " 份公报草稿等待发布");
    }
    int all = groups.stream().mapToInt(group -> group.lines().size()).sum();
    return parts.isEmpty() ? "在办 " + all + " 件，没有逾期。" : String.join("，", parts) + "。";
  }

  private List<Ahead> ahead(List<Line> lines) {
    WorkingCalendar calendar = calendars.current();
    List<Ahead> days = new ArrayList<>();
    LocalDate date = day.today();
    int working = 0;
    while (working < AHEAD_DAYS) {
      date = date.plusDays(1);
      if (!calendar.covers(date.getYear())) {
        break;
      }
      boolean works = calendar.isWorkingDay(date);
      boolean weekend = date.getDayOfWeek().getValue() >= 6;
      if (works) {
        working++;
      }
      // An ordinary weekend says nothing; a holiday on a weekday does.
      if (works || !weekend) {
        days.add(ahead(date, works, lines));
      }
    }
    return days;
  }

  private static Ahead ahead(LocalDate date, boolean works, List<Line> lines) {
    int due = (int) lines.stream().filter(line -> date.equals(line.work().dueOn())).count();
    return new Ahead(date.toString().substring(5), weekday(date), works, due);
  }

  private static String weekday(LocalDate date) {
    return "周" + "一二三四五六日".charAt(date.getDayOfWeek().getValue() - 1);
  }

  private static int countiesOverdue(Board board, Post post) {
    return (int)
        board.rows().stream()
            .flatMap(row -> row.cells().values().stream())
            .filter(cell -> !cell.assignment().area().equals(post.areaCode()))
            .filter(cell -> cell.light().state() == State.OVERDUE)
            .count();
  }
}
