package org.zhengling.engine.verification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.SourceAnswer.Unavailable;

/**
 * What a check found. It depends on nothing but the check, and not on the order of anything in it.
 *
 * @param lines one a source, in the order of their codes
 * @param members one a member, in the order of their identifiers
 * @param open topics that cannot be relied on yet, each with the sources that keep it open
 * @param differences where found and declared disagree
 * @param validUntil last day it may be used
 */
public record Report(
    YearMonth windowFrom,
    YearMonth windowTo,
    LocalDate askedOn,
    LocalDate validUntil,
    List<Line> lines,
    List<Member> members,
    List<Open> open,
    List<Difference> differences) {
  public Report {
    lines = List.copyOf(lines);
    members = List.copyOf(members);
    open = List.copyOf(open);
    differences = List.copyOf(differences);
  }

  /** What one source said. */
  public record Line(Source source, SourceAnswer answer) {}

  /**
   * What is known of one member.
   *
   * @param items found items; declared ones where no source that settles the topic said anything
   * @param income of the whole window by kind of income, all four kinds; items that do not count
   *     are left out
   */
  public record Member(long person, List<Item> items, Map<Topic, Money> income) {
    public Member {
      items = List.copyOf(items);
      income = new TreeMap<>(income);
    }

    /** Of the whole window, all kinds. */
    public Money windowIncome() {
      return income.values().stream().reduce(Money.ZERO, Money::plus);
    }
  }

  /**
   * A topic that is not settled.
   *
   * @param sources those that settle it and did not, in the order of their codes
   */
  public record Open(Topic topic, List<Source> sources) {
    public Open {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Found is not declared.
   *
   * @param declared what was said: an amount a month, an amount, or a count, in Chinese
   * @param found what is known, in the same form
   */
  public record Difference(long person, Topic topic, String declared, String found) {}

  /** Income of the whole window of all members. */
  public Money windowIncome() {
    return members.stream().map(Member::windowIncome).reduce(Money.ZERO, Money::plus);
  }

  /** How many months the window has. */
  public int months() {
    return (int) windowFrom.until(windowTo, ChronoUnit.MONTHS) + 1;
  }

  /** What a sum of the window is in one month, rounded down: never to the family's disadvantage. */
  public Money monthly(Money ofWindow) {
    return new Money(Math.floorDiv(ofWindow.fen(), months()));
  }

  /**
   * By how much the household falls short of a standard each month; nothing where it does not.
   *
   * @param standard for each member and month
   */
  public Money shortfall(Money standard) {
    Money gap = standard.times(members.size()).minus(monthly(windowIncome()));
    return gap.fen() < 0 ? Money.ZERO : gap;
  }

  /** Sources that did not answer. */
  public List<Source> missing() {
    return lines.stream()
        .filter(line -> line.answer() instanceof Unavailable)
        .map(Line::source)
        .toList();
  }

  /** Whether it may still be used. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(askedOn) && !day.isAfter(validUntil);
  }

  /**
   * The whole report as a text that is the same for the same check wherever it is made; its digest
   * is the digest of the report.
   */
  public String text() {
    return ReportText.of(this);
  }

  /** Puts together what was said. */
  public static Report of(Check check) {
    Map<String, SourceAnswer> answers =
        check.answers().stream().collect(Collectors.toMap(SourceAnswer::source, one -> one));
    List<Line> lines =
        check.sources().stream()
            .sorted(Comparator.comparing(Source::code))
            .map(source ->
                new Line(
                    source,
                    answers.getOrDefault(source.code(), new Unavailable(source.code(), "没有收到答复"))))
            .toList();
    List<Member> members =
        new TreeSet<>(check.members()).stream().map(one -> member(one, check, lines)).toList();
    return new Report(
        check.windowFrom(),
        check.windowTo(),
        check.askedOn(),
        check.askedOn().plusDays(check.measures().validityDays() - 1L),
        lines,
        members,
        open(lines),
        Comparing.differences(check, members, lines));
  }

  /** Found items count where a source settles the topic; what only corroborates is not added up. */
  private static Member member(long person, Check check, List<Line> lines) {
    List<Item> found =
        lines.stream()
            .filter(line -> line.answer() instanceof SourceAnswer.Found)
            .flatMap(line ->
                line.answer().items().stream().filter(item -> counts(line.source(), item, lines)))
            .filter(item -> item.person() == person)
            .toList();
    Set<Topic> known =
        Stream.concat(found.stream().map(Item::topic), answered(lines).stream())
            .collect(Collectors.toSet());
    List<Item> items =
        Stream.concat(
                found.stream(),
                check.declared().stream()
                    .filter(item -> item.person() == person && !known.contains(item.topic())))
            .sorted(Comparator.comparing(Item::topic).thenComparing(ReportText::of))
            .toList();
    Map<Topic, Money> income = new TreeMap<>();
    for (Topic topic : Topic.values()) {
      if (topic.isIncome()) {
        income.put(topic, Comparing.windowIncome(items, topic, check));
      }
    }
    return new Member(person, items, income);
  }

  private static boolean counts(Source source, Item item, List<Line> lines) {
    return source.settles().contains(item.topic())
        || lines.stream().noneMatch(line -> line.source().settles().contains(item.topic()));
  }

  /** Topics that every source that settles them has answered. */
  private static Set<Topic> answered(List<Line> lines) {
    Set<Topic> answered =
        lines.stream()
            .flatMap(line -> line.source().settles().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    open(lines).forEach(one -> answered.remove(one.topic()));
    return answered;
  }

  private static List<Open> open(List<Line> lines) {
    Map<Topic, List<Source>> open = new TreeMap<>();
    for (Line line : lines) {
      boolean settled =
          switch (line.answer()) {
            case SourceAnswer.Found _, SourceAnswer.NotThere _ -> true;
            case Unavailable _, SourceAnswer.Stale _ -> false;
          };
      if (!settled) {
        for (Topic topic : line.source().settles()) {
          open.computeIfAbsent(topic, key -> new ArrayList<>()).add(line.source());
        }
      }
    }
    return open.entrySet().stream().map(one -> new Open(one.getKey(), one.getValue())).toList();
  }
}
