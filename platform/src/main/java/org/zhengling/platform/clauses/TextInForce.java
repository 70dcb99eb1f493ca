package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document on a day.
 *
 * @param edition the edition that was the text on that day
 * @param ended what ended the whole document by then, absent where it is in force
 * @param editions all editions, the oldest first
 */
public record TextInForce(
    EditionHead edition,
    LocalDate on,
    List<ClauseInForce> clauses,
    @Nullable Amendment ended,
    List<EditionHead> editions) {
  public TextInForce {
    clauses = List.copyOf(clauses);
    editions = List.copyOf(editions);
  }

  /**
   * A clause on that day. The official words stay as they were printed; what changed them stands
   * beside them.
   *
   * @param changes what had changed it by then, in the order of the days
   * @param ended what had ended it by then, itself or with a clause above
   * @param coming what will change or end it later, as far as it is known now
   */
  public record ClauseInForce(
      PublishedClause clause,
      List<Amendment> changes,
      @Nullable Amendment ended,
      List<Amendment> coming) {
    public ClauseInForce {
      changes = List.copyOf(changes);
      coming = List.copyOf(coming);
    }

    /** The words that hold on that day; those of the clause where no change brought new ones. */
    public String words() {
      String words = clause.body();
      for (Amendment change : changes) {
        if (!change.newWords().isBlank()) {
          words = change.newWords();
        }
      }
      return words;
    }

    public boolean replaced() {
      return !words().equals(clause.body());
    }
  }
}
