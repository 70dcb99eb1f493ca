package org.zhengling.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StopWatch;
import org.zhengling.app.Startup;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.audit.AuditRoots;
import org.zhengling.platform.audit.AuditVerifier;
import org.zhengling.platform.audit.Verification;

/**
 * How many acts a second the audit takes on an embedded database with the settings of a city: a
 * database of its own, thrown away afterwards. Every act has its own transaction.
 */
public final class AuditLoad {
  private static final int WARM_UP = 2_000;
  private static final List<String> SETTINGS =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "commit_delay",
          "wal_sync_method");

  private AuditLoad() {}

  /** What was seen. */
  public record Measured(
      Map<String, String> settings,
      long milliseconds,
      long actsPerSecond,
      long verified,
      int faults) {
    public Measured {
      settings = new LinkedHashMap<>(settings);
    }
  }

  /** Writes so many acts by so many people at once, then checks every one of them. */
  public static Measured run(int acts, int threads) {
    Path folder = folder();
    try {
      AtomicReference<Measured> measured = new AtomicReference<>();
      Startup.throwAway(folder, context -> measured.set(measure(context, acts, threads)));
      return java.util.Objects.requireNonNull(measured.get());
    } finally {
      FileSystemUtils.deleteRecursively(folder.toFile());
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("zhengling-load");
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk is full", e);
    }
  }

  private static Measured measure(ConfigurableApplicationContext context, int acts, int threads) {
    Audit audit = context.getBean(Audit.class);
    JdbcClient sql = context.getBean(JdbcClient.class);
    String area = Actor.current().area();
    write(audit, area, WARM_UP, threads);
    StopWatch watch = new StopWatch();
    watch.start();
    write(audit, area, acts, threads);
    watch.stop();
    long milliseconds = Math.max(1, watch.getTotalTimeMillis());
    context.getBean(AuditRoots.class).join();
    Verification verification = context.getBean(AuditVerifier.class).verify();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : SETTINGS) {
      settings.put(
          name, sql.sql("select current_setting(?)").param(name).query(String.class).single());
    }
    return new Measured(
        settings,
        milliseconds,
        acts * Duration.ofSeconds(1).toMillis() / milliseconds,
        verification.entries(),
        verification.faults().size());
  }

  private static void write(Audit audit, String area, int acts, int threads) {
    AtomicInteger left = new AtomicInteger(acts);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(threads)) {
      for (int person = 0; person < threads; person++) {
        Actor actor = new Actor.Official(person, "试压 " + person, person, "试压岗", area, false);
        running.add(
            people.submit(() ->
                actor.call(() -> {
                  for (int act = left.getAndDecrement(); act > 0; act = left.getAndDecrement()) {
                    audit.recordAlone(
                        Act.of(ActKind.REPORT_PROGRESS, "第 " + act + " 项任务")
                            .forPurpose("试压")
                            .concerning(act)
                            .carrying("完成 " + act));
                  }
                  return true;
                })));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("Maybe the database of the load run ended", e);
    }
  }
}
