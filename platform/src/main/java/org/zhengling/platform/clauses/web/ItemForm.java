package org.zhengling.platform.clauses.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of the item in hand, as read or as last typed.
 *
 * @param values text by field
 * @param problems sentence by field
 * @param refused why it was not saved as a whole; empty otherwise
 * @param theirs what somebody else decided meanwhile, in sentences; empty otherwise
 */
public record ItemForm(
    Map<String, String> values, Map<String, String> problems, String refused, List<String> theirs) {
  /** A problem beside its field. */
  public record Problem(String field, String message) {}

  static ItemForm of(Map<String, String> values) {
    return new ItemForm(values, Map.of(), "", List.of());
  }

  public String value(String field) {
    return Objects.requireNonNullElse(values.get(field), "");
  }

  /** The names in a field, for chips. */
  public List<String> names(String field) {
    return new Typed(values).names(field);
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** In the order of the form. */
  public List<Problem> list() {
    return problems.entrySet().stream()
        .map(one -> new Problem(one.getKey(), one.getValue()))
        .toList();
  }

  /** The same with a name less in one of its fields; nothing is saved by it. */
  ItemForm without(String field, String name) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.put(
        field,
        names(field).stream().filter(one -> !one.equals(name)).collect(Collectors.joining("、")));
    return ItemForm.of(fewer);
  }

  ItemForm misfilled(Map<String, String> wrong) {
    return new ItemForm(values, wrong, "", List.of());
  }

  ItemForm refused(String sentence, List<String> theirs) {
    return new ItemForm(values, Map.of(), sentence, theirs);
  }
}
