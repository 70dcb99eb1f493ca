package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.time.Deadline;

/**
 * Which periods of a recurring task are answered. Each asks for one report of 100 %; a late report
 * answers the period it is late for, further reports of an answered period answer nothing more.
 *
 * @param answered ends of the answered periods, in order
 * @param open end of the first period that nothing answers
 */
record Periods(List<LocalDate> answered, LocalDate open) {
  private static final int COMPLETE = 100;

  Periods {
    answered = List.copyOf(answered);
  }

  /** Goes through the periods from the first day on, with the reports oldest first. */
  static Periods of(Deadline.Recurring recurring, LocalDate startsOn, List<Progress> reports) {
    List<LocalDate> full =
        reports.stream()
            .filter(report -> report.percent() == COMPLETE)
            .map(Progress::reportedOn)
            .distinct()
            .toList();
    List<LocalDate> answered = new ArrayList<>();
    LocalDate opens = startsOn;
    int next = 0;
    while (true) {
      LocalDate due = recurring.lastDay(opens).orElseThrow();
      while (next < full.size() && full.get(next).isBefore(opens)) {
        next++;
      }
      if (next == full.size()) {
        return new Periods(answered, due);
      }
      next++;
      while (next < full.size() && !full.get(next).isAfter(due)) {
        next++;
      }
      answered.add(due);
      opens = due.plusDays(1);
    }
  }

  /** Answered periods among those that have ended, in percent; 100 while none has ended. */
  int kept(LocalDate today, Deadline.Recurring recurring) {
    int ended = answered.size();
    LocalDate due = open;
    while (due.isBefore(today)) {
      ended++;
      due = recurring.lastDay(due.plusDays(1)).orElseThrow();
    }
    return ended == 0 ? COMPLETE : answered.size() * COMPLETE / ended;
  }
}
