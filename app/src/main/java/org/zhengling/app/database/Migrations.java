package org.zhengling.app.database;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations that this program brings along, and bringing a database up to them. */
public final class Migrations {
  private Migrations() {}

  /**
   * One migration.
   *
   * @param checksum of its text; tells a changed one from the one of the same version
   */
  public record Migration(String version, int checksum) {}

  /** What this program would run, in its order; the database is asked nothing but its kind. */
  public static List<Migration> known(DatabaseAddress address) {
    return Arrays.stream(configuration(address).load().info().all())
        .filter(one -> one.getVersion() != null && !one.getState().isFailed())
        .map(one ->
            new Migration(
                one.getVersion().toString(), Objects.requireNonNull(one.getChecksum(), "checksum")))
        .toList();
  }

  /** Runs what is missing. */
  static void run(DatabaseAddress address) {
    configuration(address).initSql("set role zl_owner").load().migrate();
  }

  private static FluentConfiguration configuration(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.url(), address.user(), address.password())
        .locations("classpath:migration")
        .defaultSchema("migration")
        .createSchemas(true)
        .failOnMissingLocations(true);
  }
}
