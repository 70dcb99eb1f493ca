package org.zhengling.app.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.zhengling.app.database.DatabaseAddress;
import org.zhengling.engine.Refusal;

/**
 * Fills a database whose tables are made and hold nothing of anybody, in one transaction: keys
 * between tables are taken off, rows copied in and read back, the keys put on again, which proves
 * them.
 */
public final class EmptyDatabase {
  private static final String KEYS =
      """
      select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      where k.contype = 'f' and k.conparentid = 0 and r.rolname = 'zl_owner'
        and n.nspname <> 'migration'
      order by 1, 2
      """;

  private static final String FORCED =
      """
      select format('%I.%I', n.nspname, c.relname)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      where r.rolname = 'zl_owner' and c.relkind = 'r' and c.relforcerowsecurity
      """;

  private EmptyDatabase() {}

  /** Where the rows of a table come from. */
  @FunctionalInterface
  public interface Rows {
    InputStream open(Table table) throws IOException;
  }

  /** A foreign key, as it is put on again. */
  private record Key(String table, String name, String definition) {}

  /** What a table must hold in the end. */
  public record Expected(Table table, long rows, String sm3) {}

  /** Refuses a database that the program has ever used. */
  public static void refuseUsed(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      boolean used =
          !Catalogue.ask(connection, "select to_regclass('" + Catalogue.HISTORY + "')")
              .contains(null);
      if (used) {
        throw new Refusal(
            Refusal.Kind.CALLER,
            "没有恢复。目标数据库里已经有政令通的数据。",
            "那里的数据没有动。",
            "请新建一个空库，让 ZL_DATABASE_URL 指向它，再恢复。");
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** Brings the rows and numbers in; nothing stays of a try that fails. */
  public static void fill(
      DatabaseAddress address, List<Expected> expected, Map<String, Long> sequences, Rows rows) {
    try (Connection connection = connect(address)) {
      connection.setAutoCommit(false);
      Catalogue.execute(connection, "set local role zl_owner");
      Catalogue.writePlainly(connection);
      fill(connection, expected, rows);
      number(connection, sequences);
      connection.commit();
    } catch (SQLException e) {
      throw refused(e);
    } catch (IOException e) {
      throw damaged("备份文件读不下去");
    }
  }

  private static void fill(Connection connection, List<Expected> expected, Rows rows)
      throws SQLException, IOException {
    List<Table> tables = Catalogue.tables(connection);
    if (!tables.equals(expected.stream().map(Expected::table).toList())) {
      throw new IllegalStateException(
          "Maybe two editions of the program share one list of migrations: " + tables);
    }
    List<Key> keys = keys(connection);
    List<String> forced = Catalogue.ask(connection, FORCED);
    for (Key key : keys) {
      Catalogue.execute(
          connection, "alter table " + key.table() + " drop constraint " + key.name());
    }
    for (Table table : tables) {
      Catalogue.execute(connection, "alter table " + table.name() + " disable trigger user");
    }
    for (String table : forced) {
      Catalogue.execute(connection, "alter table " + table + " no force row level security");
    }
    Catalogue.execute(
        connection, "truncate " + String.join(", ", tables.stream().map(Table::name).toList()));
    for (Expected one : expected) {
      copyIn(connection, one, rows);
    }
    // Tokens of the day of the backup open nothing: who has them now is not known.
    Catalogue.execute(connection, "delete from access.session");
    Catalogue.execute(connection, "delete from access.citizen_session");
    for (Key key : keys) {
      Catalogue.execute(
          connection,
          "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
    }
    for (Table table : tables) {
      Catalogue.execute(connection, "alter table " + table.name() + " enable trigger user");
    }
    for (String table : forced) {
      Catalogue.execute(connection, "alter table " + table + " force row level security");
    }
  }

  private static List<Key> keys(Connection connection) throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KEYS)) {
      while (rows.next()) {
        keys.add(new Key(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return keys;
  }

  private static void copyIn(Connection connection, Expected one, Rows rows)
      throws SQLException, IOException {
    Table table = one.table();
    String sql = "copy " + table.name() + " (" + table.columns() + ") from stdin";
    long copied;
    try (InputStream in = rows.open(table)) {
      copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
    }
    Digesting readBack = new Digesting(OutputStream.nullOutputStream());
    Catalogue.copyOut(connection, table, readBack);
    if (copied != one.rows() || !readBack.sm3().equals(one.sm3())) {
      throw damaged("表 " + table.name() + " 装入后和备份里的不一样");
    }
  }

  private static void number(Connection connection, Map<String, Long> sequences)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select setval(cast(? as regclass), ?)")) {
      for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
        statement.setString(1, sequence.getKey());
        statement.setLong(2, sequence.getValue());
        statement.execute();
      }
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private static Refusal damaged(String how) {
    return new Refusal(Refusal.Kind.CALLER, "没有恢复。备份里的内容装不进去：" + how + "。", "请换一份备份。");
  }

  private static Refusal refused(SQLException e) {
    return new Refusal(
        Refusal.Kind.OUTSIDE, "没有恢复。数据库没有收下（" + e.getMessage() + "）。", "请检查目标数据库和它的用户，再恢复一次。");
  }
}
