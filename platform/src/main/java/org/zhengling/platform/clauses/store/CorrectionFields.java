package org.zhengling.platform.clauses.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.ItemKind;

/** A correction as named fields of text, the way it is stored: what is absent has no field. */
final class CorrectionFields {
  private static final String TAB = "\t";

  private final Map<String, List<String>> values;

  CorrectionFields(Map<String, List<String>> values) {
    this.values = values;
  }

  static Map<String, List<String>> of(Correction correction) {
    CorrectionFields fields = new CorrectionFields(new LinkedHashMap<>());
    switch (correction) {
      case Correction.Head head ->
          fields
              .put("number", head.number())
              .put("title", head.title())
              .put("issuer", head.issuer())
              .put("kind", head.documentKind())
              .put("written", head.written())
              .put("printed", head.printed());
      case Correction.Outline outline ->
          fields.put("path", outline.path()).put("heading", outline.heading());
      case Correction.Duty duty ->
          fields
              .put("clause", duty.clause())
              .put("text", duty.text())
              .put("lead", duty.lead())
              .put("responsible", duty.responsible())
              .put("deadline", DeadlineCode.print(duty.deadline()))
              .put("unnamed", duty.unnamed());
      case Correction.Figure figure ->
          fields
              .put("clause", figure.clause())
              .put("name", figure.name())
              .put("comparator", figure.comparator())
              .put("value", figure.value().toPlainString())
              .put("high", figure.high() == null ? null : figure.high().toPlainString())
              .put("unit", figure.unit())
              .put("by", figure.by())
              .put("forWhom", figure.forWhom());
      case Correction.Pointer pointer ->
          fields
              .put("clause", pointer.clause())
              .put("title", pointer.title())
              .put("number", pointer.number())
              .put("target", pointer.target())
              .put("effect", pointer.effect())
              .put("startsOn", pointer.startsOn())
              .put("newWords", pointer.newWords());
      case Correction.Event event ->
          fields
              .put("first", event.firstDay())
              .put("last", event.lastDay())
              .put("kind", event.eventKind())
              .put("person", event.people().stream().map(CorrectionFields::person).toList())
              .put("place", event.places());
      case Correction.Enclosure enclosure ->
          fields.put("title", enclosure.title()).put("print", enclosure.print());
      case Correction.IntoClause(String document, String path) ->
          fields.put("document", document).put("into", path);
      case Correction.NewClause(String document, String path, String heading) ->
          fields.put("document", document).put("path", path).put("heading", heading);
    }
    return fields.values;
  }

  Correction correction(ItemKind kind) {
    return switch (kind) {
      case DOCUMENT ->
          new Correction.Head(
              text("number"),
              text("title"),
              text("issuer"),
              text("kind"),
              day("written"),
              day("printed"));
      case CLAUSE -> new Correction.Outline(text("path"), text("heading"));
      case TASK ->
          new Correction.Duty(
              text("clause"),
              text("text"),
              list("lead"),
              list("responsible"),
              DeadlineCode.parse(text("deadline")),
              Correction.Unnamed.valueOf(text("unnamed")));
      case INDICATOR ->
          new Correction.Figure(
              text("clause"),
              text("name"),
              Indicator.Comparator.valueOf(text("comparator")),
              new BigDecimal(text("value")),
              text("high").isEmpty() ? null : new BigDecimal(text("high")),
              text("unit"),
              day("by"),
              text("forWhom"));
      case REFERENCE ->
          new Correction.Pointer(
              text("clause"),
              text("title"),
              text("number"),
              text("target"),
              Reference.Effect.valueOf(text("effect")),
              day("startsOn"),
              text("newWords"));
      case EVENT ->
          new Correction.Event(
              LocalDate.parse(text("first")),
              LocalDate.parse(text("last")),
              ChronicleEntry.Kind.valueOf(text("kind")),
              list("person").stream().map(CorrectionFields::person).toList(),
              list("place"));
      case ANNEX ->
          new Correction.Enclosure(text("title"), Correction.Print.valueOf(text("print")));
      case LINE ->
          values.containsKey("into")
              ? new Correction.IntoClause(text("document"), text("into"))
              : new Correction.NewClause(text("document"), text("path"), text("heading"));
    };
  }

  private static String person(ChronicleEntry.Person person) {
    List<String> words = new ArrayList<>(List.of(person.name()));
    words.addAll(person.posts());
    return String.join(TAB, words);
  }

  private static ChronicleEntry.Person person(String stored) {
    List<String> words = Arrays.asList(stored.split(TAB));
    return new ChronicleEntry.Person(words.getFirst(), words.subList(1, words.size()));
  }

  private CorrectionFields put(String field, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(field, List.of(value.toString()));
    }
    return this;
  }

  private CorrectionFields put(String field, List<String> several) {
    if (!several.isEmpty()) {
      values.put(field, List.copyOf(several));
    }
    return this;
  }

  private List<String> list(String field) {
    return values.getOrDefault(field, List.of());
  }

  private String text(String field) {
    List<String> several = list(field);
    return several.isEmpty() ? "" : several.getFirst();
  }

  private @Nullable LocalDate day(String field) {
    return text(field).isEmpty() ? null : LocalDate.parse(text(field));
  }
}
