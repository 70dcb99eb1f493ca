package org.zhengling.app.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.supervision.Progress;

/**
 * Invents reports on one task in one area up to today, some of them late. The same seed invents the
 * same reports.
 *
 * @param slowness 0 for an area that is always in time, 100 for one that is often late
 */
record SampleProgress(LocalDate today, RandomGenerator random, int slowness) {
  private static final int COMPLETE = 100;

  /** Oldest first. */
  List<Progress> of(Deadline deadline, LocalDate startsOn) {
    return switch (deadline) {
      case Deadline.By(LocalDate last) -> dated(startsOn, last);
      case Deadline.Span(LocalDate first, LocalDate last) -> dated(first, last);
      case Deadline.Recurring recurring -> recurring(recurring, startsOn);
      case Deadline.Onward onward -> List.of();
      case Deadline.Continuing continuing -> open(startsOn);
      case Deadline.Relative relative -> open(startsOn);
      case Deadline.None none -> open(startsOn);
    };
  }

  /** Whether a slow area stumbles this time. */
  private boolean stumbles(int percent) {
    return random.nextInt(COMPLETE) < percent * slowness / COMPLETE;
  }

  /** A line from the first day to the day it is really done, reported at the end of each month. */
  private List<Progress> dated(LocalDate first, LocalDate last) {
    if (first.isAfter(today)) {
      return List.of();
    }
    long whole = ChronoUnit.DAYS.between(first, last) + 1;
    long late =
        stumbles(45)
            ? whole * (15 + random.nextInt(150)) / COMPLETE
            : -whole * random.nextInt(12) / COMPLETE;
    LocalDate done = last.plusDays(late);
    List<Progress> reports = new ArrayList<>();
    for (LocalDate month = endOfMonth(first.plusDays(14));
        !month.isAfter(today) && month.isBefore(done);
        month = endOfMonth(month.plusDays(1))) {
      long gone = ChronoUnit.DAYS.between(first, month) + 1;
      int percent = Math.clamp(gone * COMPLETE / (whole + late) - random.nextInt(5), 1, 99);
      reports.add(new Progress(percent, month));
    }
    if (!done.isAfter(today)) {
      reports.add(new Progress(COMPLETE, done));
    }
    return reports;
  }

  private List<Progress> recurring(Deadline.Recurring recurring, LocalDate startsOn) {
    List<Progress> reports = new ArrayList<>();
    LocalDate opens = startsOn;
    while (true) {
      LocalDate due = recurring.lastDay(opens).orElseThrow();
      LocalDate reported = due.minusDays(random.nextInt(6));
      boolean missed = stumbles(25);
      if (reported.isAfter(today) || missed) {
        return reports;
      }
      reports.add(new Progress(COMPLETE, reported.isBefore(opens) ? opens : reported));
      opens = due.plusDays(1);
    }
  }

  /** Every month a little further; a slow area falls silent. */
  private List<Progress> open(LocalDate startsOn) {
    if (stumbles(25)) {
      return List.of();
    }
    LocalDate silentFrom = stumbles(20) ? startsOn.plusDays(40) : today.plusDays(1);
    List<Progress> reports = new ArrayList<>();
    int percent = 20 + random.nextInt(30);
    for (LocalDate month = endOfMonth(startsOn.plusDays(14));
        !month.isAfter(today) && month.isBefore(silentFrom);
        month = endOfMonth(month.plusDays(1))) {
      percent = Math.min(98, percent + 2 + random.nextInt(10));
      reports.add(new Progress(percent, month));
    }
    return reports;
  }

  private static LocalDate endOfMonth(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }
}
