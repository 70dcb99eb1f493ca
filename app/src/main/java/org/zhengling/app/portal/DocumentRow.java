package org.zhengling.app.portal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Light;
import org.zhengling.platform.supervision.State;

/**
 * A document with how its orders stand.
 *
 * @param label its short number, 53号 or 办53号
 * @param character the sign of its programme
 * @param percent mean of all reports; absent when nothing is reported
 * @param state the state that calls for attention first
 * @param word 正常, or 2 项逾期
 * @param next what is due next: 4 项 2020-12-31 到期; empty when nothing has a day to come
 */
record DocumentRow(
    PublishedDocument document,
    String label,
    String character,
    int tasks,
    @Nullable Integer percent,
    String state,
    String word,
    String next) {

  static DocumentRow of(PublishedDocument document, String character, Board whole) {
    Board board = whole.of(document.number());
    OptionalInt percent = board.percent();
    State state = state(board);
    int urgent = board.tasksIn(state);
    boolean counted = state == State.OVERDUE || state == State.AT_RISK;
    return new DocumentRow(
        document,
        ClauseLabel.document(document.number()),
        character,
        board.rows().size(),
        percent.isPresent() ? percent.getAsInt() : null,
        state.code(),
        counted ? urgent + " 项" + state.word() : state.word(),
        next(board));
  }

  /** Of what is neither done nor overdue. */
  private static String next(Board board) {
    TreeMap<LocalDate, Integer> due = new TreeMap<>();
    for (Board.Row row : board.rows()) {
      row.cells().values().stream()
          .map(Board.Cell::light)
          .filter(light -> light.state() != State.OVERDUE && light.state() != State.DONE)
          .map(Light::dueOn)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(day -> due.merge(day, 1, Integer::sum));
    }
    return due.isEmpty() ? "" : due.firstEntry().getValue() + " 项 " + due.firstKey() + " 到期";
  }

  /** Red and amber as soon as one task is; otherwise how most of it stands. */
  private static State state(Board board) {
    for (State urgent : new State[] {State.OVERDUE, State.AT_RISK}) {
      if (board.tasksIn(urgent) > 0) {
        return urgent;
      }
    }
    if (board.tasksIn(State.ON_PLAN) > 0) {
      return State.ON_PLAN;
    }
    boolean allDone = !board.rows().isEmpty() && board.tasksIn(State.DONE) == board.rows().size();
    return allDone ? State.DONE : State.NOT_STARTED;
  }
}
