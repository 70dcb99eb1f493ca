package org.zhengling.platform.clauses.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every field that the form of some item of a draft has. What a request sends beside them is not
 * taken; which of them count is decided by the kind of the item.
 */
record ItemFields(
    @Nullable String clause,
    @Nullable String number,
    @Nullable String title,
    @Nullable String issuer,
    @Nullable String documentKind,
    @Nullable String written,
    @Nullable String printed,
    @Nullable String heading,
    @Nullable String path,
    @Nullable String text,
    @Nullable List<String> lead,
    @Nullable List<String> responsible,
    @Nullable String unnamed,
    @Nullable String asWritten,
    @Nullable String kind,
    @Nullable String first,
    @Nullable String last,
    @Nullable String rest,
    @Nullable String name,
    @Nullable String comparator,
    @Nullable String value,
    @Nullable String high,
    @Nullable String unit,
    @Nullable String by,
    @Nullable String forWhom,
    @Nullable String target,
    @Nullable String effect,
    @Nullable String startsOn,
    @Nullable String newWords,
    @Nullable String eventKind,
    @Nullable String people,
    @Nullable String places,
    @Nullable String print,
    @Nullable String use,
    @Nullable String document) {

  /** The fields that were sent, by name. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "clause", clause);
    put(values, "number", number);
    put(values, "title", title);
    put(values, "issuer", issuer);
    put(values, "documentKind", documentKind);
    put(values, "written", written);
    put(values, "printed", printed);
    put(values, "heading", heading);
    put(values, "path", path);
    put(values, "text", text);
    put(values, "lead", names(lead));
    put(values, "responsible", names(responsible));
    put(values, "unnamed", unnamed);
    put(values, "asWritten", asWritten);
    put(values, "kind", kind);
    put(values, "first", first);
    put(values, "last", last);
    put(values, "rest", rest);
    put(values, "name", name);
    put(values, "comparator", comparator);
    put(values, "value", value);
    put(values, "high", high);
    put(values, "unit", unit);
    put(values, "by", by);
    put(values, "forWhom", forWhom);
    put(values, "target", target);
    put(values, "effect", effect);
    put(values, "startsOn", startsOn);
    put(values, "newWords", newWords);
    put(values, "eventKind", eventKind);
    put(values, "people", people);
    put(values, "places", places);
    put(values, "print", print);
    put(values, "use", use);
    put(values, "document", document);
    return values;
  }

  /** Chips come one name a field, and what is typed beside them in the last; all are one list. */
  private static @Nullable String names(@Nullable List<String> several) {
    return several == null
        ? null
        : several.stream().filter(one -> !one.isBlank()).collect(Collectors.joining("、"));
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
