package org.zhengling.platform.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Gantt;
import org.zhengling.platform.supervision.LightRule;
import org.zhengling.platform.supervision.State;
import org.zhengling.platform.supervision.SupervisedTask;

/** The wall chart (挂图作战): tasks by county with lights, and when they run. */
@Controller
class WallChartPages {
  private final CurrentPost current;
  private final Boards boards;
  private final Library library;
  private final PolicyCatalogue policies;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final LightRule rule;

  WallChartPages(
      CurrentPost current,
      Boards boards,
      Library library,
      PolicyCatalogue policies,
      AreaDirectory areas,
      BusinessDay day,
      LightRule rule) {
    this.current = current;
    this.boards = boards;
    this.library = library;
    this.policies = policies;
    this.areas = areas;
    this.day = day;
    this.rule = rule;
  }

  /** A column of the matrix: the city, a county or a zone. */
  record Column(String code, String name, String fullName) {}

  /**
   * A cell of the matrix.
   *
   * @param text percentage, 办结 or —; a task that is not this area's has no cell
   * @param label what a screen reader says
   */
  record Cell(String state, String text, String label, String area) {}

  /** A line of the matrix. */
  record Line(
      SupervisedTask task, String deadline, String clauseLabel, List<@Nullable Cell> cells) {}

  /** The tasks of one document. */
  record Group(String document, String label, String title, String character, List<Line> lines) {}

  /**
   * A bar of the time chart; positions are thousandths of the axis.
   *
   * @param group label of the document on its first bar, empty on the next ones
   */
  record Bar(
      String group,
      String document,
      int row,
      int from,
      int length,
      boolean open,
      State state,
      String text) {}

  /** A vertical line of the time chart. */
  record Tick(int at, String text, boolean year) {}

  /** The time chart. */
  record Time(List<Bar> bars, List<Tick> ticks, int today, String todayText) {}

  /** A document that the chart can be narrowed to. */
  record Choice(String document, String label, String title) {}

  /**
   * The page.
   *
   * @param chosen document the chart is narrowed to; empty for all
   */
  record WallChart(
      List<Choice> choices,
      String chosen,
      Map<State, Integer> counts,
      List<Column> columns,
      List<Group> groups,
      Time time,
      int tasks,
      String rule) {}

  @GetMapping("/wall-chart")
  String wallChart(
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "false") boolean screen,
      Model model) {
    current.require();
    Board whole = boards.inScope();
    Board board = document.isEmpty() ? whole : whole.of(document);
    List<Column> columns = columns(board);
    model.addAttribute(
        "chart",
        new WallChart(
            choices(whole),
            document,
            board.counts(),
            columns,
            groups(board, columns),
            time(board),
            board.rows().size(),
            ruleInWords()));
    return screen ? "supervision/wall-screen" : "supervision/wall-chart";
  }

  private String ruleInWords() {
    return "有风险：落后计划 "
        + rule.behindPoints()
        + " 个百分点以上，或 "
        + rule.nearDays()
        + " 个工作日内到期且未完成，或上季度没有填报";
  }

  private List<Choice> choices(Board board) {
    List<Choice> choices = new ArrayList<>();
    for (PublishedDocument one : library.documents()) {
      if (!board.of(one.number()).rows().isEmpty()) {
        choices.add(new Choice(one.number(), ClauseLabel.document(one.number()), one.title()));
      }
    }
    return choices;
  }

  private List<Column> columns(Board board) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(areas.city().code(), "市级", areas.city().name()));
    areas
        .countiesAndZones()
        .forEach(area -> columns.add(new Column(area.code(), area.shortName(), area.name())));
    return columns.stream()
        .filter(
            column -> board.rows().stream().anyMatch(row -> row.cells().containsKey(column.code())))
        .toList();
  }

  private List<Group> groups(Board board, List<Column> columns) {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    for (Board.Row row : board.rows()) {
      lines
          .computeIfAbsent(row.task().document(), key -> new ArrayList<>())
          .add(line(row, columns));
    }
    List<Group> groups = new ArrayList<>();
    lines.forEach((number, its) ->
        groups.add(
            new Group(
                number,
                ClauseLabel.document(number),
                library.document(number).map(PublishedDocument::shortTitle).orElse(number),
                character(number),
                its)));
    return groups;
  }

  private String character(String document) {
    return policies.programmeOf(document).map(programme -> programme.character()).orElse("文");
  }

  private static Line line(Board.Row row, List<Column> columns) {
    List<@Nullable Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      Board.Cell cell = row.cells().get(column.code());
      cells.add(cell == null ? null : cell(cell, column));
    }
    SupervisedTask task = row.task();
    return new Line(
        task,
        DeadlineWords.of(task.deadline()),
        ClauseLabel.of(task.document(), task.clausePath()),
        cells);
  }

  private static Cell cell(Board.Cell cell, Column column) {
    Integer percent = cell.light().percent();
    State state = cell.light().state();
    String text = state == State.DONE ? "办结" : percent == null ? "—" : String.valueOf(percent);
    String reason = cell.light().reason().isEmpty() ? "" : "，" + cell.light().reason();
    String label =
        column.fullName()
            + "，"
            + cell.light().word()
            + (percent == null ? "，没有填报" : "，" + percent + "%")
            + reason;
    return new Cell(state.code(), text, label, column.code());
  }

  private Time time(Board board) {
    Gantt gantt = Gantt.of(board, day.today());
    List<Bar> bars = new ArrayList<>();
    String before = "";
    for (Gantt.Bar bar : gantt.bars()) {
      int from = gantt.at(bar.from());
      String group = bar.document().equals(before) ? "" : ClauseLabel.document(bar.document());
      before = bar.document();
      bars.add(
          new Bar(
              group,
              bar.document(),
              bars.size(),
              from,
              Math.max(4, gantt.at(bar.to()) - from),
              bar.open(),
              bar.worst(),
              text(bar)));
    }
    List<Tick> ticks = new ArrayList<>();
    for (LocalDate quarter : gantt.quarters()) {
      boolean year = quarter.getMonthValue() == 1;
      ticks.add(
          new Tick(
              gantt.at(quarter),
              year ? quarter.getYear() + "年" : quarter.getMonthValue() + "月",
              year));
    }
    LocalDate today = day.today();
    return new Time(
        bars,
        ticks,
        gantt.at(today),
        "今天 " + today.getMonthValue() + "月" + today.getDayOfMonth() + "日");
  }

  private static String text(Gantt.Bar bar) {
    String end = bar.open() ? "没有最后一日" : "到 " + bar.to();
    return bar.tasks().size() == 1
        ? bar.tasks().getFirst().title() + "　" + end
        : bar.tasks().size() + " 项任务　" + end;
  }

  /** The same bars for the script that draws them larger. */
  @GetMapping("/wall-chart/time.json")
  @ResponseBody
  Time timeData(@RequestParam(defaultValue = "") String document) {
    current.require();
    Board whole = boards.inScope();
    return time(document.isEmpty() ? whole : whole.of(document));
  }
}
