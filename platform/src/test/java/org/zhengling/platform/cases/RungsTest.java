package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.clauses.Calendars;

/** Every configured rung of every clock is told once, on its day or as soon as a round is made. */
class RungsTest {
  private final Lamps lamps = new Lamps(Bell.class);
  private final CityHall city = lamps.city;
  private final CaseClocks clocks = city.get(CaseClocks.class);
  private final DeadlineRounds rounds = city.get(DeadlineRounds.class);
  private final Bell bell = city.get(Bell.class);
  private final CaseFile file = opened();

  /** Hears what is told; out of order it refuses to hear. */
  static class Bell {
    private final List<RungReached> heard = new ArrayList<>();
    private boolean broken;

    @EventListener
    synchronized void told(RungReached reached) {
      if (broken) {
        throw new IllegalStateException("the bell is broken");
      }
      heard.add(reached);
    }

    private List<String> since(int before) {
      return heard.subList(before, heard.size()).stream()
          .map(one -> one.clock() + " " + one.rung())
          .toList();
    }
  }

  private CaseFile opened() {
    city.dayIs("2020-11-30");
    return lamps.open("one");
  }

  @AfterEach
  void close() {
    lamps.close();
  }

  private void start(String name) {
    lamps.as(lamps.officer(), () -> clocks.start(file.id(), name));
  }

  /** What the definition says, counted day by day, for one clock. */
  private List<String> expected(ClockRule rule, LocalDate today, List<String> told) {
    WorkingCalendar calendar = city.get(Calendars.class).current();
    LegalClock.Reading reading =
        LegalClock.startedOn(LocalDate.of(2020, 11, 30), rule.budget()).read(today, calendar);
    int all = rule.budget().daysFrom(LocalDate.of(2020, 11, 30));
    List<String> expected = new ArrayList<>();
    for (Rung rung : EnumSet.copyOf(rule.rungs())) {
      boolean reached =
          switch (rung) {
            case HALF -> 2 * reading.used() >= all;
            case THREE_QUARTERS -> 4 * reading.used() >= 3 * all;
            case OVERDUE -> reading.state() == LegalClock.State.ENDED;
          };
      String name = rule.title() + " " + rung;
      if (reached && !told.contains(name)) {
        expected.add(name);
      }
    }
    return expected;
  }

  @Test
  void every_rung_of_every_configured_clock_is_told_on_its_day_and_once() {
    List<ClockRule> rules = new SampleProcedure().clocks(LocalDate.of(2020, 11, 30));
    rules.forEach(rule -> start(rule.name()));
    List<String> told = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2020, 11, 30);
        day.isBefore(LocalDate.of(2021, 1, 20));
        day = day.plusDays(1)) {
      city.dayIs(day.toString());
      List<String> expected = new ArrayList<>();
      for (ClockRule rule : rules) {
        expected.addAll(expected(rule, day, told));
      }
      int before = bell.heard.size();
      assertThat(rounds.tick()).as("told on " + day).isEqualTo(expected.size());
      assertThat(bell.since(before))
          .as("told on " + day)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(rounds.tick()).as("a second round on " + day).isZero();
      told.addAll(expected);
    }
    int rungs = rules.stream().mapToInt(rule -> rule.rungs().size()).sum();
    assertThat(told).hasSize(rungs).doesNotHaveDuplicates();
  }

  @Test
  void after_days_without_a_server_each_missed_rung_is_told_once_in_its_order() {
    start("review");
    city.dayIs("2021-01-15");
    assertThat(rounds.tick()).isEqualTo(3);
    assertThat(bell.since(0)).containsExactly("审核 HALF", "审核 THREE_QUARTERS", "审核 OVERDUE");
    assertThat(bell.heard.getLast().dueOn()).isEqualTo("2020-12-29");
    assertThat(rounds.tick()).isZero();
  }

  @Test
  void two_servers_that_go_round_at_once_tell_each_rung_once() throws Exception {
    for (int i = 0; i < 20; i++) {
      CaseFile one = lamps.open("many " + i);
      lamps.as(lamps.officer(), () -> clocks.start(one.id(), "letter"));
    }
    city.dayIs("2020-12-20");
    int all = 0;
    try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
      Callable<Integer> round = AsTheProgram.also(rounds::tick);
      for (Future<Integer> told : servers.invokeAll(List.of(round, round))) {
        all += told.get();
      }
    }
    assertThat(all).isEqualTo(60);
    assertThat(bell.heard.stream().map(one -> one.caseFile().id() + " " + one.rung()))
        .hasSize(60)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_rung_whose_telling_failed_is_told_the_next_time() {
    start("call");
    city.dayIs("2020-12-02");
    bell.broken = true;
    assertThat(rounds.tick()).isZero();
    bell.broken = false;
    assertThat(rounds.tick()).isEqualTo(1);
    assertThat(rounds.tick()).isZero();
  }

  @Test
  void a_suspension_puts_the_rungs_off_and_a_stopped_clock_tells_nothing() {
    start("review");
    start("letter");
    lamps.as(lamps.officer(), () -> clocks.suspend(file.id(), Ground.CORRECTION, "补正"));
    lamps.as(lamps.officer(), () -> clocks.stop(file.id(), "letter"));
    city.dayIs("2021-02-01");
    assertThat(rounds.tick()).isZero();
    lamps.as(lamps.officer(), () -> clocks.resume(file.id(), Ground.CORRECTION, "收到"));
    assertThat(rounds.tick()).isZero();
    city.dayIs("2021-02-20");
    assertThat(rounds.tick()).as("half of twenty days").isEqualTo(1);
  }

  @Test
  void a_deadline_that_passed_decides_nothing() {
    start("review");
    city.dayIs("2021-03-01");
    rounds.tick();
    assertThat(lamps.officer().call(() -> city.get(Cases.class).file(file.id()))).isEqualTo(file);
    assertThat(lamps.officer().call(() -> city.get(Cases.class).actions(file.id()))).hasSize(1);
  }
}
