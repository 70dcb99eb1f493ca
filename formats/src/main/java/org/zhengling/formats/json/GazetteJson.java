package org.zhengling.formats.json;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.Deadline;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A gazette as JSON: {@code documents[]} with {@code clauses[]} and {@code tasks[]}, {@code
 * chronicle[]}, {@code unplaced[]}. Dates are ISO and inclusive, absent ones null; every item has
 * its {@code place} (line and column from 1). The rule of a recurring deadline is {@code month},
 * {@code quarter}, {@code half-year} or {@code year}, with the day a yearly one is due ({@code year
 * 12-31}; {@code year 02-29} means the last day of February).
 */
public final class GazetteJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GazetteJson() {}

  /** Writes a gazette; the same gazette always gives the same text. */
  public static String write(Gazette gazette) {
    ObjectNode root = MAPPER.createObjectNode();
    fill(root.putArray("documents"), gazette.documents(), GazetteJson::document);
    fill(root.putArray("chronicle"), gazette.chronicle(), GazetteJson::entry);
    fill(root.putArray("unplaced"), gazette.unplaced(), GazetteJson::unplaced);
    return MAPPER.writeValueAsString(root);
  }

  private static <T> void fill(ArrayNode array, List<T> items, BiConsumer<ObjectNode, T> write) {
    items.forEach(item -> write.accept(array.addObject(), item));
  }

  private static void document(ObjectNode node, OfficialDocument document) {
    node.put("number", document.number());
    node.put("series", document.series());
    node.put("title", document.title());
    node.put("issuer", document.issuer());
    node.put("kind", document.kind());
    names(node, "addressees", document.addressees());
    date(node, "dateWritten", document.dateWritten());
    date(node, "datePrinted", document.datePrinted());
    fill(node.putArray("basis"), document.basis(), GazetteJson::citation);
    fill(node.putArray("annexes"), document.annexes(), GazetteJson::annex);
    fill(node.putArray("clauses"), document.clauses(), GazetteJson::clause);
    fill(node.putArray("tasks"), document.tasks(), GazetteJson::task);
    fill(node.putArray("indicators"), document.indicators(), GazetteJson::indicator);
    fill(node.putArray("references"), document.references(), GazetteJson::reference);
    node.put("confidence", document.confidence());
    place(node, document.place());
  }

  private static void citation(ObjectNode node, OfficialDocument.Citation citation) {
    node.put("title", citation.title());
    node.put("number", citation.number());
    place(node, citation.place());
  }

  private static void annex(ObjectNode node, OfficialDocument.Annex annex) {
    node.put("title", annex.title());
    node.put("printed", annex.printed());
    place(node, annex.place());
  }

  private static void clause(ObjectNode node, Clause clause) {
    node.put("path", clause.path().text());
    node.put("heading", clause.heading());
    node.put("level", clause.level());
    node.put("text", clause.text());
    if (!clause.pageEnds().isEmpty()) {
      ArrayNode ends = node.putArray("pageEnds");
      clause.pageEnds().forEach(ends::add);
    }
    node.put("confidence", clause.confidence());
    place(node, clause.place());
  }

  private static void task(ObjectNode node, OrderedTask task) {
    node.put("id", task.id());
    node.put("clause", task.clause().text());
    node.put("text", task.text());
    names(node, "lead", task.lead());
    names(node, "responsible", task.responsible());
    node.put("role", word(task.role()));
    node.put("confidence", task.confidence());
    ObjectNode deadline = node.putObject("deadline");
    deadline(deadline, task.deadline());
    deadline.put("text", task.deadlineText());
    place(node, task.place());
  }

  private static void indicator(ObjectNode node, Indicator indicator) {
    node.put("id", indicator.id());
    node.put("clause", indicator.clause().text());
    node.put("name", indicator.name());
    node.put("comparator", indicator.comparator().word());
    node.put("value", indicator.value());
    node.put("high", indicator.high());
    node.put("unit", indicator.unit());
    date(node, "by", indicator.by());
    node.put("forWhom", indicator.forWhom());
    node.put("text", indicator.words());
    node.put("confidence", indicator.confidence());
    place(node, indicator.place());
  }

  private static void reference(ObjectNode node, Reference reference) {
    node.put("clause", reference.from().text());
    node.put("title", reference.title());
    node.put("number", reference.number());
    node.put("target", reference.target());
    node.put("effect", word(reference.effect()));
    node.put("text", reference.words());
    node.put("confidence", reference.confidence());
    place(node, reference.place());
  }

  private static void person(ObjectNode node, ChronicleEntry.Person person) {
    node.put("name", person.name());
    names(node, "posts", person.posts());
  }

  private static void deadline(ObjectNode node, Deadline deadline) {
    switch (deadline) {
      case Deadline.By(LocalDate last) -> {
        node.put("kind", "by");
        date(node, "date", last);
      }
      case Deadline.Span(LocalDate first, LocalDate last) -> {
        node.put("kind", "span");
        date(node, "from", first);
        date(node, "to", last);
      }
      case Deadline.Recurring(Deadline.Period period, MonthDay last) -> {
        node.put("kind", "recurring");
        node.put("rule", last == null ? word(period) : word(period) + " " + day(last));
      }
      case Deadline.Relative(int amount, Deadline.Unit unit) -> {
        node.put("kind", "relative");
        node.put("amount", amount);
        node.put("unit", word(unit));
      }
      case Deadline.Continuing() -> node.put("kind", "continuing");
      case Deadline.Onward(LocalDate first) -> {
        node.put("kind", "onward");
        date(node, "from", first);
      }
      case Deadline.None() -> node.put("kind", "none");
    }
  }

  private static void entry(ObjectNode node, ChronicleEntry entry) {
    date(node, "from", entry.firstDay());
    date(node, "to", entry.lastDay());
    node.put("text", entry.text());
    node.put("kind", word(entry.kind()));
    fill(node.putArray("people"), entry.people(), GazetteJson::person);
    names(node, "places", entry.places());
    node.put("confidence", entry.confidence());
    place(node, entry.place());
  }

  private static void unplaced(ObjectNode node, Gazette.Unplaced unplaced) {
    node.put("text", unplaced.text());
    node.put("reason", unplaced.reason());
    place(node, unplaced.place());
  }

  private static void place(ObjectNode node, Place place) {
    ObjectNode at = node.putObject("place");
    at.put("line", place.firstLine());
    at.put("column", place.column());
    at.put("lastLine", place.lastLine());
  }

  private static void names(ObjectNode node, String field, List<String> names) {
    ArrayNode array = node.putArray(field);
    names.forEach(array::add);
  }

  private static void date(ObjectNode node, String field, @Nullable LocalDate date) {
    node.put(field, date == null ? null : date.toString());
  }

  private static String day(MonthDay day) {
    return String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
