package org.zhengling.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.jobs.store.JobTable;

/** Servers on one database by a clock that stands still; what an act did is read in the audit. */
class JobsTest {
  private static final Duration OFTEN = Duration.ofMillis(50);

  /** A server with this heartbeat is not heard of again within a test. */
  private static final Duration NEVER = Duration.ofHours(10);

  private static final int GLANCES = 6_000;

  private final CityHall hall = new CityHall(Kinds.class);
  private final Jobs jobs = hall.get(Jobs.class);
  private final Kinds kinds = hall.get(Kinds.class);
  private @Nullable JobRounds server;
  private @Nullable JobRounds other;

  /** A kind of job whose act each test says. */
  @Configuration
  static class Kinds {
    final AtomicReference<java.util.function.Function<String, Optional<Instant>>> act =
        new AtomicReference<>(key -> Optional.empty());

    @Bean
    OneOffJob tell() {
      return new OneOffJob("tell", "报告", key -> act.get().apply(key));
    }
  }

  @AfterEach
  void close() {
    for (JobRounds one : java.util.Arrays.asList(server, other)) {
      if (one != null) {
        one.stop();
      }
    }
    hall.close();
  }

  private JobRounds serve(Duration heartbeat, RecurringJob... recurring) {
    JobRounds rounds =
        new JobRounds(
            hall.get(JobTable.class),
            List.of(recurring),
            List.of(hall.get(OneOffJob.class)),
            hall.get(PlatformTransactionManager.class),
            hall.get(AreaDirectory.class),
            hall.get(SecureRandom.class),
            OFTEN,
            heartbeat);
    rounds.start();
    return rounds;
  }

  private static void until(JobRounds server, BooleanSupplier seen) {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < GLANCES && !seen.getAsBoolean(); i++) {
      server.look();
      try {
        var _ = never.await(10, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("Maybe the test was stopped", e);
      }
    }
    assertThat(seen.getAsBoolean()).isTrue();
  }

  private void record(String about) {
    hall.get(Audit.class).record(Act.of(ActKind.REPORT_PROGRESS, about));
  }

