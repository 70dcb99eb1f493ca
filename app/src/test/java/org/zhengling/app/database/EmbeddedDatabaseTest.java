package org.zhengling.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir private Path home = Path.of("");

  @Test
  void itIsDurableClosedToStrangersAndSurvivesItsOwnDeath() throws IOException, SQLException {
    DatabaseAddress before;
    try (DataDirectory data = DataDirectory.open(home.resolve("city"))) {
      leaveWhatAnInterruptedFirstStartLeaves(data);
      EmbeddedDatabase database = EmbeddedDatabase.start(data);
      before = database.address();
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(RealPostgres.ask(before, "show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(data.postgresDraft()).doesNotExist();
      assertThat(RealPostgres.ask(before, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(RealPostgres.ask(before, "show server_encoding")).isEqualTo("UTF8");
      assertThatThrownBy(() ->
              RealPostgres.ask(
                  new DatabaseAddress(before.url(), before.user(), "guess"), "select 1"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      RealPostgres.execute(before, "create table kept (a int)", "insert into kept values (42)");
      killPostmaster(data);
      // Nothing is left to stop; only the library's own lock is given back.
      database.close();
    }
    try (DataDirectory data = DataDirectory.open(home.resolve("city"));
        EmbeddedDatabase again = EmbeddedDatabase.start(data)) {
      assertThat(RealPostgres.ask(again.address(), "select a from kept")).isEqualTo("42");
      assertThat(again.address().password()).isEqualTo(before.password());
    }
    assertThat(home.resolve("city/postgres/postmaster.pid")).doesNotExist();
  }

  private static void leaveWhatAnInterruptedFirstStartLeaves(DataDirectory data)
      throws IOException {
    Files.createDirectories(data.postgresDraft().resolve("base/1"));
    Files.writeString(data.postgresDraft().resolve("PG_VERSION"), "18\n");
    Path secrets = data.tls().resolveSibling("database.new");
    Files.createDirectories(secrets.getParent());
    Files.createFile(secrets);
  }

  private static void killPostmaster(DataDirectory data) throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(data.postgres().resolve("postmaster.pid")).getFirst().strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }
}
