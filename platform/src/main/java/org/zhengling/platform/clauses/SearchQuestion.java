package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;

/**
 * What to look for and where.
 *
 * @param terms all must be found
 * @param kinds what sorts of things; not empty
 * @param document number of the only document to look in; empty for all
 * @param firstDay things of this day or later
 * @param lastDay things of this day or earlier
 * @param unit part of the name of a unit that a task names; empty for all
 */
public record SearchQuestion(
    List<String> terms,
    List<SearchKind> kinds,
    String document,
    LocalDate firstDay,
    LocalDate lastDay,
    String unit,
    Editions editions) {
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  public SearchQuestion {
    terms = List.copyOf(terms);
    kinds = List.copyOf(kinds);
  }

  /** Which editions of a document. */
  public enum Editions {
    NEWEST,
    ALL
  }

  /** Everything that contains all the words of the line and holds today. */
  public static SearchQuestion everywhere(String line) {
    return new SearchQuestion(
        SearchWords.parse(line).terms(),
        List.of(SearchKind.values()),
        "",
        EARLIEST,
        LATEST,
        "",
        Editions.NEWEST);
  }

  public SearchQuestion only(SearchKind kind) {
    return new SearchQuestion(terms, List.of(kind), document, firstDay, lastDay, unit, editions);
  }

  public SearchQuestion in(String number) {
    return new SearchQuestion(terms, kinds, number, firstDay, lastDay, unit, editions);
  }

  public SearchQuestion from(LocalDate day) {
    return new SearchQuestion(terms, kinds, document, day, lastDay, unit, editions);
  }

  public SearchQuestion until(LocalDate day) {
    return new SearchQuestion(terms, kinds, document, firstDay, day, unit, editions);
  }

  public SearchQuestion of(String part) {
    return new SearchQuestion(terms, kinds, document, firstDay, lastDay, part, editions);
  }

  public SearchQuestion inAllEditions() {
    return new SearchQuestion(terms, kinds, document, firstDay, lastDay, unit, Editions.ALL);
  }
}
