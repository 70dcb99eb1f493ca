package org.zhengling.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL that is none of ours, as a city's machine room runs one: passwords for everybody.
 */
public final class RealPostgres implements AutoCloseable {
  /** With everything that an address has to encode. */
  public static final String PASSWORD = "p@ss:w/rd+100% ?#&";

  private static final String USER = "postgres";

  private final EmbeddedPostgres postgres;

  private RealPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  public static RealPostgres start(Path folder) throws IOException, SQLException {
    Path data = folder.resolve("external");
    EmbeddedPostgres started =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(folder.resolve("external-programs").toFile())
            .setLocaleConfig("locale", "C")
            .setConnectConfig("password", PASSWORD)
            .setServerConfig("fsync", "off")
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(Duration.ofMinutes(2))
            .start();
    RealPostgres postgres = new RealPostgres(started);
    postgres.execute(USER, "alter role postgres password '" + PASSWORD + "'");
    Files.write(data.resolve("pg_hba.conf"), List.of("host all all 127.0.0.1/32 scram-sha-256"));
    postgres.execute(USER, "select pg_reload_conf()");
    return postgres;
  }

  public int port() {
    return postgres.getPort();
  }

  /** How its superuser reaches one of its databases. */
  public DatabaseAddress address(String database) {
    return address(database, USER, PASSWORD);
  }

  DatabaseAddress address(String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, user, password);
  }

  public void execute(String database, String... statements) throws SQLException {
    execute(address(database), statements);
  }

  static void execute(DatabaseAddress address, String... statements) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of the first row. */
  public String ask(String database, String sql) throws SQLException {
    return ask(address(database), sql);
  }

  static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getObject(1));
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
