package org.zhengling.testkit;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database with every migration of the class path, copied from a template. One PostgreSQL serves
 * the whole test run and ends with it; it is not durable unless {@link #DURABLE} says so.
 */
public final class TestDatabase implements AutoCloseable {
  /** A property; {@code on} before the first database makes a cluster that writes through. */
  public static final String DURABLE = "zl.test.durable";

  private static final String TEMPLATE = "zhengling_template";
  private static final String PASSWORD = "test";
  private static final int CONNECTIONS = 4;
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final Map<String, String> FILLED = new HashMap<>();

  private final String name;
  private final HikariDataSource serving;

  private TestDatabase(String name) {
    this.name = name;
    this.serving = new HikariDataSource();
    serving.setJdbcUrl(Cluster.url(name));
    serving.setUsername("zl_app");
    serving.setPassword(PASSWORD);
    serving.setMaximumPoolSize(CONNECTIONS);
    serving.setPoolName(name);
  }

  /** A copy without any row. */
  public static TestDatabase fresh() {
    return copy(TEMPLATE);
  }

  /**
   * A copy that holds already what {@code fill} writes through the pool of {@code zl_app}. It runs
   * once for the whole test run: what is costly and the same for every test belongs there.
   *
   * @param content names what is filled in
   */
  public static TestDatabase filled(String content, Consumer<DataSource> fill) {
    synchronized (FILLED) {
      String template = FILLED.get(content);
      if (template == null) {
        TestDatabase first = fresh();
        // A database with connections cannot be copied: the pool is closed, the database stays.
        try (HikariDataSource pool = first.serving) {
          fill.accept(pool);
        }
        template = first.name;
        FILLED.put(content, template);
      }
      return copy(template);
    }
  }

  /**
   * As a city had it before a later migration: for trying that migration on rows of before.
   *
   * @param version the last one that was done, {@code 2026.11.23.1300}
   */
  public static TestDatabase upTo(String version) {
    String name = "test_" + MADE.incrementAndGet();
    Cluster.create(name);
    Cluster.migrate(name, version);
    return new TestDatabase(name);
  }

  /** Does the migrations that are still to be done. */
  public void migrate() {
    Cluster.migrate(name, "latest");
  }

  private static TestDatabase copy(String template) {
    String name = "test_" + MADE.incrementAndGet();
    // Copying files takes a quarter of the time that copying through the log takes.
    Cluster.execute(
        "postgres", "create database " + name + " template " + template + " strategy file_copy");
    return new TestDatabase(name);
  }

  /**
   * A small pool of {@code zl_app}, the role that serves. Platform tests wrap it in a
   * ScopedDataSource.
   */
  public DataSource serving() {
    return serving;
  }

  /** Sees every row, as no part of the program does: for looking behind what was done. */
  public DataSource seeingEverything() {
    return Cluster.POSTGRES.getDatabase("postgres", name);
  }

  /**
   * Gives the connections back. The database, some 12 MB, goes with the cluster at the end of the
   * run: dropping each would cost more time than making it.
   */
  @Override
  public void close() {
    serving.close();
  }

  /** Started with the first database that is asked for. */
  private static final class Cluster {
    private static final EmbeddedPostgres POSTGRES = start();

    static {
      prepare();
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", System.getProperty(DURABLE, "off"))
            .setServerConfig("synchronous_commit", System.getProperty(DURABLE, "off"))
            .setServerConfig("timezone", "Asia/Shanghai")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("Maybe the disk is full", e);
      }
    }

    /** The same two roles and the same kind of database as the server makes at its start. */
    private static void prepare() {
      execute(
          "postgres",
          "create role zl_owner nologin nosuperuser nobypassrls",
          "create role zl_app login nosuperuser nobypassrls nocreaterole nocreatedb password '"
              + PASSWORD
              + "'");
      create(TEMPLATE);
      migrate(TEMPLATE, "latest");
    }

    private static void create(String database) {
      execute(
          "postgres",
          "create database "
              + database
              + " encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'"
              + " template template0",
          "grant connect, create on database " + database + " to zl_owner",
          "grant connect on database " + database + " to zl_app");
      execute(database, "revoke create on schema public from public");
    }

    private static void migrate(String database, String target) {
      Flyway.configure()
          .dataSource(POSTGRES.getDatabase("postgres", database))
          .initSql("set role zl_owner")
          .locations("classpath:migration")
          .defaultSchema("migration")
          .createSchemas(true)
          .failOnMissingLocations(true)
          .target(target)
          .load()
          .migrate();
    }

    private static String url(String database) {
      return POSTGRES.getJdbcUrl("zl_app", database);
    }

    private static void execute(String database, String... statements) {
      try (Connection connection = POSTGRES.getDatabase("postgres", database).getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("Maybe a test left a connection open: " + database, e);
      }
    }
  }
}
