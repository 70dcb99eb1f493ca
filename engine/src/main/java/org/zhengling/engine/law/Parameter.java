package org.zhengling.engine.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number or a choice that law sets, with every value it ever had. A changed value is a new line;
 * two lines of one area never hold on the same day ({@link IllegalArgumentException}).
 *
 * @param name what it is called in {@code parameters.yaml}
 * @param unit unit of its values, {@code fen}, {@code %}, {@code working-day}
 * @param lines its values, in any order
 */
public record Parameter<T>(String name, String unit, List<Line<T>> lines) {
  public Parameter {
    lines = List.copyOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (lines.get(i).contradicts(lines.get(j))) {
          throw new IllegalArgumentException(
              "Parameter "
                  + name
                  + " has two values at once: "
                  + lines.get(j)
                  + ", "
                  + lines.get(i));
        }
      }
    }
  }

  /**
   * The line in force on a day in the first of these areas that has one; empty when none has: the
   * rule then answers {@link Finding.Unknown}.
   *
   * @param areas the area asked about and those around it, narrowest first
   */
  public Optional<Line<T>> inForce(LocalDate day, List<String> areas) {
    for (String area : areas) {
      for (Line<T> line : lines) {
        if (line.area.equals(area) && line.holdsOn(day)) {
          return Optional.of(line);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * One value.
   *
   * @param from first day it holds
   * @param to first day it no longer holds; absent while no end is known
   * @param area code of the area it holds in
   * @param clause where it is written
   */
  public record Line<T>(
      T value,
      LocalDate from,
      @Nullable LocalDate to,
      String area,
      ClauseId clause,
      Confidence confidence) {
    public Line {
      if (to != null && !from.isBefore(to)) {
        throw new IllegalArgumentException("A value holds from " + from + " but only to " + to);
      }
    }

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean contradicts(Line<T> other) {
      return area.equals(other.area) && (holdsOn(other.from) || other.holdsOn(from));
    }
  }
}
