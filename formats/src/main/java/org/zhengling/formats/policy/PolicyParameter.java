package org.zhengling.formats.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.engine.law.Confidence;

/**
 * A number or a choice that an order needs, as its programme states it.
 *
 * @param name unique in the programme, in English
 * @param nameZh what it is called on pages
 * @param unit what one is, in English; {@link UnitWords} has the Chinese word; {@code choice} where
 *     the values are words
 * @param clause the clause that sets it, or that it serves when another text is the source
 * @param lines every value it ever had, the oldest first; two of one area never hold on one day
 */
public record PolicyParameter(
    String name, String nameZh, String unit, ClauseSpan clause, List<Line> lines) {
  public PolicyParameter {
    lines = List.copyOf(lines);
  }

  /** What a line says. */
  public sealed interface Value {}

  /** So many of the unit. */
  public record Count(long value) implements Value {}

  /**
   * One of the answers that the parameter lists.
   *
   * @param code the answer in English, as a rule reads it
   * @param words the answer as a page writes it
   */
  public record Choice(String code, String words) implements Value {}

  /** Whether a line is law or was made up for a demonstration. */
  public enum Standing {
    LAW,
    /** Invented, because the text was not found: every page that shows it says 示例. */
    SAMPLE
  }

  /**
   * One value.
   *
   * @param from first day it holds
   * @param to last day it holds; absent while it is in force
   * @param area code of the area it holds in; empty where it holds everywhere
   * @param source the other text that sets it; empty when the order does
   */
  public record Line(
      Value value,
      LocalDate from,
      @Nullable LocalDate to,
      String area,
      Confidence confidence,
      String source,
      Standing standing) {
    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean contradicts(Line other) {
      return area.equals(other.area) && (holdsOn(other.from) || other.holdsOn(from));
    }
  }

  /**
   * The line in force on a day in the first of these areas that has one, else the one that holds
   * everywhere; empty where there is none.
   *
   * @param areas codes, the narrowest first
   */
  public Optional<Line> inForce(LocalDate day, List<String> areas) {
    for (String area : areas) {
      Optional<Line> here = inForce(day, area);
      if (here.isPresent()) {
        return here;
      }
    }
    return inForce(day, "");
  }

  private Optional<Line> inForce(LocalDate day, String area) {
    return lines.stream().filter(line -> line.area.equals(area) && line.holdsOn(day)).findFirst();
  }

  /** A value as a page writes it: 5 个工作日, 20%, 自然日. */
  public String written(Line line) {
    return switch (line.value) {
      case Count count -> UnitWords.with(count.value, unit);
      case Choice choice -> choice.words;
    };
  }
}
