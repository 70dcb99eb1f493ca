package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Light;
import org.zhengling.platform.supervision.SupervisedTask;

/** A document with its clauses and how its orders stand. */
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

  @GetMapping("/documents/{number}")
  String document(@PathVariable String number, Model model) {
    PublishedDocument document = library.published(number);
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

  /** Tasks of a clause with their worst light. */
  static List<TaskRow> tasks(Board board, String number, String path) {
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
}
