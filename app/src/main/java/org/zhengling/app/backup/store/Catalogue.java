package org.zhengling.app.backup.store;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** What the program owns in a database, asked from PostgreSQL's own catalogue. */
final class Catalogue {
  /** Where the migrations keep their own record. */
  static final String HISTORY = "migration.flyway_schema_history";

  private static final String TABLES =
      """
      select format('%I.%I', n.nspname, c.relname),
             string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                         and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and r.rolname = 'zl_owner' and n.nspname <> 'migration'
      group by n.nspname, c.relname
      order by 1
      """;

  private static final String SEQUENCES =
      """
      select format('%I.%I', schemaname, sequencename), last_value
      from pg_sequences
      where sequenceowner = 'zl_owner' and last_value is not null
      order by 1
      """;

  private Catalogue() {}

  static List<Table> tables(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  /** Last number given, by sequence; one that gave none yet is left out. */
  static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> sequences = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        sequences.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sequences;
  }

  /** The first column of every row. */
  static List<String> ask(Connection connection, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same bytes from the same rows, whatever the server or this machine prefers. */
  static void writePlainly(Connection connection) throws SQLException {
    for (String setting :
        List.of(
            "timezone = 'UTC'",
            "datestyle = 'ISO, YMD'",
            "intervalstyle = 'postgres'",
            "bytea_output = 'hex'",
            "extra_float_digits = 1",
            "synchronize_seqscans = off")) {
      execute(connection, "set local " + setting);
    }
  }

  static void copyOut(Connection connection, Table table, OutputStream out)
      throws SQLException, IOException {
    String sql = "copy " + table.name() + " (" + table.columns() + ") to stdout";
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
  }
}
