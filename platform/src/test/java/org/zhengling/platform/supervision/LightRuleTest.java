package org.zhengling.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.clauses.Calendars;

class LightRuleTest {
  private static final LightRule RULE = new LightRule(10, 10);
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(Calendars.shipped());
  private static final LocalDate WRITTEN = day("2020-08-27");
  private static final Deadline YEAR_END = new Deadline.By(day("2020-12-31"));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Progress report(String on, int percent) {
    return new Progress(percent, day(on));
  }

  private static Light light(Deadline deadline, String today, Progress... reports) {
    return RULE.judge(deadline, WRITTEN, Arrays.asList(reports), day(today), CALENDAR);
  }

  @Test
  void a_task_is_overdue_only_after_its_last_day_has_passed() {
    assertThat(light(YEAR_END, "2020-12-31", report("2020-12-01", 90)).word()).isEqualTo("今天");
    Light late = light(YEAR_END, "2021-01-06", report("2020-12-01", 90));
    assertThat(late.state()).isEqualTo(State.OVERDUE);
    // January 1 to 3 were off: the 4th, 5th and 6th count.
    assertThat(late.reason()).isEqualTo("超 3 个工作日");
    assertThat(late.daysLeft()).isEqualTo(-3);
  }

  @Test
  void a_finished_task_is_done_however_late_it_is_looked_at() {
    assertThat(light(YEAR_END, "2021-03-31", report("2020-12-30", 100)).state())
        .isEqualTo(State.DONE);
  }

  @Test
  void ten_working_days_before_the_end_a_task_is_near() {
    // From December 17 to 31 there are ten working days.
    assertThat(light(YEAR_END, "2020-12-17", report("2020-12-16", 99)).word()).isEqualTo("临期");
    assertThat(light(YEAR_END, "2020-12-16", report("2020-12-16", 99)).state())
        .isEqualTo(State.ON_PLAN);
  }

  @Test
  void a_task_ten_points_behind_a_straight_line_is_at_risk_and_says_by_how_much() {
    Deadline span = new Deadline.Span(day("2020-09-01"), day("2020-12-09"));
    // Fifty of a hundred days are gone after October 20.
    Light behind = light(span, "2020-10-21", report("2020-10-20", 40));
    assertThat(behind.plan()).isEqualTo(50);
    assertThat(behind.reason()).isEqualTo("落后 10 个百分点");
    assertThat(light(span, "2020-10-21", report("2020-10-20", 41)).state())
        .isEqualTo(State.ON_PLAN);
  }

  @Test
  void nothing_reported_and_nothing_due_is_not_started() {
    assertThat(light(YEAR_END, "2020-10-09").state()).isEqualTo(State.NOT_STARTED);
    assertThat(light(YEAR_END, "2021-01-04").state()).isEqualTo(State.OVERDUE);
    Deadline later = new Deadline.Span(day("2021-09-01"), day("2022-12-31"));
    assertThat(light(later, "2020-10-09", report("2020-10-01", 5)).state())
        .isEqualTo(State.NOT_STARTED);
  }

  @Test
  void a_quarterly_task_is_due_at_the_end_of_the_first_quarter_without_a_full_report() {
    Deadline quarterly = new Deadline.Recurring(Period.QUARTER, null);
    assertThat(light(quarterly, "2020-11-02").dueOn()).isEqualTo(day("2020-09-30"));
    assertThat(light(quarterly, "2020-11-02").state()).isEqualTo(State.OVERDUE);
    Light answered = light(quarterly, "2020-11-02", report("2020-09-25", 100));
    assertThat(answered.dueOn()).isEqualTo(day("2020-12-31"));
    assertThat(answered.state()).isEqualTo(State.ON_PLAN);
  }

  @Test
  void a_late_report_answers_the_period_it_is_late_for_and_no_other() {
    Deadline quarterly = new Deadline.Recurring(Period.QUARTER, null);
    Light once = light(quarterly, "2021-01-05", report("2020-10-15", 100));
    assertThat(once.dueOn()).isEqualTo(day("2020-12-31"));
    assertThat(once.state()).isEqualTo(State.OVERDUE);
    Light twice =
        light(quarterly, "2021-01-05", report("2020-10-15", 100), report("2020-12-20", 100));
    assertThat(twice.dueOn()).isEqualTo(day("2021-03-31"));
  }

