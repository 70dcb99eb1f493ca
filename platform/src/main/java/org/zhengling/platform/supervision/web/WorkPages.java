package org.zhengling.platform.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.SignedIn;
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

  WorkPages(
      CurrentPost current, Boards boards, Gazettes gazettes, Calendars calendars, BusinessDay day) {
    this.current = current;
    this.boards = boards;
    this.gazettes = gazettes;
    this.calendars = calendars;
    this.day = day;
  }

  /**
   * One line of the list.
   *
   * @param left what is left, 超 3 or 9, and its unit; empty when there is no last day
   */
  record Line(
      SupervisedTask task,
      Light light,
      String left,
      String leftUnit,
      String unit,
      String deadline,
      String clauseLabel) {}

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
      int done,
      int countiesOverdue) {}

  @GetMapping("/work")
  String work(Model model) {
    SignedIn signedIn = current.require();
    Post post = signedIn.post();
    Board board = boards.inScope();
    List<Line> lines =
        board.rows().stream()
            .filter(row -> row.cells().containsKey(post.areaCode()))
            .filter(row -> concerns(post, row))
            .map(row -> line(row, Objects.requireNonNull(row.cells().get(post.areaCode()))))
            .toList();
    List<Group> groups = groups(lines);
    List<ImportedFile> drafts =
        post.may(Permission.PUBLISH_GAZETTE)
            ? gazettes.files().stream().filter(file -> file.publishedAt() == null).toList()
            : List.of();
    int done = (int) lines.stream().filter(line -> line.light().state() == State.DONE).count();
    model.addAttribute(
        "work",
        new Work(
            summary(groups, drafts),
            groups,
            ahead(lines),
            drafts,
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
    // Overdue since a weekend: no working day has passed yet, the reason says it in days.
    String left =
        days == null || (late && days == 0) ? "" : late ? "超 " + -days : String.valueOf(days);
    SupervisedTask task = row.task();
    LocalDate due = light.dueOn();
    return new Line(
        task,
        light,
        light.word().equals("今天") ? "今天" : left,
        left.isEmpty() || light.word().equals("今天") ? "" : "工作日",
        cell.assignment().unit(),
        due == null ? DeadlineWords.of(task.deadline()) : due.toString(),
        ClauseLabel.of(task.document(), task.clausePath()));
  }

  private static List<Group> groups(List<Line> lines) {
    List<Line> overdue = new ArrayList<>();
    List<Line> today = new ArrayList<>();
    List<Line> soon = new ArrayList<>();
    List<Line> later = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : lines) {
      Integer days = line.light().daysLeft();
      if (line.light().state() == State.DONE) {
        continue;
      }
      if (line.light().state() == State.OVERDUE) {
        overdue.add(line);
      } else if (line.light().word().equals("今天")) {
        today.add(line);
      } else if (days != null && days <= SOON_DAYS) {
        soon.add(line);
      } else if (line.light().dueOn() != null) {
        later.add(line);
      } else {
        open.add(line);
      }
    }
    Comparator<Line> byDue =
        Comparator.comparing(
            line -> line.light().dueOn(), Comparator.nullsLast(Comparator.naturalOrder()));
    return List.of(
            new Group("已逾期", overdue),
            new Group("今天到期", today),
            new Group(SOON_DAYS + " 个工作日内", soon),
            new Group("以后", later),
            new Group("没有最后一日", open))
        .stream()
        .filter(group -> !group.lines().isEmpty())
        .map(group -> new Group(group.name(), group.lines().stream().sorted(byDue).toList()))
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
    int due = (int) lines.stream().filter(line -> date.equals(line.light().dueOn())).count();
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
