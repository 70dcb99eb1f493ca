package org.zhengling.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.WithoutWords;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.jobs.store.JobTable;

/** Does what is due while this server serves; commands without pages do no rounds. */
@Component
@ConditionalOnWebApplication
class JobRounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobRounds.class);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** After pages are no longer answered, before the last root of the audit. */
  private static final int AFTER_THE_PAGES = -900;

  private final JobTable table;
  private final TransactionTemplate transaction;
  private final String city;
  private final Scheduler scheduler;
  private boolean running;

  @Autowired
  JobRounds(
      JobTable table,
      List<RecurringJob> recurring,
      List<OneOffJob> oneOffs,
      PlatformTransactionManager transactions,
      AreaDirectory areas,
      SecureRandom random,
      @Value("${zl.jobs.poll}") Duration poll,
      @Value("${zl.jobs.heartbeat}") Duration heartbeat) {
    this.table = table;
    this.transaction = new TransactionTemplate(transactions);
    this.city = areas.city().code();
    refuseDoubles(recurring, oneOffs);
    List<? extends RecurringTask<?>> again = recurring.stream().map(this::task).toList();
    List<Task<?>> once = oneOffs.stream().<Task<?>>map(this::task).toList();
    this.scheduler = table.scheduler(again, once, drawn(random), poll, heartbeat);
  }

  /** A new name at each start: a server is not mistaken for the one before it. */
  private static String drawn(SecureRandom random) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void refuseDoubles(List<RecurringJob> recurring, List<OneOffJob> oneOffs) {
    Set<String> names = new HashSet<>();
    for (RecurringJob job : recurring) {
      refuseDouble(names.add(job.name()), job.name());
    }
    for (OneOffJob job : oneOffs) {
      refuseDouble(names.add(job.name()), job.name());
    }
  }

  private static void refuseDouble(boolean first, String name) {
    if (!first) {
      throw new IllegalStateException("Maybe two modules call a job " + name);
    }
  }

  private RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), new Beat(job.rhythm()))
        .onFailure((done, row) -> tryAgain(done, row, job.rhythm().next(done.getTimeDone())))
        .onDeadExecution(JobRounds::takeOver)
        .execute((one, context) ->
            asTheProgram(
                job.chinese(),
                () -> {
                  job.act().run();
                  return true;
                }));
  }

  private CustomTask<Void> task(OneOffJob job) {
    return Tasks.custom(job.name(), Void.class)
        .onFailure((done, row) -> tryAgain(done, row, Instant.MAX))
        .onDeadExecution(JobRounds::takeOver)
        .execute((one, context) -> {
          asTheProgram(
              job.chinese(),
              () ->
                  transaction.execute(status -> {
                    Instant again = job.act().apply(one.getId()).orElse(null);
                    table.finish(context.getExecution(), again);
                    return true;
                  }));
          // What is to be written about this run was written with it.
          return (done, row) -> {};
        });
  }

  private <T> void asTheProgram(String task, Supplier<T> act) {
    new Actor.Program(task, city).call(() -> new Scope(List.of(city)).call(act::get));
  }

  /** The server that held it has not been heard of: it is due at once, for whoever looks first. */
  private static void takeOver(ExecutionComplete done, ExecutionOperations<Void> row) {
    LOG.atWarn()
        .addKeyValue("job", done.getExecution().getTaskName())
        .addKeyValue("server", done.getExecution().pickedBy)
        .log("A job is taken over from a server that is not heard of");
    row.reschedule(done, done.getTimeDone());
  }

  /** After a pause that grows with each failure, never later than the next round. */
  private void tryAgain(ExecutionComplete done, ExecutionOperations<Void> row, Instant latest) {
    int failures = done.getExecution().consecutiveFailures + 1;
    done.getCause()
        .ifPresent(fault ->
            LOG.atError()
                .setCause(new WithoutWords(fault))
                .addKeyValue("job", done.getExecution().getTaskName())
                .addKeyValue("key", done.getExecution().getId())
                .addKeyValue("failures", failures)
                .log("A job failed and is tried again"));
    Instant paused = done.getTimeDone().plus(pause(failures));
    row.reschedule(done, paused.isBefore(latest) ? paused : latest);
  }

  /** One minute, two, four, to six hours. */
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE;
    for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** A rhythm as the scheduler asks for it. */
  private record Beat(Rhythm rhythm) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
      return rhythm.next(done.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
      return rhythm.first(now);
    }

    @Override
    public boolean isDeterministic() {
      return switch (rhythm) {
        case Rhythm.Every every -> false;
        case Rhythm.DailyAt daily -> true;
      };
    }
  }

  @Override
  public void start() {
    running = true;
    scheduler.start();
  }

  /** Looks now, not at the next poll. */
  void look() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return AFTER_THE_PAGES;
  }
}
