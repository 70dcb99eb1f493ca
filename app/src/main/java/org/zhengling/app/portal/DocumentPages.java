package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Light;
import org.zhengling.platform.supervision.SupervisedTask;

/** A document with its clauses, and one clause with what it demands and how that stands. */
@Controller
class DocumentPages {
  private final Library library;
  private final Boards boards;
  private final PolicyCatalogue policies;

  DocumentPages(Library library, Boards boards, PolicyCatalogue policies) {
    this.library = library;
    this.boards = boards;
    this.policies = policies;
  }

  /** A task as everybody may see it. */
  record TaskRow(
      SupervisedTask task,
      String deadline,
      @Nullable Light light,
      @Nullable Integer percent,
      int areas) {}

  /** A clause in the tree of its document. */
  record ClauseRow(PublishedClause clause, List<TaskRow> tasks) {}

  /** The page of a document. */
  record DocumentPage(
      DocumentRow row, List<ClauseRow> clauses, Coverage.@Nullable Document coverage) {}

  /** A neighbour or ancestor of a clause. */
  record Step(String path, String name) {}

  /** The page of a clause. */
  record ClausePage(
      PublishedDocument document,
      PublishedClause clause,
      String label,
      List<Step> above,
      List<Step> below,
      @Nullable Step before,
      @Nullable Step after,
      List<List<OfficialText.Piece>> paragraphs,
      List<Coverage.Row> demands,
      List<TaskRow> tasks) {}

  @GetMapping("/documents/{number}")
  String document(@PathVariable String number, Model model) {
    PublishedDocument document = known(number);
    Board board = boards.published();
    List<ClauseRow> rows =
        library.clauses(number).stream()
            .map(clause -> new ClauseRow(clause, tasks(board, number, clause.path())))
            .toList();
    model.addAttribute(
        "page",
        new DocumentPage(
            DocumentRow.of(document, policies.character(number), board),
            rows,
            policies.coverage().document(number).orElse(null)));
    return "portal/document";
  }

  @GetMapping("/documents/{number}/clauses/{path}")
  String clause(@PathVariable String number, @PathVariable String path, Model model) {
    PublishedDocument document = known(number);
    List<PublishedClause> clauses = library.clauses(number);
    int index = 0;
    while (index < clauses.size() && !clauses.get(index).path().equals(path)) {
      index++;
    }
    if (index == clauses.size()) {
      throw new Refusal(Refusal.Kind.ABSENT, number + " 里没有“" + path + "”这一条。", "请从文件的条款目录里选。");
    }
    PublishedClause clause = clauses.get(index);
    List<TaskRow> tasks = tasks(boards.published(), number, path);
    model.addAttribute(
        "page",
        new ClausePage(
            document,
            clause,
            ClauseLabel.of(number, path),
            above(clauses, index),
            below(clauses, index),
            index == 0 ? null : step(clauses.get(index - 1)),
            index + 1 == clauses.size() ? null : step(clauses.get(index + 1)),
            OfficialText.paragraphs(clause.body(), tasks.stream().map(TaskRow::task).toList()),
            policies.coverage().of(number, path),
            tasks));
    return "portal/clause";
  }

  private PublishedDocument known(String number) {
    return library
        .document(number)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.ABSENT, "没有发布过“" + number + "”。", "请从文件清单里选，或用搜索查。"));
  }

  private static List<TaskRow> tasks(Board board, String number, String path) {
    List<TaskRow> rows = new ArrayList<>();
    for (Board.Row row : board.of(number, path)) {
      rows.add(
          new TaskRow(
              row.task(),
              DeadlineWords.of(row.task().deadline()),
              row.worst().orElse(null),
              row.percent().isPresent() ? row.percent().getAsInt() : null,
              row.cells().size()));
    }
    return rows;
  }

  /**
   * Ancestors, outermost first: going back, each clause of a lower level than the last one found.
   */
  private static List<Step> above(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index - 1; i >= 0 && level > 1; i--) {
      if (clauses.get(i).level() < level) {
        steps.addFirst(step(clauses.get(i)));
        level = clauses.get(i).level();
      }
    }
    return steps;
  }

  private static List<Step> below(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index + 1; i < clauses.size() && clauses.get(i).level() > level; i++) {
      if (clauses.get(i).level() == level + 1) {
        steps.add(step(clauses.get(i)));
      }
    }
    return steps;
  }

  private static Step step(PublishedClause clause) {
    return new Step(clause.path(), clause.name());
  }
}
