package org.zhengling.platform.clauses.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.Deadline;

/** What a person says that an item is. The words of the source are never part of it. */
public sealed interface Correction {

  /** The kind of item that it can be said of. */
  default ItemKind kind() {
    return switch (this) {
      case Head head -> ItemKind.DOCUMENT;
      case Outline outline -> ItemKind.CLAUSE;
      case Duty duty -> ItemKind.TASK;
      case Figure figure -> ItemKind.INDICATOR;
      case Pointer pointer -> ItemKind.REFERENCE;
      case Event event -> ItemKind.EVENT;
      case Enclosure enclosure -> ItemKind.ANNEX;
      case IntoClause into -> ItemKind.LINE;
      case NewClause made -> ItemKind.LINE;
    };
  }

  /** The head of a document; an empty number says that it has none. */
  record Head(
      String number,
      String title,
      String issuer,
      String documentKind,
      @Nullable LocalDate written,
      @Nullable LocalDate printed)
      implements Correction {}

  /** Where a clause stands in the tree, and what of its words is its heading. */
  record Outline(String path, String heading) implements Correction {}

  /** What shall happen to a task without a lead. */
  enum Unnamed {
    STILL_OPEN,
    SUPERVISION_ASSIGNS
  }

  /** A task. */
  record Duty(
      String clause,
      String text,
      List<String> lead,
      List<String> responsible,
      Deadline deadline,
      Unnamed unnamed)
      implements Correction {
    public Duty {
      lead = List.copyOf(lead);
      responsible = List.copyOf(responsible);
    }
  }

  /** An indicator. */
  record Figure(
      String clause,
      String name,
      Indicator.Comparator comparator,
      BigDecimal value,
      @Nullable BigDecimal high,
      String unit,
      @Nullable LocalDate by,
      String forWhom)
      implements Correction {}

  /**
   * A reference. Where it amends or ends, {@code number} and {@code target} name what it changes,
   * from {@code startsOn}; {@code newWords} are the words that hold instead.
   */
  record Pointer(
      String clause,
      String title,
      String number,
      String target,
      Reference.Effect effect,
      @Nullable LocalDate startsOn,
      String newWords)
      implements Correction {}

  /** An event of the chronicle. */
  record Event(
      LocalDate firstDay,
      LocalDate lastDay,
      ChronicleEntry.Kind eventKind,
      List<ChronicleEntry.Person> people,
      List<String> places)
      implements Correction {
    public Event {
      people = List.copyOf(people);
      places = List.copyOf(places);
    }
  }

  /** Whether an annex is printed. */
  enum Print {
    PRINTED,
    MISSING
  }

  /** An annex. */
  record Enclosure(String title, Print print) implements Correction {}

  /** A line without a place belongs to this clause of this document (by its key). */
  record IntoClause(String document, String path) implements Correction {}

  /** A line without a place is a clause of its own in this document (by its key). */
  record NewClause(String document, String path, String heading) implements Correction {}
}
