package org.zhengling.engine.verification;

import java.util.List;
import java.util.stream.Collectors;

/** A report as lines of text, field by field in a fixed order, for its digest and for machines. */
final class ReportText {
  private ReportText() {}

  static String of(Report report) {
    var text = new StringBuilder("verification 1\n");
    line(text, "window", report.windowFrom(), report.windowTo());
    line(text, "asked", report.askedOn(), report.validUntil());
    for (Report.Line one : report.lines()) {
      line(text, "source", one.source().code(), one.source().name(), topics(one.source()));
      switch (one.answer()) {
        case SourceAnswer.Found found -> line(text, "found", found.dataOf());
        case SourceAnswer.NotThere none -> line(text, "none", none.dataOf());
        case SourceAnswer.Unavailable no -> line(text, "unavailable", no.reason());
        case SourceAnswer.Stale stale -> line(text, "stale", stale.dataOf());
      }
      sorted(one.answer().items()).forEach(item -> line(text, "says", item));
    }
    for (Report.Member one : report.members()) {
      line(text, "member", one.person());
      one.items().forEach(item -> line(text, "item", of(item)));
      one.income().forEach((topic, money) -> line(text, "income", topic, money.fen()));
    }
    for (Report.Open one : report.open()) {
      String sources = one.sources().stream().map(Source::code).collect(Collectors.joining(","));
      line(text, "open", one.topic(), sources);
    }
    for (Report.Difference one : report.differences()) {
      line(text, "difference", one.person(), one.topic(), one.declared(), one.found());
    }
    return text.toString();
  }

  static String of(Item item) {
    return switch (item) {
      case Item.Income one -> fields(one, one.type(), one.first(), one.last(), one.monthly().fen());
      case Item.Deposit one -> fields(one, one.amount().fen());
      case Item.Vehicle one -> fields(one, one.use());
      case Item.House one -> fields(one, one.use());
      case Item.Company one -> fields(one);
      case Item.Away one -> fields(one, one.absence(), one.since());
      case Item.Remark one -> fields(one);
    };
  }

  private static List<String> sorted(List<Item> items) {
    return items.stream().map(ReportText::of).sorted().toList();
  }

  private static String topics(Source source) {
    return source.settles().stream().sorted().map(Topic::name).collect(Collectors.joining(","))
        + "/"
        + source.corroborates().stream().sorted().map(Topic::name).collect(Collectors.joining(","));
  }

  private static String fields(Item item, Object... further) {
    var text = new StringBuilder();
    text.append(item.person()).append('\t').append(item.topic());
    text.append('\t').append(clean(item.what()));
    for (Object one : further) {
      text.append('\t').append(one);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : "\t").append(clean(fields[i].toString()));
    }
    text.append('\n');
  }

  /** A tab inside a field stays apart from the tabs between fields. */
  private static String clean(String field) {
    return field.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }
}
