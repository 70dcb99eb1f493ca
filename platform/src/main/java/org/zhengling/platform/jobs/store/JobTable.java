package org.zhengling.platform.jobs.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one table that all servers of a city take their jobs from. */
@Component
public class JobTable {
  private static final String NAME = "jobs.job";
  private static final int AT_ONCE = 4;
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  /** Jobs of an edition that is gone are forgotten after so long. */
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  private final DataSource connections;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  JobTable(DataSource connections, JdbcClient jdbc, InstantSource clock) {
    this.connections = connections;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** True unless it is being done at the moment. */
  public boolean plan(String name, String key, Instant when) {
    return jdbc.sql(
                """
                insert into jobs.job (task_name, task_instance, execution_time, picked, version)
                values (:name, :key, :when, false, 1)
                on conflict (task_name, task_instance) do update set
                  execution_time = excluded.execution_time, consecutive_failures = 0,
                  version = job.version + 1
                where not job.picked
                """)
            .param("name", name)
            .param("key", key)
            .param("when", when.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** True when it waited and does not any more. */
  public boolean cancel(String name, String key) {
    return jdbc.sql(
                """
                delete from jobs.job
                where task_name = :name and task_instance = :key and not picked
                """)
            .param("name", name)
            .param("key", key)
            .update()
        == 1;
  }

  /**
   * In the transaction of the act: strikes the run off, or plans the next. Where another server
   * took the job over meanwhile, because this one was not heard of, the act is rolled back.
   */
  public void finish(Execution run, @Nullable Instant again) {
    int rows = again == null ? strikeOff(run) : planAgain(run, again);
    if (rows != 1) {
      throw new IllegalStateException(
          "Maybe this server was thought dead and another did " + run.getTaskName());
    }
  }

  private int strikeOff(Execution run) {
    return jdbc.sql(
            """
            delete from jobs.job
            where task_name = :name and task_instance = :key and version = :version
            """)
        .param("name", run.getTaskName())
        .param("key", run.getId())
        .param("version", run.version)
        .update();
  }

  private int planAgain(Execution run, Instant again) {
    return jdbc.sql(
            """
            update jobs.job set execution_time = :again, picked = false, picked_by = null,
              last_heartbeat = null, last_success = :now, consecutive_failures = 0,
              version = version + 1
            where task_name = :name and task_instance = :key and version = :version
            """)
        .param("name", run.getTaskName())
        .param("key", run.getId())
        .param("version", run.version)
        .param("again", again.atOffset(ZoneOffset.UTC))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes what is due from the table, one server at a time each; nothing starts yet. */
  public Scheduler scheduler(
      List<? extends RecurringTask<?>> again,
      List<Task<?>> once,
      String server,
      Duration poll,
      Duration heartbeat) {
    return Scheduler.create(connections, once)
        .startTasks(again.stream().<RecurringTask<?>>map(task -> task).toList())
        .tableName(NAME)
        .serializer(new NoData())
        .schedulerName(new SchedulerName.Fixed(server))
        .clock(clock::instant)
        .threads(AT_ONCE)
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(poll)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .deleteUnresolvedAfter(FORGOTTEN)
        .shutdownMaxWait(LONGEST_STOP)
        // Our own line says what failed, without the words of the fault.
        .failureLogging(LogLevel.OFF, false)
        .build();
  }

  /** A job is known by name and key; no object is kept, so none is ever revived. */
  private static final class NoData implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
      if (data != null) {
        throw new IllegalStateException("Maybe a job was given data: its key is all it may have");
      }
      return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
      throw new IllegalStateException("Maybe the table of jobs was filled by hand");
    }
  }
}
