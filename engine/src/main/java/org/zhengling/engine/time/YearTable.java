package org.zhengling.engine.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the holiday notice of one year says: which days are off and which weekend days are worked
 * instead. Days it does not name follow the week. It may name days of the year before or after (the
 * notice for 2007 names 2006-12-30), never a day twice ({@link IllegalArgumentException}).
 *
 * @param source the notice it was taken from
 * @param days the days named, in the order of the notice
 */
public record YearTable(int year, String source, List<Day> days) {
  private static final String HEADER = "date,kind,name,notice_year";

  public YearTable {
    days = List.copyOf(days);
    Set<LocalDate> seen = new HashSet<>();
    for (Day day : days) {
      if (Math.abs(day.date.getYear() - year) > 1 || !seen.add(day.date)) {
        throw new IllegalArgumentException(
            "The notice for " + year + " names " + day.date + " twice, or too far away");
      }
    }
  }

  /**
   * Reads tables from CSV text with the header {@code date,kind,name,notice_year}, kind being
   * {@code off} or {@code work}; lines that begin with # are the source. Answers one table a year,
   * in order; a faulty line is refused with its number ({@link IllegalArgumentException}).
   */
  public static List<YearTable> parse(String csv) {
    List<String> lines = csv.lines().map(String::strip).toList();
    String source =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    Map<Integer, List<Day>> years = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEADER)) {
        String[] fields = line.split(",", -1);
        Day day = Day.parse(i + 1, fields);
        years.computeIfAbsent(Integer.valueOf(fields[3]), year -> new ArrayList<>()).add(day);
      }
    }
    return years.entrySet().stream()
        .map(entry -> new YearTable(entry.getKey(), source, entry.getValue()))
        .toList();
  }

  /** A day the notice names, and the holiday it belongs to. */
  public record Day(LocalDate date, Kind kind, String holiday) {
    private static Day parse(int lineNumber, String[] fields) {
      if (fields.length == 4 && fields[3].matches("[0-9]{4}")) {
        for (Kind kind : Kind.values()) {
          if (kind.word.equals(fields[1])) {
            try {
              return new Day(LocalDate.parse(fields[0]), kind, fields[2]);
            } catch (DateTimeParseException notADay) {
              break;
            }
          }
        }
      }
      throw new IllegalArgumentException(
          "Line %d is not %s: %s".formatted(lineNumber, HEADER, String.join(",", fields)));
    }
  }

  /** What the notice makes of a day. */
  public enum Kind {
    OFF("off"),
    /** A day worked to make up for another. */
    WORK("work");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }
}
