package org.zhengling.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarProperties {
  private final WorkingCalendar calendar = Holidays.CALENDAR;
  private final Map<String, String> lines =
      Holidays.CSV
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> line.split(",", -1))
          .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));

  @Property(seed = "20200925")
  void dueIsWhereANaiveWalkEnds(
      @ForAll("days") LocalDate from, @ForAll @IntRange(max = 400) int n) {
    LocalDate day = from;
    int left = n;
    if (n == 0) {
      while (day.getYear() < 2027 && !isWorked(day)) {
        day = day.plusDays(1);
      }
    }
    while (left > 0 && day.getYear() < 2027) {
      day = day.plusDays(1);
      left -= isWorked(day) ? 1 : 0;
    }
    if (day.getYear() < 2027) {
      assertThat(calendar.due(from, n)).isEqualTo(new DueDay.Settled(day));
    } else {
      assertThat(calendar.due(from, n))
          .isInstanceOfSatisfying(
              DueDay.Provisional.class, due -> assertThat(due.missingYear()).isEqualTo(2027));
    }
  }

  @Property(seed = "20200926")
  void dueAndBetweenAreInverse(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 300) int n) {
    if (calendar.due(from, n) instanceof DueDay.Settled(LocalDate due)) {
      assertThat(calendar.isWorkingDay(due)).isTrue();
      assertThat(calendar.workingDaysBetween(from, due)).isEqualTo(n);
      assertThat(calendar.workingDaysBetween(from, due.minusDays(1))).isEqualTo(n - 1);
    } else {
      int untilTheEnd = calendar.workingDaysBetween(from, LocalDate.of(2026, 12, 31));
      assertThat(calendar.due(from, n))
          .isEqualTo(new DueDay.Provisional(2027, LocalDate.of(2026, 12, 31), n - untilTheEnd));
    }
  }

  private boolean isWorked(LocalDate day) {
    boolean weekday = day.getDayOfWeek().getValue() <= 5;
    return lines.getOrDefault(day.toString(), weekday ? "work" : "off").equals("work");
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2007, 1, 1).toEpochDay(), LocalDate.of(2026, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}
