package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.platform.exchange.Answer;
import org.zhengling.platform.exchange.SourceRecord;
import org.zhengling.platform.exchange.Value;

/**
 * Reads what a source said about the members of a household into one answer.
 *
 * <p>Fields by form: wage and benefit {@code month amount type what}; deposit {@code balance what};
 * vehicle, house {@code what use}; company, remark {@code what}; absence {@code state since}. A
 * record that cannot be read makes the whole answer unusable: it is unknown, never nothing.
 */
final class SourceReading {
  private static final Map<String, Item.Absence> ABSENCES =
      Map.of(
          "死亡", Item.Absence.DECEASED,
          "服刑", Item.Absence.IMPRISONED,
          "强制隔离戒毒", Item.Absence.DETOX,
          "宣告失踪", Item.Absence.MISSING);

  private final SourceForms.Row row;
  private final LocalDate today;

  SourceReading(SourceForms.Row row, LocalDate today) {
    this.row = row;
    this.today = today;
  }

  /**
   * One answer from those about each member: unavailable where one is, else old where one is.
   *
   * @param byPerson answers by number of the register
   */
  SourceAnswer merged(Map<Long, Answer> byPerson) {
    Collection<Answer> answers = byPerson.values();
    for (Answer one : answers) {
      if (one instanceof Answer.Unavailable(Answer.Reason reason, String explanation)) {
        return new SourceAnswer.Unavailable(row.slug(), reason.chinese() + "：" + explanation);
      }
    }
    List<Item> items = new ArrayList<>();
    for (Map.Entry<Long, Answer> one : byPerson.entrySet()) {
      for (SourceRecord record : one.getValue().given()) {
        Optional<Item> item = item(one.getKey(), record);
        if (item.isEmpty()) {
          return new SourceAnswer.Unavailable(row.slug(), "有一条记录读不懂，已报数据源核对");
        }
        items.add(item.get());
      }
    }
    LocalDate oldest =
        answers.stream()
            .map(SourceReading::dataOf)
            .flatMap(Optional::stream)
            .min(LocalDate::compareTo)
            .orElse(today);
    if (answers.stream().anyMatch(Answer.Stale.class::isInstance)) {
      return new SourceAnswer.Stale(row.slug(), oldest, items);
    }
    return items.isEmpty()
        ? new SourceAnswer.NotThere(row.slug(), oldest)
        : new SourceAnswer.Found(row.slug(), oldest, items);
  }

  private static Optional<LocalDate> dataOf(Answer answer) {
    return switch (answer) {
      case Answer.Found(List<SourceRecord> _, LocalDate asOf) -> Optional.of(asOf);
      case Answer.NotThere(LocalDate asOf) -> Optional.of(asOf);
      case Answer.Stale(List<SourceRecord> _, LocalDate asOf) -> Optional.of(asOf);
      case Answer.Unavailable _ -> Optional.empty();
    };
  }

  private Optional<Item> item(long person, SourceRecord record) {
    return switch (row.form()) {
      case WAGE, BENEFIT -> income(person, record);
      case DEPOSIT ->
          money(record, "balance").map(sum -> new Item.Deposit(person, what(record), sum));
      case VEHICLE ->
          text(record, "what")
              .map(what ->
                  new Item.Vehicle(
                      person,
                      what,
                      text(record, "use").orElse("").contains("残疾")
                          ? Item.VehicleUse.FOR_DISABILITY
                          : Item.VehicleUse.ORDINARY));
      case HOUSE ->
          text(record, "what")
              .map(what ->
                  new Item.House(
                      person,
                      what,
                      text(record, "use").orElse("住宅").contains("住宅")
                          ? Item.HouseUse.DWELLING
                          : Item.HouseUse.BUSINESS));
      case COMPANY -> text(record, "what").map(what -> new Item.Company(person, what));
      case ABSENCE -> absence(person, record);
      case REMARK -> text(record, "what").map(what -> new Item.Remark(person, row.topic(), what));
    };
  }

  /** A negative amount is no income: a source that gives one is not understood. */
  private Optional<Item> income(long person, SourceRecord record) {
    Optional<LocalDate> month = day(record, "month");
    Optional<Money> amount = money(record, "amount").filter(sum -> sum.fen() >= 0);
    if (month.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    YearMonth received = YearMonth.from(month.get());
    return Optional.of(
        new Item.Income(
            person,
            row.topic(),
            text(record, "type").orElse("other"),
            what(record),
            received,
            received,
            amount.get()));
  }

  private static Optional<Item> absence(long person, SourceRecord record) {
    Item.Absence why = ABSENCES.get(text(record, "state").orElse(""));
    Optional<LocalDate> since = day(record, "since");
    return why == null || since.isEmpty()
        ? Optional.empty()
        : Optional.of(new Item.Away(person, why.chinese(), why, since.get()));
  }

  private String what(SourceRecord record) {
    return text(record, "what").orElse(row.topic().chinese());
  }

  private static Optional<String> text(SourceRecord record, String field) {
    return record.values().get(field) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Money> money(SourceRecord record, String field) {
    return record.values().get(field) instanceof Value.Amount(Money money)
        ? Optional.of(money)
        : Optional.empty();
  }

  private static Optional<LocalDate> day(SourceRecord record, String field) {
    return record.values().get(field) instanceof Value.Day(LocalDate day)
        ? Optional.of(day)
        : Optional.empty();
  }
}
