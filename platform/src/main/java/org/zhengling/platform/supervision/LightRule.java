package org.zhengling.platform.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.WorkingCalendar;

/**
 * Judges the light of a task.
 *
 * <ol>
 *   <li>A last day passed without 100 % is overdue, the day itself is 今天, never overdue.
 *   <li>Ten working days or fewer before it: at risk (临期).
 *   <li>Ten points or more behind the plan, a straight line from the first to the last day: at
 *       risk.
 *   <li>A recurring deadline asks for one report of 100 % in each period. A task without a last day
 *       is asked for one report a quarter; a missing one is a risk, not a lapse.
 *   <li>Nothing reported and nothing due, or the first day not reached: not started.
 * </ol>
 *
 * @param nearDays working days before a last day from which a task counts as near
 * @param behindPoints percentage points behind plan from which a task counts as behind
 */
public record LightRule(int nearDays, int behindPoints) {
  /** A day further away than this many days is not counted in working days. */
  private static final int COUNTED_DAYS = 60;

  private static final int COMPLETE = 100;

  /**
   * The light of one task in one area.
   *
   * @param startsOn the day the clock starts
   * @param reports oldest first
   */
  public Light judge(
      Deadline deadline,
      LocalDate startsOn,
      List<Progress> reports,
      LocalDate today,
      WorkingCalendar calendar) {
    Watch watch = new Watch(deadline, startsOn, List.copyOf(reports), today, calendar);
    return switch (deadline) {
      case Deadline.By(LocalDate last) -> watch.dated(startsOn, last);
      case Deadline.Span(LocalDate first, LocalDate last) -> watch.dated(first, last);
      case Deadline.Recurring recurring -> watch.recurring(recurring);
      case Deadline.Onward(LocalDate first) ->
          today.isBefore(first) ? watch.notStarted() : watch.open(first);
      case Deadline.Continuing() -> watch.open(startsOn);
      case Deadline.Relative(int amount, Deadline.Unit unit) -> watch.open(startsOn);
      case Deadline.None() -> watch.finished() ? watch.done(null) : watch.open(startsOn);
    };
  }

  /** One task on one day. */
  private final class Watch {
    private final LocalDate startsOn;
    private final List<Progress> reports;
    private final LocalDate today;
    private final WorkingCalendar calendar;
    private final @Nullable Integer percent;

    Watch(
        Deadline deadline,
        LocalDate startsOn,
        List<Progress> reports,
        LocalDate today,
        WorkingCalendar calendar) {
      this.startsOn = startsOn;
      this.reports = reports;
      this.today = today;
      this.calendar = calendar;
      this.percent = reports.isEmpty() ? null : percent(deadline);
    }

    /** How far the task is; of a recurring one, how many of the ended periods were answered. */
    private int percent(Deadline deadline) {
      return deadline instanceof Deadline.Recurring recurring
          ? Periods.of(recurring, startsOn, reports).kept(today, recurring)
          : reports.getLast().percent();
    }

    boolean finished() {
      return !reports.isEmpty() && reports.getLast().percent() == COMPLETE;
    }

    Light light(State state, String reason, @Nullable Integer plan, @Nullable LocalDate due) {
      return light(state, state.word(), reason, plan, due);
    }

    private Light light(
        State state, String word, String reason, @Nullable Integer plan, @Nullable LocalDate due) {
      return new Light(state, word, reason, percent, plan, due, due == null ? null : left(due));
    }

    Light done(@Nullable LocalDate due) {
      return new Light(State.DONE, State.DONE.word(), "", percent, null, due, null);
    }

    Light notStarted() {
      return light(State.NOT_STARTED, "", null, null);
    }

    Light dated(LocalDate first, LocalDate last) {
      if (finished()) {
        return done(last);
      }
      if (today.isAfter(last)) {
        return overdue(last, planned(first, last));
      }
      if (today.isBefore(first)) {
        return light(State.NOT_STARTED, "", null, last);
      }
      int plan = planned(first, last);
      Light near = near(last, plan);
      if (near != null) {
        return near;
      }
      if (reports.isEmpty()) {
        return light(State.NOT_STARTED, "", plan, last);
      }
      int behind = plan - reports.getLast().percent();
      return behind >= behindPoints
          ? light(State.AT_RISK, "落后 " + behind + " 个百分点", plan, last)
          : light(State.ON_PLAN, "", plan, last);
    }

    private int planned(LocalDate first, LocalDate last) {
      if (last.isBefore(first)) {
        // Due before the order was written: nothing of it could still be ahead.
        return COMPLETE;
      }
      long whole = ChronoUnit.DAYS.between(first, last) + 1;
      long gone = Math.clamp(ChronoUnit.DAYS.between(first, today), 0, whole);
      return Math.toIntExact(gone * COMPLETE / whole);
    }

    private Light overdue(LocalDate last, @Nullable Integer plan) {
      Integer left = left(last);
      String reason =
          left == null || left == 0
              ? "超 " + ChronoUnit.DAYS.between(last, today) + " 天"
              : "超 " + -left + " 个工作日";
      return light(State.OVERDUE, reason, plan, last);
    }

    private @Nullable Light near(LocalDate due, @Nullable Integer plan) {
      Integer left = left(due);
      if (left == null || left > nearDays) {
        return null;
      }
      return today.equals(due)
          ? light(State.AT_RISK, "今天", "今天到期", plan, due)
          : light(State.AT_RISK, "临期", "剩 " + left + " 个工作日", plan, due);
    }

    /**
     * Working days to a day, negative after it; absent when it is far or a holiday table is
     * missing.
     */
    private @Nullable Integer left(LocalDate due) {
      boolean backwards = due.isBefore(today);
      LocalDate from = backwards ? due : today;
      LocalDate to = backwards ? today : due;
      boolean far = !backwards && ChronoUnit.DAYS.between(from, to) > COUNTED_DAYS;
      boolean known =
          IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(calendar::covers);
      if (far || !known) {
        return null;
      }
      int days = calendar.workingDaysBetween(from, to);
      return backwards ? -days : days;
    }

    Light recurring(Deadline.Recurring recurring) {
      LocalDate due = Periods.of(recurring, startsOn, reports).open();
      if (today.isAfter(due)) {
        return overdue(due, null);
      }
      Light near = near(due, null);
      if (near != null) {
        return near;
      }
      return light(reports.isEmpty() ? State.NOT_STARTED : State.ON_PLAN, "", null, due);
    }

    /** A task without a last day: someone must say once a quarter how it stands. */
    Light open(LocalDate first) {
      if (reports.isEmpty()) {
        return light(State.NOT_STARTED, "", null, null);
      }
      LocalDate before = Quarter.startOf(Quarter.startOf(today).minusDays(1));
      boolean silent = reports.getLast().reportedOn().isBefore(before) && !first.isAfter(before);
      return silent
          ? light(State.AT_RISK, "上季度没有填报", null, null)
          : light(State.ON_PLAN, "", null, null);
    }
  }
}
