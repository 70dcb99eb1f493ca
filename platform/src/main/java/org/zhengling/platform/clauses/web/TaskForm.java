package org.zhengling.platform.clauses.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.platform.clauses.TaskEdit;

/**
 * The form of one task of a draft, as read or as last typed.
 *
 * @param kind word of the deadline's form: by, span, onward, continuing, none, as-read
 * @param rest the deadline in words where the form cannot change it; empty otherwise
 * @param problem why it was refused; empty at first
 */
record TaskForm(
    String title,
    String lead,
    String responsible,
    String kind,
    String first,
    String last,
    String rest,
    String problem) {
  private static final int LONGEST_TITLE = 400;

  static TaskForm of(OrderedTask task) {
    String first = "";
    String last = "";
    String rest = "";
    String kind =
        switch (task.deadline()) {
          case Deadline.By(LocalDate day) -> {
            last = day.toString();
            yield "by";
          }
          case Deadline.Span(LocalDate from, LocalDate to) -> {
            first = from.toString();
            last = to.toString();
            yield "span";
          }
          case Deadline.Onward(LocalDate from) -> {
            first = from.toString();
            yield "onward";
          }
          case Deadline.Recurring recurring -> {
            rest = DeadlineWords.of(recurring);
            yield "as-read";
          }
          case Deadline.Relative relative -> {
            rest = DeadlineWords.of(relative);
            yield "as-read";
          }
          case Deadline.Continuing() -> "continuing";
          case Deadline.None() -> "none";
        };
    return new TaskForm(
        task.text(),
        String.join("、", task.lead()),
        String.join("、", task.responsible()),
        kind,
        first,
        last,
        rest,
        "");
  }

  /** The correction it asks for; what cannot be read is a {@link Refusal} of kind CALLER. */
  TaskEdit edit(OrderedTask read) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。任务内容要写，最多 " + LONGEST_TITLE + " 字。", "请补上再保存。");
    }
    return new TaskEdit(read.id(), title.strip(), units(lead), units(responsible), deadline(read));
  }

  /** The same with the reason why it was not saved. */
  TaskForm refused(Refusal refusal) {
    String why = refusal.happened() + "您写的都保留着。" + refusal.todo();
    return new TaskForm(title, lead, responsible, kind, first, last, rest, why);
  }

  private static List<String> units(String typed) {
    return List.of(typed.split("[、，,；;\\s]+(?![^（(]*[）)])")).stream()
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  private Deadline deadline(OrderedTask read) {
    return switch (kind) {
      case "by" -> new Deadline.By(date(last, "最后一日"));
      case "span" -> {
        LocalDate from = date(first, "起始日");
        LocalDate to = date(last, "最后一日");
        if (to.isBefore(from)) {
          throw new Refusal(
              Refusal.Kind.CALLER, "没有保存。最后一日 " + to + " 早于起始日 " + from + "。", "请改正其中一个。");
        }
        yield new Deadline.Span(from, to);
      }
      case "onward" -> new Deadline.Onward(date(first, "起始日"));
      case "continuing" -> new Deadline.Continuing();
      case "as-read" -> read.deadline();
      case "none" -> new Deadline.None();
      default -> throw new Refusal(Refusal.Kind.CALLER, "没有保存。时限类型不认识。", "请从列表里选一个。");
    };
  }

  private static LocalDate date(String typed, String field) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有保存。" + field + "“" + typed + "”不是日期。", "请写成 2020-12-31 这样。");
    }
  }
}
