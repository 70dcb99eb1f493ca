package org.zhengling.platform.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.State;
import org.zhengling.platform.supervision.SupervisedTask;
import org.zhengling.platform.supervision.Supervision;
import org.zhengling.platform.supervision.store.TaskViews;

/** The list of tasks, one task, and reporting its progress. */
@Controller
class TaskPages {
  private final CurrentPost current;
  private final Boards boards;
  private final Supervision supervision;
  private final TaskViews views;
  private final AreaDirectory areas;

  TaskPages(
      CurrentPost current,
      Boards boards,
      Supervision supervision,
      TaskViews views,
      AreaDirectory areas) {
    this.current = current;
    this.boards = boards;
    this.supervision = supervision;
    this.views = views;
    this.areas = areas;
  }

  /** A task in the list. */
  record Line(Board.Row row, String deadline, String clauseLabel) {}

  /** The list page. */
  record TaskList(List<Line> lines, @Nullable String state, Map<State, Integer> counts, int all) {}

  /** One area's part of a task. */
  record Part(String area, String areaName, Board.Cell cell) {}

  /**
   * What a person typed into the report form, kept when it is refused.
   *
   * @param problem why it was refused; empty at first
   * @param field the field that the problem is about; empty at first
   */
  record ReportForm(
      @Nullable Long assignment, String percent, String note, String problem, String field) {}

  /** The page of one task. */
  record TaskPage(
      SupervisedTask task,
      String deadline,
      String clauseLabel,
      List<Part> parts,
      @Nullable Part mine,
      List<TaskViews.HistoryLine> history,
      boolean mayReport,
      boolean maySplit,
      ReportForm form) {}

  @GetMapping("/tasks")
  String tasks(@RequestParam(required = false) @Nullable String state, Model model) {
    current.require();
    Board board = boards.inScope();
    Map<State, Integer> counts = new java.util.EnumMap<>(State.class);
    for (State one : State.values()) {
      counts.put(one, board.tasksIn(one));
    }
    List<Line> lines =
        board.rows().stream()
            .filter(row ->
                state == null
                    || row.worst().filter(l -> l.state().code().equals(state)).isPresent())
            .map(row ->
                new Line(
                    row,
                    DeadlineWords.of(row.task().deadline()),
                    ClauseLabel.of(row.task().document(), row.task().clausePath())))
            .toList();
    model.addAttribute("list", new TaskList(lines, state, counts, board.rows().size()));
    return "supervision/tasks";
  }

  @GetMapping("/tasks/one")
  String task(
      @RequestParam String id, @RequestParam(required = false) @Nullable String area, Model model) {
    return page(id, area, new ReportForm(null, "", "", "", ""), model);
  }

  private String page(String id, @Nullable String area, ReportForm form, Model model) {
    SignedIn signedIn = current.require();
    Board.Row row =
        boards
            .inScope()
            .task(id)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有这项任务，或它不在您的区划内。", "请从任务清单里重新打开。"));
    List<Part> parts = parts(row);
    String wanted = area == null ? signedIn.post().areaCode() : area;
    Part mine = parts.stream().filter(part -> part.area().equals(wanted)).findFirst().orElse(null);
    SupervisedTask task = row.task();
    model.addAttribute(
        "page",
        new TaskPage(
            task,
            DeadlineWords.of(task.deadline()),
            ClauseLabel.of(task.document(), task.clausePath()),
            parts,
            mine,
            mine == null ? List.of() : views.history(mine.cell().assignment().id()),
            mine != null && signedIn.post().may(Permission.REPORT_PROGRESS),
            signedIn.post().may(Permission.SPLIT_TASK) && parts.size() <= 1,
            form));
    return "supervision/task";
  }

  /** The city first, then its counties and zones in their order. */
  private List<Part> parts(Board.Row row) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(areas.city()), areas.countiesAndZones().stream())
        .filter(area -> row.cells().containsKey(area.code()))
        .map(area ->
            new Part(
                area.code(), area.name(), Objects.requireNonNull(row.cells().get(area.code()))))
        .toList();
  }

  @PostMapping("/tasks/report")
  String report(
      @RequestParam String id,
      @RequestParam long assignment,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(defaultValue = "") String percent,
      @RequestParam(defaultValue = "") String note,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    SignedIn by = current.require(Permission.REPORT_PROGRESS);
    try {
      supervision.report(assignment, whole(percent), note, by);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CALLER) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = refusal.happened() + "您写的都保留着。" + refusal.todo();
      String field = isShare(percent) ? "note" : "percent";
      return page(id, area, new ReportForm(assignment, percent, note, problem, field), model);
    }
    flash.addFlashAttribute("said", "已记下这次填报。提交后不能删改，有变化请再报一次。");
    flash.addAttribute("id", id);
    if (area != null) {
      flash.addAttribute("area", area);
    }
    return "redirect:/tasks/one";
  }

  private static String digits(String percent) {
    return percent.strip().replace("%", "").replace("％", "");
  }

  private static boolean isShare(String percent) {
    return digits(percent).matches("\\d{1,2}|100");
  }

  private static int whole(String percent) {
    String digits = digits(percent);
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有保存。完成率“" + percent + "”不是整数。", "请写 0 到 100 的整数，如 85。");
    }
  }

  @PostMapping("/tasks/split")
  String split(@RequestParam String id, RedirectAttributes flash) {
    current.require(Permission.SPLIT_TASK);
    supervision.splitToCounties(id);
    flash.addFlashAttribute("said", "已分解到各县（市、区）和功能区，各地的填报岗从现在起能看到它。");
    flash.addAttribute("id", id);
    return "redirect:/tasks/one";
  }
}
