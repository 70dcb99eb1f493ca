package org.zhengling.app.portal;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.State;

/**
 * A document with how its orders stand.
 *
 * @param label its short number, 53号 or 办53号
 * @param character the sign of its programme
 * @param percent mean of all reports; absent when nothing is reported
 * @param state the state that calls for attention first
 * @param word 正常, or 2 项逾期
 */
record DocumentRow(
    PublishedDocument document,
    String label,
    String character,
    int tasks,
    @Nullable Integer percent,
    String state,
    String word) {

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
        counted ? urgent + " 项" + state.word() : state.word());
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
