package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.platform.clauses.store.EditionViews;

/** Which text of a document was in force on a day, with what later documents did to it. */
@Component
public class TextsInForce {
  private final EditionViews views;

  TextsInForce(EditionViews views) {
    this.views = views;
  }

  /** The text on that day; refuses a document that is not published, and a day before it was. */
  public TextInForce on(String number, LocalDate day) {
    List<EditionHead> editions = editions(number);
    EditionHead edition =
        editions.stream()
            .filter(one -> !one.inForceFrom().isAfter(day))
            .reduce((earlier, later) -> later)
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Kind.ABSENT,
                    day + " 还没有这份文件，它从 " + editions.getFirst().inForceFrom() + " 起才有。",
                    "请换一个那天以后的日期。"));
    return text(edition, editions, day);
  }

  /**
   * The newest edition, with what later documents have done to it until today; refuses a document
   * that is not published.
   */
  public TextInForce newest(String number, LocalDate today) {
    List<EditionHead> editions = editions(number);
    EditionHead edition = editions.getLast();
    boolean coming = edition.inForceFrom().isAfter(today);
    return text(edition, editions, coming ? edition.inForceFrom() : today);
  }

  private List<EditionHead> editions(String number) {
    List<EditionHead> editions = views.editions(number);
    if (editions.isEmpty()) {
      throw Library.notPublished(number);
    }
    return editions;
  }

  private TextInForce text(EditionHead edition, List<EditionHead> editions, LocalDate day) {
    String number = edition.number();
    List<Amendment> amendments = views.amendmentsOf(number);
    List<TextInForce.ClauseInForce> clauses =
        views.clauses(number, edition.edition()).stream()
            .map(clause -> clause(clause, amendments, day))
            .toList();
    return new TextInForce(
        edition,
        day,
        clauses,
        amendments.stream()
            .filter(one -> one.targetPath().isEmpty() && ends(one) && started(one, day))
            .findFirst()
            .orElse(null),
        editions);
  }

  /** What later documents do to this one, in the order of the days. */
  public List<Amendment> amendments(String number) {
    return views.amendmentsOf(number);
  }

  private static TextInForce.ClauseInForce clause(
      PublishedClause clause, List<Amendment> amendments, LocalDate day) {
    Optional<ClausePath> path = path(clause.path());
    Predicate<Amendment> same = one -> one.targetPath().equals(clause.path());
    Predicate<Amendment> above =
        one ->
            !one.targetPath().isEmpty()
                && path.isPresent()
                && path(one.targetPath()).filter(target -> target.covers(path.get())).isPresent();
    return new TextInForce.ClauseInForce(
        clause,
        amendments.stream().filter(same).filter(one -> !ends(one) && started(one, day)).toList(),
        first(amendments, above.and(one -> ends(one) && started(one, day))),
        amendments.stream()
            .filter(one -> !started(one, day) && (ends(one) ? above.test(one) : same.test(one)))
            .toList());
  }

  private static @Nullable Amendment first(List<Amendment> amendments, Predicate<Amendment> which) {
    return amendments.stream().filter(which).findFirst().orElse(null);
  }

  private static boolean ends(Amendment one) {
    return one.effect() == Amendment.Effect.ENDS;
  }

  private static boolean started(Amendment one, LocalDate day) {
    return !one.startsOn().isAfter(day);
  }

  private static Optional<ClausePath> path(String text) {
    try {
      return Optional.of(new ClausePath(text));
    } catch (IllegalArgumentException notAPath) {
      return Optional.empty();
    }
  }
}
