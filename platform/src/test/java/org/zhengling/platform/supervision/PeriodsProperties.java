package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Recurring;

class PeriodsProperties {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

  /** More than there are weeks between the two. */
  private static final int ENDS = 400;

  /**
   * Walks day by day. On each day with a full report the oldest period that has begun and is not
   * answered is answered by it; a report within a period that is answered already answers nothing.
   */
  @Property(tries = 2000)
  void periodsAreAnsweredAsWalkingDayByDayAnswersThem(
      @ForAll("beats") Recurring recurring,
      @ForAll("days") LocalDate startsOn,
      @ForAll("reports") List<Progress> reports,
      @ForAll("days") LocalDate today) {
    List<LocalDate> ends = ends(recurring, startsOn);
    int answered = 0;
    for (LocalDate day = startsOn; !day.isAfter(LAST); day = day.plusDays(1)) {
      LocalDate begins = answered == 0 ? startsOn : ends.get(answered - 1).plusDays(1);
      if (!day.isBefore(begins) && isFull(reports, day)) {
        answered++;
      }
    }
    Periods periods = Periods.of(recurring, startsOn, reports);
    assertThat(periods.answered()).isEqualTo(ends.subList(0, answered));
    assertThat(periods.open()).isEqualTo(ends.get(answered));

    int ended = 0;
    while (ends.get(ended).isBefore(today)) {
      ended++;
    }
    int counted = Math.max(ended, answered);
    assertThat(periods.kept(today, recurring))
        .isEqualTo(counted == 0 ? 100 : answered * 100 / counted);
  }

  private static boolean isFull(List<Progress> reports, LocalDate day) {
    return reports.stream()
        .anyMatch(report -> report.percent() == 100 && report.reportedOn().equals(day));
  }

  /**
   * Last days of the periods from the one on in which the task starts, found by looking at each
   * day.
   */
  private static List<LocalDate> ends(Recurring recurring, LocalDate startsOn) {
    List<LocalDate> ends = new ArrayList<>();
    for (LocalDate day = startsOn; ends.size() < ENDS; day = day.plusDays(1)) {
      if (isEnd(recurring, day)) {
        ends.add(day);
      }
    }
    return ends;
  }

  private static boolean isEnd(Recurring recurring, LocalDate day) {
    MonthDay fixed = recurring.lastDay();
    if (fixed != null) {
      boolean leapless = fixed.equals(MonthDay.of(2, 29)) && !Year.isLeap(day.getYear());
      return MonthDay.from(day).equals(leapless ? MonthDay.of(2, 28) : fixed);
    }
    if (recurring.period() == Period.WEEK) {
      return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
    boolean endOfMonth = day.equals(YearMonth.from(day).atEndOfMonth());
    return endOfMonth
        && switch (recurring.period()) {
          case WEEK -> false;
          case MONTH -> true;
          case QUARTER -> day.getMonthValue() % 3 == 0;
          case HALF_YEAR -> day.getMonthValue() % 6 == 0;
          case YEAR -> day.getMonthValue() == 12;
        };
  }

  @Provide
  Arbitrary<Recurring> beats() {
    return Arbitraries.oneOf(
        Arbitraries.of(Period.values()).map(period -> new Recurring(period, null)),
        Arbitraries.of(MonthDay.of(2, 29), MonthDay.of(6, 30), MonthDay.of(12, 1))
            .map(day -> new Recurring(Period.YEAR, day)));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<List<Progress>> reports() {
    return Combinators.combine(Arbitraries.of(99, 100, 100), days())
        .as(Progress::new)
        .list()
        .ofMaxSize(12)
        .map(list -> list.stream().sorted(Comparator.comparing(Progress::reportedOn)).toList());
  }
}
