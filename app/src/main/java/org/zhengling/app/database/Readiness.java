package org.zhengling.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Whether this server may be sent visitors. Asked by anybody, therefore answered from what was
 * found at most two seconds ago, with a connection of its own that a full pool cannot hold up.
 */
@Lazy
@Component
public class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final String PATIENCE_SECONDS = "2";

  private final DatabasePreparation.Serving serving;
  private final DataDirectory data;
  private final InstantSource clock;
  private final DataSize leastSpace;
  private Instant looked = Instant.MIN;
  private Set<Missing> found = Set.of();

  Readiness(
      DatabasePreparation.Serving serving,
      DataDirectory data,
      InstantSource clock,
      @Value("${zl.least-space}") DataSize leastSpace) {
    this.serving = serving;
    this.data = data;
    this.clock = clock;
    this.leastSpace = leastSpace;
  }

  /** What a server cannot do its work without. */
  public enum Missing {
    DATABASE,
    MIGRATION,
    DISK
  }

  /** Empty where nothing is missing. */
  public synchronized Set<Missing> missing() {
    Instant now = clock.instant();
    if (looked.isBefore(now.minus(REMEMBERED))) {
      Set<Missing> before = found;
      found = look();
      looked = now;
      if (!found.equals(before)) {
        LOG.atWarn().addKeyValue("missing", found).log("Readiness changed");
      }
    }
    return found;
  }

  private Set<Missing> look() {
    Set<Missing> missing = EnumSet.noneOf(Missing.class);
    try {
      if (!migrated()) {
        missing.add(Missing.MIGRATION);
      }
    } catch (SQLException e) {
      missing.add(Missing.DATABASE);
    }
    if (space() < leastSpace.toBytes()) {
      missing.add(Missing.DISK);
    }
    return missing;
  }

  private long space() {
    try {
      return Files.getFileStore(data.folder()).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A migration that failed, or one of ours that this database has not seen. */
  private boolean migrated() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", serving.user());
    properties.setProperty("password", serving.password());
    for (String patience : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
      properties.setProperty(patience, PATIENCE_SECONDS);
    }
    List<String> done = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(serving.url(), properties);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select version, success from app.migrations()")) {
      while (rows.next()) {
        if (!rows.getBoolean(2)) {
          return false;
        }
        done.add(rows.getString(1));
      }
    }
    return done.containsAll(serving.migrations());
  }
}
