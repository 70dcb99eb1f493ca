package org.zhengling.platform.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.exchange.adapter.Delivery;

/** Reads what a source delivered about a resident by the items of the catalogue. */
final class Reading {
  private Reading() {}

  static Answer of(Source source, Enquiry enquiry, Delivery delivery, LocalDate today) {
    LocalDate stated = delivery.asOf();
    LocalDate asOf = stated == null ? today : stated;
    if (asOf.isAfter(today)) {
      return broken(source, "答复写的数据日期 " + asOf + " 在今天以后");
    }
    return switch (delivery.given().get(enquiry.subject().number())) {
      case null -> broken(source, "答复里没有提到这个人");
      case Delivery.Doubtful(String why) -> broken(source, why);
      case Delivery.Rows(List<Delivery.Row> rows) ->
          answer(source, records(source, enquiry, rows), asOf, today);
    };
  }

  private static Answer broken(Source source, String what) {
    return new Answer.Unavailable(
        Answer.Reason.BROKEN, source.listing().name() + "：" + what + "。请与对方核对，或凭复函人工登记。");
  }

  private static Answer answer(
      Source source, List<SourceRecord> records, LocalDate asOf, LocalDate today) {
    if (asOf.plusDays(source.limits().freshDays()).isBefore(today)) {
      return new Answer.Stale(records, asOf);
    }
    return records.isEmpty() ? new Answer.NotThere(asOf) : new Answer.Found(records, asOf);
  }

  private static List<SourceRecord> records(
      Source source, Enquiry enquiry, List<Delivery.Row> rows) {
    return rows.stream()
        .map(row -> record(source, row))
        .filter(record -> matters(source.periodField(), enquiry, record))
        .toList();
  }

  private static SourceRecord record(Source source, Delivery.Row row) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Item item : source.items()) {
      values.put(item.field(), item.type().read(item.name(), row.cells().get(item.column())));
    }
    return new SourceRecord(values);
  }

  /** A record whose day is missing or misread stays: nobody knows that it does not matter. */
  private static boolean matters(
      @Nullable String periodField, Enquiry enquiry, SourceRecord record) {
    return periodField == null
        || !(record.value(periodField) instanceof Value.Day(LocalDate day))
        || enquiry.period().contains(day);
  }
}