  @Test
  void the_percentage_of_a_recurring_task_is_the_share_of_ended_periods_that_were_answered() {
    Deadline quarterly = new Deadline.Recurring(Period.QUARTER, null);
    Light light =
        light(quarterly, "2021-04-15", report("2020-09-25", 100), report("2020-12-25", 100));
    assertThat(light.percent()).isEqualTo(66);
    assertThat(light.state()).isEqualTo(State.OVERDUE);
    assertThat(light(quarterly, "2020-09-20", report("2020-09-15", 30)).percent()).isEqualTo(100);
  }

  @Test
  void half_a_report_answers_no_period() {
    Deadline quarterly = new Deadline.Recurring(Period.QUARTER, null);
    assertThat(light(quarterly, "2020-11-02", report("2020-09-25", 99)).dueOn())
        .isEqualTo(day("2020-09-30"));
  }

  @Test
  void a_yearly_task_by_the_end_of_february_knows_leap_years() {
    Deadline yearly = new Deadline.Recurring(Period.YEAR, MonthDay.of(2, 29));
    assertThat(light(yearly, "2021-02-01").dueOn()).isEqualTo(day("2021-02-28"));
    assertThat(
            light(
                    yearly,
                    "2023-06-01",
                    report("2021-02-20", 100),
                    report("2022-02-20", 100),
                    report("2023-02-20", 100))
                .dueOn())
        .isEqualTo(day("2024-02-29"));
  }

  @Test
  void a_task_without_a_last_day_is_at_risk_when_nobody_spoke_for_a_quarter() {
    Deadline continuing = new Deadline.Continuing();
    assertThat(light(continuing, "2021-03-31").state()).isEqualTo(State.NOT_STARTED);
    assertThat(light(continuing, "2021-03-31", report("2020-10-02", 60)).state())
        .isEqualTo(State.ON_PLAN);
    Light silent = light(continuing, "2021-03-31", report("2020-09-30", 100));
    assertThat(silent.state()).isEqualTo(State.AT_RISK);
    assertThat(silent.reason()).isEqualTo("上季度没有填报");
  }

  @Test
  void an_order_for_later_years_has_not_started() {
    Deadline onward = new Deadline.Onward(day("2023-01-01"));
    assertThat(light(onward, "2022-12-31").state()).isEqualTo(State.NOT_STARTED);
    assertThat(light(onward, "2023-02-01", report("2023-01-20", 10)).state())
        .isEqualTo(State.ON_PLAN);
  }

  @Test
  void an_order_that_was_late_when_it_was_written_is_overdue_and_breaks_nothing() {
    for (String last : new String[] {"2020-08-26", "2020-08-25", "2019-12-31"}) {
      Light late = light(new Deadline.By(day(last)), "2020-08-28");
      assertThat(late.state()).isEqualTo(State.OVERDUE);
      assertThat(late.plan()).isEqualTo(100);
    }
  }

  @Test
  void while_no_working_day_has_passed_since_the_last_day_plain_days_are_told() {
    // Friday, then the weekend.
    Light late = light(new Deadline.By(day("2020-11-20")), "2020-11-22");
    assertThat(late.state()).isEqualTo(State.OVERDUE);
    assertThat(late.reason()).isEqualTo("超 2 天");
    assertThat(light(new Deadline.By(day("2020-11-20")), "2020-11-23").reason())
        .isEqualTo("超 1 个工作日");
  }

  @Test
  void a_year_without_a_table_between_the_last_day_and_today_is_not_counted_either() {
    WorkingCalendar gap =
        new WorkingCalendar(
            Calendars.shipped().stream().filter(table -> table.year() != 2021).toList());
    Light late = RULE.judge(YEAR_END, WRITTEN, List.of(), day("2022-01-05"), gap);
    assertThat(late.state()).isEqualTo(State.OVERDUE);
    assertThat(late.reason()).isEqualTo("超 370 天");
    assertThat(late.daysLeft()).isNull();
  }

  @Test
  void days_of_a_year_without_a_table_are_not_counted() {
    Deadline far = new Deadline.By(day("2027-01-10"));
    Light light = RULE.judge(far, day("2026-12-01"), List.of(), day("2026-12-30"), CALENDAR);
    assertThat(light.daysLeft()).isNull();
    assertThat(light.state()).isEqualTo(State.NOT_STARTED);
  }
}