  private List<String> told() {
    return hall.seeingEverything()
        .sql("select about from audit.entry where act = 'REPORT_PROGRESS' order by at, about")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private long waiting() {
    return hall.seeingEverything()
        .sql("select count(*) from jobs.job where task_name = 'tell'")
        .query(Long.class)
        .single();
  }

  private Instant now() {
    return hall.get(InstantSource.class).instant();
  }

  @Test
  void what_is_planned_in_an_act_that_is_rolled_back_was_never_planned() {
    new TransactionTemplate(hall.get(PlatformTransactionManager.class))
        .executeWithoutResult(act -> {
          jobs.plan("tell", "1", now());
          act.setRollbackOnly();
        });
    assertThat(waiting()).isZero();
    jobs.plan("tell", "1", now());
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void a_job_is_done_at_its_time_by_the_program_in_the_scope_of_the_city_and_struck_off() {
    AtomicReference<Actor> who = new AtomicReference<>();
    AtomicReference<Optional<Scope>> scope = new AtomicReference<>(Optional.empty());
    kinds.act.set(key -> {
      who.set(Actor.current());
      scope.set(Scope.current());
      record(key);
      return Optional.empty();
    });
    jobs.plan("tell", "due", now());
    jobs.plan("tell", "later", now().plus(Duration.ofHours(1)));
    server = serve(OFTEN);
    JobRounds running = server;
    until(running, () -> waiting() == 1);
    assertThat(told()).containsExactly("due");
    assertThat(who.get()).isEqualTo(new Actor.Program("报告", CityHall.CITY));
    assertThat(scope.get()).contains(new Scope(List.of(CityHall.CITY)));
    hall.pass(Duration.ofHours(1));
    until(running, () -> waiting() == 0);
    assertThat(told()).containsExactly("due", "later");
  }

  @Test
  void what_fails_is_rolled_back_and_tried_again() {
    AtomicInteger tries = new AtomicInteger();
    kinds.act.set(key -> {
      record("try " + tries.incrementAndGet());
      if (tries.get() < 3) {
        throw new IllegalStateException("Maybe the other side is closed");
      }
      return Optional.empty();
    });
    jobs.plan("tell", "1", now());
    server = serve(OFTEN);
    JobRounds running = server;
    until(
        running,
        () -> {
          hall.pass(Duration.ofSeconds(30));
          return waiting() == 0;
        });
    assertThat(told()).containsExactly("try 3");
  }

  @Test
  void an_act_may_say_when_to_try_again() {
    AtomicInteger tries = new AtomicInteger();
    kinds.act.set(key -> {
      record("try " + tries.incrementAndGet());
      return tries.get() == 1 ? Optional.of(now().plus(Duration.ofDays(1))) : Optional.empty();
    });
    jobs.plan("tell", "1", now());
    server = serve(OFTEN);
    JobRounds running = server;
    until(running, () -> told().size() == 1);
    assertThat(waiting()).isEqualTo(1);
    hall.pass(Duration.ofDays(1));
    until(running, () -> waiting() == 0);
    assertThat(told()).containsExactly("try 1", "try 2");
  }

  /**
   * Between two servers: the first is not heard of, the other does its job, and then the first
   * comes back with what it did meanwhile.
   */
  @Test
  void a_server_that_was_thought_dead_changes_nothing_when_it_comes_back() {
    CountDownLatch comesBack = new CountDownLatch(1);
    CountDownLatch cameBack = new CountDownLatch(1);
    AtomicInteger starts = new AtomicInteger();
    kinds.act.set(key -> {
      boolean first = starts.incrementAndGet() == 1;
      record(first ? "by the first" : "by the other");
      if (first) {
        await(comesBack);
        cameBack.countDown();
      }
      return Optional.empty();
    });
    jobs.plan("tell", "1", now());
    server = serve(NEVER);
    until(server, () -> starts.get() == 1);
    hall.pass(Duration.ofMinutes(1));
    other = serve(OFTEN);
    until(other, () -> waiting() == 0);
    comesBack.countDown();
    await(cameBack);
    server.stop();
    server = null;
    assertThat(starts).hasValue(2);
    assertThat(told()).containsExactly("by the other");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("Maybe the other server never took over");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("Maybe the test was stopped", e);
    }
  }

  @Test
  void a_recurring_job_comes_back_after_its_pause_also_after_a_fault() {
    AtomicInteger runs = new AtomicInteger();
    server =
        serve(
            OFTEN,
            new RecurringJob(
                "roots",
                "汇总",
                Rhythm.every(Duration.ofMinutes(10)),
                () -> {
                  if (runs.incrementAndGet() == 2) {
                    throw new IllegalStateException("Maybe the disk is full");
                  }
                }));
    JobRounds running = server;
    assertThat(runs).as("not at the start").hasValue(0);
    hall.pass(Duration.ofMinutes(1));
    until(running, () -> runs.get() == 1);
    until(
        running,
        () -> {
          hall.pass(Duration.ofMinutes(1));
          return runs.get() >= 3;
        });
  }

  @Test
  void planned_again_it_moves_and_cancelled_it_is_gone() {
    jobs.plan("tell", "1", now());
    jobs.plan("tell", "1", now().plus(Duration.ofDays(2)));
    assertThat(
            hall.seeingEverything()
                .sql("select execution_time from jobs.job where task_name = 'tell'")
                .query(java.time.OffsetDateTime.class)
                .list())
        .extracting(java.time.OffsetDateTime::toInstant)
        .containsExactly(now().plus(Duration.ofDays(2)));
    assertThat(jobs.cancel("tell", "1")).isTrue();
    assertThat(jobs.cancel("tell", "1")).isFalse();
    assertThat(waiting()).isZero();
  }

  @Test
  void a_job_that_nobody_knows_and_a_name_used_twice_are_bugs() {
    assertThatThrownBy(() -> jobs.plan("unheard-of", "1", now()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unheard-of");
    RecurringJob same =
        new RecurringJob("tell", "报告", Rhythm.every(Duration.ofMinutes(1)), () -> {});
    assertThatThrownBy(() -> serve(OFTEN, same))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tell");
  }

  @Test
  void the_pause_after_a_fault_doubles_from_a_minute_to_six_hours() {
    assertThat(List.of(1, 2, 3, 9, 10, 1_000))
        .extracting(JobRounds::pause)
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(256),
            Duration.ofHours(6),
            Duration.ofHours(6));
  }

  @Test
  void a_daily_job_follows_the_clock_of_the_city() {
    Rhythm night = Rhythm.dailyAt(java.time.LocalTime.of(3, 30));
    assertThat(night.next(Instant.parse("2020-09-19T19:29:59Z"))).isEqualTo("2020-09-19T19:30:00Z");
    assertThat(night.next(Instant.parse("2020-09-19T19:30:00Z"))).isEqualTo("2020-09-20T19:30:00Z");
  }
}
