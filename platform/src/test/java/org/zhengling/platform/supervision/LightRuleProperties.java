package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.clauses.Calendars;

class LightRuleProperties {
  private static final LightRule RULE = new LightRule(10, 10);
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(Calendars.shipped());

  /**
   * A task on one day.
   *
   * @param reports oldest first, none later than today
   */
  record Watched(Deadline deadline, LocalDate startsOn, List<Progress> reports, LocalDate today) {
    Light light() {
      return RULE.judge(deadline, startsOn, reports, today, CALENDAR);
    }

    Watched with(Progress report) {
      List<Progress> more = new ArrayList<>(reports);
      more.add(report);
      return new Watched(deadline, startsOn, more, today);
    }

    Watched on(LocalDate day) {
      return new Watched(deadline, startsOn, reports, day);
    }
  }

  /** Not started is no worse than going on: it is red and amber that count. */
  private static int alarm(Light light) {
    return switch (light.state()) {
      case OVERDUE -> 2;
      case AT_RISK -> 1;
      case ON_PLAN, NOT_STARTED, DONE -> 0;
    };
  }

  private static LocalDate lastDay(Deadline dated) {
    return dated.lastDay(LocalDate.MIN).orElseThrow();
  }

  @Property(tries = 3000)
  void nothingIsOverdueBeforeItsLastDayHasPassed(@ForAll("any") Watched task) {
    Light light = task.light();
    if (light.state() == State.OVERDUE) {
      assertThat(light.dueOn()).isNotNull().isBefore(task.today());
      assertThat(light.reason()).matches("超 [1-9][0-9]* (个工作日|天)");
    }
  }

  @Property(tries = 2000)
  void aDatedTaskIsDoneExactlyWhenItsLastReportIs100(@ForAll("dated") Watched task) {
    boolean full = !task.reports().isEmpty() && task.reports().getLast().percent() == 100;
    assertThat(task.light().state() == State.DONE).isEqualTo(full);
    assertThat(task.with(new Progress(100, task.today())).light().state()).isEqualTo(State.DONE);
  }

  @Property(tries = 2000)
  void anUnfinishedDatedTaskIsOverdueFromTheDayAfterItsLastDay(@ForAll("dated") Watched task) {
    Watched unfinished = task.with(new Progress(99, task.today()));
    LocalDate last = lastDay(task.deadline());
    assertThat(unfinished.on(last.plusDays(1)).light().state()).isEqualTo(State.OVERDUE);
    boolean begun = task.deadline() instanceof Deadline.Span || !last.isBefore(task.startsOn());
    assertThat(unfinished.on(last).light().word()).isEqualTo(begun ? "今天" : "未启动");
  }

  @Property(tries = 3000)
  void aFullReportTodayNeverMakesALightWorse(@ForAll("any") Watched task) {
    Light better = task.with(new Progress(100, task.today())).light();
    assertThat(alarm(better)).isLessThanOrEqualTo(alarm(task.light()));
  }

  @Property(tries = 2000)
  void theSameReportsGiveTheSameLightAndPercentagesStayPercentages(@ForAll("any") Watched task) {
    Light light = task.light();
    assertThat(task.light()).isEqualTo(light);
    for (Integer percent : java.util.Arrays.asList(light.percent(), light.plan())) {
      if (percent != null) {
        assertThat(percent).isBetween(0, 100);
      }
    }
  }

  @Property(tries = 1000)
  void aPlanNeverFallsAsTheDaysGoBy(
      @ForAll("dated") Watched task, @ForAll @IntRange(min = 1, max = 90) int days) {
    Watched silent = new Watched(task.deadline(), task.startsOn(), List.of(), task.today());
    Integer plan = silent.light().plan();
    Integer later = silent.on(task.today().plusDays(days)).light().plan();
    if (plan != null) {
      assertThat(later).isNotNull().isGreaterThanOrEqualTo(plan);
    }
  }

  @Provide
  Arbitrary<Watched> any() {
    return watched(Arbitraries.oneOf(dates(), others()));
  }

  @Provide
  Arbitrary<Watched> dated() {
    return watched(dates());
  }

  private static Arbitrary<Watched> watched(Arbitrary<Deadline> deadlines) {
    return Combinators.combine(deadlines, days(), days(), reports())
        .as((deadline, startsOn, today, reports) ->
            new Watched(
                deadline,
                startsOn,
                reports.stream().filter(report -> !report.reportedOn().isAfter(today)).toList(),
                today));
  }

  /** Close together, so that all the days of a task meet often. */
  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2020, 6, 1).toEpochDay(), LocalDate.of(2021, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<List<Progress>> reports() {
    Arbitrary<Integer> percents =
        Arbitraries.oneOf(Arbitraries.integers().between(0, 100), Arbitraries.just(100));
    return Combinators.combine(percents, days())
        .as(Progress::new)
        .list()
        .ofMaxSize(6)
        .map(list -> list.stream().sorted(Comparator.comparing(Progress::reportedOn)).toList());
  }

  private static Arbitrary<Deadline> dates() {
    return Arbitraries.oneOf(
        days().map(Deadline.By::new),
        Combinators.combine(days(), Arbitraries.integers().between(0, 400))
            .as((first, length) -> new Deadline.Span(first, first.plusDays(length))));
  }

  private static Arbitrary<Deadline> others() {
    return Arbitraries.oneOf(
        Arbitraries.of(Period.values()).map(period -> new Deadline.Recurring(period, null)),
        days().map(day -> new Deadline.Recurring(Period.YEAR, java.time.MonthDay.from(day))),
        days().map(Deadline.Onward::new),
        Arbitraries.of(
            new Deadline.Continuing(),
            new Deadline.None(),
            new Deadline.Relative(7, Deadline.Unit.WORKING_DAY)));
  }
}
