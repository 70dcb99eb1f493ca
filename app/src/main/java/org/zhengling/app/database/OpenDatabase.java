package org.zhengling.app.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database that a data directory stands for: the one of {@code ZL_DATABASE_URL}, the one of the
 * server that holds the directory, or one started here.
 *
 * @param embedded present where it was started here; closing stops it
 */
public record OpenDatabase(DatabaseAddress address, @Nullable EmbeddedDatabase embedded)
    implements AutoCloseable {

  /**
   * Opens it.
   *
   * @param environment variables of the process
   */
  public static OpenDatabase of(DataDirectory data, Map<String, String> environment) {
    if (outside(environment)) {
      String user = environment.getOrDefault("ZL_DATABASE_USER", "");
      String password = environment.getOrDefault("ZL_DATABASE_PASSWORD", "");
      String url = environment.getOrDefault("ZL_DATABASE_URL", "");
      return new OpenDatabase(DatabaseAddress.parse(url, user, password), null);
    }
    if (data.shared()) {
      return new OpenDatabase(EmbeddedDatabase.running(data), null);
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(data);
    return new OpenDatabase(started.address(), started);
  }

  /** Whether the database is run by somebody else. */
  public static boolean outside(Map<String, String> environment) {
    return !environment.getOrDefault("ZL_DATABASE_URL", "").isBlank();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
