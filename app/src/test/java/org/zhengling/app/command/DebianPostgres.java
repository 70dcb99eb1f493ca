package org.zhengling.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL of this machine's packages, the oldest there is, on a folder and port of its own.
 */
record DebianPostgres(Path programs, Path folder, int port) implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  static final String PASSWORD = "two-servers-1";

  /** PostgreSQL refuses to run as root; nobody owns the folder then. */
  private static final String NOBODY = "65534";

  /** Where its programs lie; empty where the package is not installed. */
  static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .filter(version -> version.getFileName().toString().matches("\\d+"))
          .filter(version -> Integer.parseInt(version.getFileName().toString()) >= 15)
          .min(
              Comparator.comparingInt(
                  version -> Integer.parseInt(version.getFileName().toString())))
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")));
    }
  }

  static DebianPostgres start(Path programs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("zhengling-postgres");
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    DebianPostgres postgres = new DebianPostgres(programs, folder, port);
    Path password = folder.resolve("password");
    Files.writeString(password, PASSWORD);
    if (root()) {
      run(folder, List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
    }
    postgres.as(
        "initdb",
        "-D",
        postgres.data(),
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "-E",
        "UTF8",
        "--locale=C");
    postgres.as(
        "pg_ctl",
        "-D",
        postgres.data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
        "start");
    return postgres;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static boolean root() {
    return System.getProperty("user.name", "").equals("root");
  }

  private void as(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    run(folder, command);
  }

  private static void run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("zhengling-said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int code = process.waitFor();
    String text = Files.readString(said, StandardCharsets.UTF_8);
    Files.delete(said);
    if (code != 0) {
      throw new IllegalStateException("Maybe the package is broken: " + command + "\n" + text);
    }
  }

  String url(String database) {
    return "postgresql://postgres:" + PASSWORD + "@127.0.0.1:" + port + "/" + database;
  }

  /** As its superuser. */
  Connection connect(String database) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    return DriverManager.getConnection(url, "postgres", PASSWORD);
  }

  /** Stops it and leaves its files. */
  void interrupt() throws IOException, InterruptedException {
    as("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
  }

  /** As its superuser; the first column of the first row, or nothing. */
  String ask(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
