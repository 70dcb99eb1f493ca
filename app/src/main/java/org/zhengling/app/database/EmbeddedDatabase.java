package org.zhengling.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;
import org.zhengling.engine.Refusal;

/**
 * A real PostgreSQL under the data directory, durable, listening on the loopback address, open to
 * nobody without the password that lies beside it.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  /** Line of postmaster.pid that holds the port, counted from 0. */
  private static final int PORT_LINE = 3;

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts it; the caller holds the lock of the folder, so a postmaster still running is an orphan.
   */
  public static EmbeddedDatabase start(DataDirectory data) {
    Path folder = data.postgres();
    stopOrphan(folder);
    try {
      if (!Files.exists(folder.resolve("PG_VERSION"))) {
        make(data);
      }
      return started(data, folder);
    } catch (IOException | IllegalStateException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。内置数据库起不来（" + e.getMessage() + "）。",
          "数据没有动。",
          "请检查磁盘空间和目录 " + folder + " 的权限，或设 ZL_DATABASE_URL 使用已有的 PostgreSQL。");
    }
  }

  /**
   * Made beside its place and moved there when it is whole and closed: a first start that is cut
   * off leaves neither half a cluster nor one that is open to strangers.
   */
  private static void make(DataDirectory data) throws IOException {
    Path draft = data.postgresDraft();
    stopOrphan(draft);
    if (Files.exists(draft)) {
      FileSystemUtils.deleteRecursively(draft);
    }
    try (EmbeddedDatabase database = started(data, draft)) {
      database.closeToStrangers(draft);
    }
    Files.move(draft, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static EmbeddedDatabase started(DataDirectory data, Path folder) throws IOException {
    String password = data.secret("database");
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(data.postgresPrograms().toFile())
            .setLocaleConfig("locale", "C")
            .setConnectConfig("password", password)
            .setPGStartupWait(START)
            // The library switches durability off unless told otherwise.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("timezone", "Asia/Shanghai")
            .setServerConfig("max_connections", "100");
    return new EmbeddedDatabase(builder.start(), password);
  }

  /**
   * The cluster is made with trust for its first moment; from then on every connection needs a
   * password.
   */
  private void closeToStrangers(Path folder) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
      Files.write(
          folder.resolve("pg_hba.conf"),
          List.of(
              "local all all scram-sha-256",
              "host all all 127.0.0.1/32 scram-sha-256",
              "host all all ::1/128 scram-sha-256"));
      statement.execute("select pg_reload_conf()");
      // Built-in Unicode rules: the same on every machine, whatever locales it has installed.
      statement.execute(
          "create database zhengling encoding 'UTF8' locale_provider builtin"
              + " builtin_locale 'C.UTF-8' template template0");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Maybe the new cluster in " + folder + " is damaged", e);
    }
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/zhengling", SUPERUSER, password);
  }

  /** The database of the server that holds the folder. */
  public static DatabaseAddress running(DataDirectory data) {
    Path pidFile = data.postgres().resolve("postmaster.pid");
    try {
      String port = Files.readAllLines(pidFile).get(PORT_LINE).strip();
      String url = "jdbc:postgresql://127.0.0.1:" + Integer.parseInt(port) + "/zhengling";
      return new DatabaseAddress(url, SUPERUSER, data.secret("database"));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有执行。占用数据目录的服务还没有准备好数据库。",
          "那边的数据没有动。",
          "请等它启动完再试；它若用的是 ZL_DATABASE_URL，这里也要设。");
    }
  }

  private static void stopOrphan(Path folder) {
    Path pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(pidFile);
      Optional<ProcessHandle> orphan =
          lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(folder)
              ? Optional.empty()
              : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                  .filter(process -> servesFolder(process, folder));
      if (orphan.isPresent()) {
        stop(orphan.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe " + pidFile + " is not readable", e);
    }
  }

  /**
   * A process id may have been given to a stranger since: only a postmaster of this folder counts.
   */
  private static boolean servesFolder(ProcessHandle process, Path folder) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
        .isPresent();
  }

  private static void stop(ProcessHandle orphan) {
    endConnections(orphan);
    try {
      orphan.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      orphan.destroyForcibly();
      orphan.onExit().join();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("Maybe the orphan " + orphan.pid() + " cannot be stopped", e);
    }
  }

  /**
   * A fast shutdown. Java itself can only ask for a polite one, which waits for every client that
   * is still connected.
   */
  private static void endConnections(ProcessHandle orphan) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid())).start().onExit().join();
    } catch (IOException e) {
      // No such program on this machine: the polite way, then.
      orphan.destroy();
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the postmaster was stopped by someone else", e);
    }
  }
}
