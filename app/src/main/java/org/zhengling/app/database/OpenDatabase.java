package org.zhengling.app.database;

import org.jspecify.annotations.Nullable;

/**
 * The database that a data directory stands for: the one of {@code ZL_DATABASE_URL}, the one of the
 * server that holds the directory, or one started here.
 *
 * @param embedded present where it was started here; closing stops it
 */
public record OpenDatabase(DatabaseAddress address, @Nullable EmbeddedDatabase embedded)
    implements AutoCloseable {

  public static OpenDatabase of(DataDirectory data) {
    if (outside()) {
      String user = variable("ZL_DATABASE_USER");
      String url = variable("ZL_DATABASE_URL");
      return new OpenDatabase(
          DatabaseAddress.parse(url, user, variable("ZL_DATABASE_PASSWORD")), null);
    }
    if (data.shared()) {
      return new OpenDatabase(EmbeddedDatabase.running(data), null);
    }
    EmbeddedDatabase started = EmbeddedDatabase.start(data);
    return new OpenDatabase(started.address(), started);
  }

  /** Whether the database is run by somebody else. */
  public static boolean outside() {
    return !variable("ZL_DATABASE_URL").isBlank();
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
