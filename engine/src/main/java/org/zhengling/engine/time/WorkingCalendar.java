package org.zhengling.engine.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The working days of the years whose holiday tables are loaded; about any other year it refuses to
 * guess. A year's own table settles it: when the notice of the next year names one of its last
 * days, that table changes the answer on the day it is loaded, and deadlines are derived again.
 */
public final class WorkingCalendar {
  private final Set<Integer> years = new HashSet<>();
  private final Map<LocalDate, YearTable.Kind> named = new HashMap<>();

  /** Two tables for one year, or two that disagree about a day, are refused. */
  public WorkingCalendar(Collection<YearTable> tables) {
    for (YearTable table : tables) {
      if (!years.add(table.year())) {
        throw new IllegalArgumentException("Two holiday tables for " + table.year());
      }
      for (YearTable.Day day : table.days()) {
        YearTable.Kind other = named.put(day.date(), day.kind());
        if (other != null && other != day.kind()) {
          throw new IllegalArgumentException(
              "The table for " + table.year() + " says otherwise about " + day.date());
        }
      }
    }
  }

  /** Whether the table of this year is loaded. */
  public boolean covers(int year) {
    return years.contains(year);
  }

  /** Throws {@link YearNotLoaded} for a day of a year without its own table. */
  public boolean isWorkingDay(LocalDate day) {
    if (!covers(day.getYear())) {
      throw new YearNotLoaded(day.getYear());
    }
    YearTable.Kind kind = named.get(day);
    return kind == null
        ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        : kind == YearTable.Kind.WORK;
  }

  /**
   * The last of so many working days, the first day not counted. With 0 it is the first day itself
   * when that is a working day, else the next one; a negative number is refused.
   */
  public DueDay due(LocalDate from, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("Cannot count " + workingDays + " working days");
    }
    return workingDays == 0
        ? due(from.minusDays(1), 1)
        : LegalClock.startedOn(from, new Budget.WorkingDays(workingDays)).due(this).orElseThrow();
  }

  /**
   * How many working days there are after {@code from} up to and including {@code to}, which is not
   * before it. Throws {@link YearNotLoaded}.
   */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Cannot count from " + from + " back to " + to);
    }
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }
}
