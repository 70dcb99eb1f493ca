package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;

/** By when the figures of one clause shall be reached. */
final class FigureDays {
  private static final int WIDEST = 80;
  private static final Pattern PAST = Pattern.compile("截至|截止|目前|已经|已有|已建|去年|上年度?末|近年来");
  private static final Pattern YEAR = Pattern.compile("(?:其中，?|预计|力争)?(\\d{4})年(?:度|全年)?[，,]");

  private final String text;
  private final List<FoundDeadline> deadlines;
  private final boolean goal;
  private final int year;

  /** For each deadline the index of the last one up to it that sets a day, or -1. */
  private final int[] sources;

  /**
   * @param text the words of the clause
   * @param goal whether a day goes on from sentence to sentence, as it does in a goal
   * @param year the year of the document
   */
  FigureDays(String text, boolean goal, int year) {
    this.text = text;
    this.deadlines = DeadlineReader.find(text, year);
    this.goal = goal;
    this.year = year;
    this.sources = new int[deadlines.size()];
    int source = -1;
    for (int i = 0; i < sources.length; i++) {
      source = lastDay(deadlines.get(i).deadline()) == null ? source : i;
      sources[i] = source;
    }
  }

  /** 截至2019年底已达到…: what has been reached is no goal. */
  boolean isPast(Duty sentence, int figure) {
    LocalDate day = by(sentence, figure);
    String words = text.substring(Math.max(sentence.from(), figure - WIDEST), figure);
    return PAST.matcher(words).find() || (day != null && day.getYear() < year);
  }

  /** The day set before the figure in its sentence; a goal goes on from sentence to sentence. */
  @Nullable LocalDate by(Duty sentence, int figure) {
    int before = before(figure);
    int source = before < 0 ? -1 : sources[before];
    boolean near = source >= 0 && (goal || deadlines.get(source).from() >= sentence.from());
    return near ? lastDay(deadlines.get(source).deadline()) : openingYear(sentence);
  }

  /** Whether the quantity is a part of the words of a deadline. */
  boolean hold(Quantity quantity) {
    int before = before(quantity.to());
    return before >= 0 && quantity.from() < deadlines.get(before).to();
  }

  /** The offset after the last day that is set before the figure, 0 when there is none. */
  int endBefore(int figure) {
    int before = before(figure);
    int source = before < 0 ? -1 : sources[before];
    int end = source < 0 ? 0 : deadlines.get(source).to();
    return end > figure ? 0 : end;
  }

  /** Whether the clause states a goal as a whole. */
  boolean isGoalClause() {
    return goal;
  }

  /** Whether it is asked of a goal, or by a day. */
  boolean isGoal(Duty sentence, int figure) {
    return goal || by(sentence, figure) != null;
  }

  /** The index of the last deadline that begins before the offset, or -1. */
  private int before(int offset) {
    int low = -1;
    int high = deadlines.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (deadlines.get(middle).from() < offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** 2021年，新增就业5万人: the year before the first comma. */
  private @Nullable LocalDate openingYear(Duty sentence) {
    Matcher opening = YEAR.matcher(text).region(sentence.from(), sentence.to());
    return opening.lookingAt() ? Dates.of(Integer.parseInt(opening.group(1)), 12, 31) : null;
  }

  private static @Nullable LocalDate lastDay(Deadline deadline) {
    return switch (deadline) {
      case Deadline.By(LocalDate last) -> last;
      case Deadline.Span(LocalDate first, LocalDate last) -> last;
      case Deadline.Recurring _,
          Deadline.Relative _,
          Deadline.Continuing _,
          Deadline.Onward _,
          Deadline.None _ ->
          null;
    };
  }
}
