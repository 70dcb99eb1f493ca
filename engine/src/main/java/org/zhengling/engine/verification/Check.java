package org.zhengling.engine.verification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A household to be checked, with everything that was said about it.
 *
 * @param members who belongs to it
 * @param applied month of the application; the window are the months before it
 * @param askedOn day the sources were asked
 * @param sources every source that was asked
 * @param answers one of each source; a source without one did not answer
 * @param declared what the household said of itself
 * @param measures numbers that law or the house sets
 */
public record Check(
    Set<Long> members,
    YearMonth applied,
    LocalDate askedOn,
    List<Source> sources,
    List<SourceAnswer> answers,
    List<Item> declared,
    Measures measures) {
  public Check {
    members = Set.copyOf(members);
    sources = List.copyOf(sources);
    answers = List.copyOf(answers);
    declared = List.copyOf(declared);
    Set<String> asked = new HashSet<>();
    for (Source source : sources) {
      if (!asked.add(source.code())) {
        throw new IllegalArgumentException("Asked twice: " + source.code());
      }
    }
    for (SourceAnswer answer : answers) {
      if (!asked.remove(answer.source())) {
        throw new IllegalArgumentException("Not asked, or answered twice: " + answer.source());
      }
      refuseStrangers(members, answer.items());
    }
    refuseStrangers(members, declared);
  }

  private static void refuseStrangers(Set<Long> members, List<Item> items) {
    for (Item item : items) {
      if (!members.contains(item.person())) {
        throw new IllegalArgumentException("An item about no member: " + item.topic());
      }
    }
  }

  /** First month of the window. */
  public YearMonth windowFrom() {
    return applied.minusMonths(measures.windowMonths);
  }

  /** Last month of the window, the one before the application. */
  public YearMonth windowTo() {
    return applied.minusMonths(1);
  }

  /**
   * Numbers of a check.
   *
   * @param windowMonths how many months before the application incomes are averaged over
   * @param tolerancePercent a found value up to so much above the declared one agrees with it
   * @param validityDays how long the report may be used, the day of asking counted
   * @param notCounted types of income that do not count
   */
  public record Measures(
      int windowMonths, int tolerancePercent, int validityDays, Set<String> notCounted) {
    public Measures {
      notCounted = Set.copyOf(notCounted);
      if (windowMonths < 1 || tolerancePercent < 0 || validityDays < 1) {
        throw new IllegalArgumentException(
            "No measures: %d, %d, %d".formatted(windowMonths, tolerancePercent, validityDays));
      }
    }
  }
}
