package org.zhengling.platform.clauses.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.draft.Item;

/** A deadline in a form: its kind and the days that the kind needs. */
final class DeadlineFields {
  private DeadlineFields() {}

  /** Fields kind, first, last, and rest: the words where the form cannot change it. */
  static Map<String, String> of(Deadline deadline) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (deadline) {
      case Deadline.By(LocalDate day) -> put(values, "by", "", day.toString());
      case Deadline.Span(LocalDate from, LocalDate to) ->
          put(values, "span", from.toString(), to.toString());
      case Deadline.Onward(LocalDate from) -> put(values, "onward", from.toString(), "");
      case Deadline.Recurring recurring -> put(values, "as-read", "", "");
      case Deadline.Relative relative -> put(values, "as-read", "", "");
      case Deadline.Continuing() -> put(values, "continuing", "", "");
      case Deadline.None() -> put(values, "none", "", "");
    }
    if ("as-read".equals(values.get("kind"))) {
      values.put("rest", DeadlineWords.of(deadline));
    }
    return values;
  }

  private static void put(Map<String, String> values, String kind, String first, String last) {
    values.put("kind", kind);
    values.put("first", first);
    values.put("last", last);
  }

  static Deadline deadline(Typed typed, @Nullable Item<?> item) {
    return switch (typed.text("kind")) {
      case "by" -> new Deadline.By(typed.requiredDay("last", "最后一日"));
      case "span" -> {
        LocalDate from = typed.requiredDay("first", "起始日");
        LocalDate to = typed.requiredDay("last", "最后一日");
        boolean readable = typed.right("first") && typed.right("last");
        if (readable && to.isBefore(from)) {
          typed.problem("last", "最后一日 " + to + " 早于起始日 " + from + "，请改正其中一个。");
        }
        yield to.isBefore(from) ? new Deadline.None() : new Deadline.Span(from, to);
      }
      case "onward" -> new Deadline.Onward(typed.requiredDay("first", "起始日"));
      case "continuing" -> new Deadline.Continuing();
      case "as-read" ->
          item != null && item.value() instanceof OrderedTask task
              ? task.deadline()
              : new Deadline.None();
      case "none" -> new Deadline.None();
      default -> {
        typed.problem("kind", "时限类型请从列表里选一个。");
        yield new Deadline.None();
      }
    };
  }
}
