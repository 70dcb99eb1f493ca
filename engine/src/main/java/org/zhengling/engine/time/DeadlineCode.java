package org.zhengling.engine.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.zhengling.engine.time.Deadline.By;
import org.zhengling.engine.time.Deadline.Continuing;
import org.zhengling.engine.time.Deadline.None;
import org.zhengling.engine.time.Deadline.Onward;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Recurring;
import org.zhengling.engine.time.Deadline.Relative;
import org.zhengling.engine.time.Deadline.Span;
import org.zhengling.engine.time.Deadline.Unit;

/**
 * A deadline as one line of text, for storage and exchange: {@code by 2020-12-31}, {@code span
 * 2020-09-01 2022-12-31}, {@code recurring YEAR 02-29}, {@code recurring QUARTER}, {@code relative
 * 7 WORKING_DAY}, {@code continuing}, {@code onward 2023-01-01}, {@code none}.
 */
public final class DeadlineCode {
  private DeadlineCode() {}

  public static String print(Deadline deadline) {
    return switch (deadline) {
      case By(LocalDate last) -> "by " + last;
      case Span(LocalDate first, LocalDate last) -> "span " + first + " " + last;
      case Recurring(Period period, MonthDay day) ->
          "recurring " + period + (day == null ? "" : " " + day.toString().substring(2));
      case Relative(int amount, Unit unit) -> "relative " + amount + " " + unit;
      case Continuing() -> "continuing";
      case Onward(LocalDate first) -> "onward " + first;
      case None() -> "none";
    };
  }

  /** Reads what {@link #print} wrote; anything else is an {@link IllegalArgumentException}. */
  public static Deadline parse(String text) {
    String[] part = text.strip().split(" ", -1);
    try {
      return switch (part[0] + "/" + part.length) {
        case "by/2" -> new By(LocalDate.parse(part[1]));
        case "span/3" -> new Span(LocalDate.parse(part[1]), LocalDate.parse(part[2]));
        case "recurring/2" -> new Recurring(Period.valueOf(part[1]), null);
        case "recurring/3" ->
            new Recurring(Period.valueOf(part[1]), MonthDay.parse("--" + part[2]));
        case "relative/3" -> new Relative(Integer.parseInt(part[1]), Unit.valueOf(part[2]));
        case "continuing/1" -> new Continuing();
        case "onward/2" -> new Onward(LocalDate.parse(part[1]));
        case "none/1" -> new None();
        default -> throw new IllegalArgumentException("No deadline: " + text);
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("No date in the deadline: " + text, e);
    }
  }
}
