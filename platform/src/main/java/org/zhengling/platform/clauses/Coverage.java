package org.zhengling.platform.clauses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.formats.policy.Demand;
import org.zhengling.formats.policy.Programme;

/**
 * How far the program answers what the gazette demands, computed from the policy packs and the
 * index of answers; nobody can type it.
 *
 * @param faults where packs and code contradict each other; empty in a sound build
 */
public record Coverage(List<Document> documents, List<String> faults) {
  public Coverage {
    documents = List.copyOf(documents);
    faults = List.copyOf(faults);
  }

  /** Whether a demand is answered. */
  public enum State {
    /** Code answers it and a test executes it. */
    ANSWERED("answered"),
    /** Code answers it; no test does. */
    UNTESTED("untested"),
    /** It is not for a program. */
    NOT_COMPUTED("not-computed"),
    /** Nothing answers it yet. */
    OPEN("open");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** Its word in JSON and on pages. */
    public String code() {
      return code;
    }
  }

  /**
   * One demand.
   *
   * @param by the code that answers it; empty when nothing does
   * @param tests the tests that execute it
   * @param why why it is not computed; empty otherwise
   */
  public record Row(
      String slug,
      String clause,
      String name,
      String nameEn,
      String state,
      List<String> by,
      List<String> tests,
      String why) {}

  /** The demands of one order; the four counts add up to {@code demanded}. */
  public record Document(
      String number,
      String programme,
      int demanded,
      int answered,
      int notComputed,
      int open,
      int untested,
      List<Row> rows) {}

  /** Compares packs with the index. */
  static Coverage of(List<Programme> programmes, AnswersIndex index) {
    List<Document> documents = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Programme programme : programmes) {
      for (Demand demand : programme.demands()) {
        if (!slugs.add(demand.slug())) {
          faults.add(demand.slug() + " stands twice");
        }
      }
      documents.add(document(programme, index, faults));
    }
    for (AnswersIndex.Entry entry : index.entries()) {
      if (!slugs.contains(entry.slug())) {
        faults.add(entry.where() + " answers " + entry.slug() + ", which no pack demands");
      }
    }
    return new Coverage(documents, faults);
  }

  private static Document document(Programme programme, AnswersIndex index, List<String> faults) {
    List<Row> rows = new ArrayList<>();
    for (Demand demand : programme.demands()) {
      rows.add(row(demand, index, faults));
    }
    return new Document(
        programme.document(),
        programme.slug(),
        rows.size(),
        count(rows, State.ANSWERED),
        count(rows, State.NOT_COMPUTED),
        count(rows, State.OPEN),
        count(rows, State.UNTESTED),
        List.copyOf(rows));
  }

  private static int count(List<Row> rows, State state) {
    return (int) rows.stream().filter(row -> row.state().equals(state.code())).count();
  }

  private static Row row(Demand demand, AnswersIndex index, List<String> faults) {
    List<String> by = places(index, demand.slug(), false);
    List<String> tests = places(index, demand.slug(), true);
    String why = "";
    State state =
        switch (demand.answer()) {
          case Demand.Answer.Open() -> {
            if (!by.isEmpty()) {
              faults.add(demand.slug() + " is answered by " + by + " but its pack says open");
            }
            yield State.OPEN;
          }
          case Demand.Answer.Code() -> {
            if (by.isEmpty()) {
              faults.add(demand.slug() + " claims code that is not there");
              yield State.OPEN;
            }
            yield tests.isEmpty() ? State.UNTESTED : State.ANSWERED;
          }
          case Demand.Answer.NotComputed(String reason) -> {
            why = reason;
            if (!by.isEmpty()) {
              faults.add(
                  demand.slug() + " is answered by " + by + " but its pack says not-computed");
            }
            yield State.NOT_COMPUTED;
          }
        };
    if (state == State.UNTESTED) {
      faults.add(demand.slug() + " has no test");
    }
    return new Row(
        demand.slug(),
        demand.clause().toString(),
        demand.name(),
        demand.nameEn(),
        state.code(),
        by,
        tests,
        why);
  }

  private static List<String> places(AnswersIndex index, String slug, boolean test) {
    return index.entries().stream()
        .filter(entry -> entry.slug().equals(slug) && entry.test() == test)
        .map(AnswersIndex.Entry::where)
        .toList();
  }

  /** The order with this number, when a programme carries it out. */
  public Optional<Document> document(String number) {
    return documents.stream().filter(document -> document.number().equals(number)).findFirst();
  }

  /** What one clause of an order demands. */
  public List<Row> of(String number, String clausePath) {
    ClausePath path = ClausePath.parse(clausePath);
    return document(number).stream()
        .flatMap(document -> document.rows().stream())
        .filter(row -> covers(ClauseSpan.parse(row.clause()), path))
        .toList();
  }

  /**
   * A span of several clauses belongs to each of them; a single clause to itself, not to its parts.
   */
  private static boolean covers(ClauseSpan span, ClausePath path) {
    return span.contains(path) && path.level() == span.first().level();
  }
}
