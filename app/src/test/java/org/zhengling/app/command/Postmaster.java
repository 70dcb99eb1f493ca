package org.zhengling.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The database process under a data directory, as its own file says. */
record Postmaster(long pid, int port, String password) {

  static Postmaster of(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    return new Postmaster(
        Long.parseLong(lines.get(0).strip()),
        Integer.parseInt(lines.get(3).strip()),
        Files.readString(data.resolve("secrets/database")));
  }

  boolean runs() {
    return process().isPresent();
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains("postgres"));
  }

  /** One value, read as the superuser. */
  String ask(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** As the superuser. */
  Connection connect() throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/zhengling";
    return DriverManager.getConnection(url, "postgres", password);
  }

  /** Where a test ended early: what runs under the folder is ended, by its id. */
  static void endUnder(Path data) throws IOException {
    if (Files.exists(data.resolve("postgres/postmaster.pid"))) {
      Postmaster.of(data)
          .process()
          .ifPresent(process -> {
            process.destroy();
            process.onExit().join();
          });
    }
  }
}
