package org.zhengling.app.backup.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengling.app.database.DatabaseAddress;
import org.zhengling.app.database.Migrations.Migration;
import org.zhengling.engine.Refusal;

/**
 * Every table as it was in one moment, while others go on writing. Read as somebody whom row-level
 * security does not shorten, or not at all.
 */
public final class Snapshot implements AutoCloseable {
  private static final String SHORTENED =
      """
      select format('%I.%I', n.nspname, c.relname)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner
      where r.rolname = 'zl_owner' and c.relkind = 'r' and c.relforcerowsecurity
        and not exists (
          select 1 from pg_policy p
          where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
            and r.oid = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')
      """;

  private final Connection connection;

  private Snapshot(Connection connection) {
    this.connection = connection;
  }

  public static Snapshot of(DatabaseAddress address) {
    Connection connection = null;
    try {
      connection = DriverManager.getConnection(address.url(), address.user(), address.password());
      connection.setAutoCommit(false);
      Catalogue.execute(connection, "set transaction isolation level repeatable read, read only");
      Catalogue.writePlainly(connection);
      refuseEmpty(connection);
      seeEverything(connection);
      return new Snapshot(connection);
    } catch (SQLException e) {
      close(connection);
      throw unreachable(e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private static void refuseEmpty(Connection connection) throws SQLException {
    if (Catalogue.ask(connection, "select to_regclass('" + Catalogue.HISTORY + "')")
        .contains(null)) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有备份。这个数据库里还没有政令通的表。", "请检查 --data 或 ZL_DATABASE_URL。");
    }
  }

  private static void seeEverything(Connection connection) throws SQLException {
    String above = "select rolname from pg_roles where rolname = current_user";
    if (!Catalogue.ask(connection, above + " and (rolsuper or rolbypassrls)").isEmpty()) {
      Catalogue.execute(connection, "set local row_security = off");
      return;
    }
    Catalogue.execute(connection, "set local role zl_owner");
    List<String> shortened = Catalogue.ask(connection, SHORTENED);
    if (!shortened.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有备份。备份用的数据库用户看不全这些表：" + String.join("、", shortened) + "。",
          "请换一个有 BYPASSRLS 权限的用户再备份。");
    }
  }

  public Instant moment() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select now()")) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  public boolean demonstration() {
    try {
      return Catalogue.ask(connection, "select demonstration from app.purpose").contains("t");
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** The migrations that made these tables. */
  public List<Migration> migrations() {
    String sql =
        "select version, checksum from "
            + Catalogue.HISTORY
            + " where success and version is not null order by installed_rank";
    List<Migration> migrations = new ArrayList<>();
    // The history belongs to whoever prepares; it is read beside the role of the tables.
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        migrations.add(new Migration(rows.getString(1), rows.getInt(2)));
      }
      return migrations;
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  public List<Table> tables() {
    try {
      return Catalogue.tables(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** Asked after the tables: a number given meanwhile is skipped, never given twice. */
  public Map<String, Long> sequences() {
    try {
      return Catalogue.sequences(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** One line a row, in the text form of COPY. */
  public void copy(Table table, OutputStream out) {
    try {
      Catalogue.copyOut(connection, table, out);
    } catch (SQLException e) {
      throw unreachable(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal unreachable(SQLException e) {
    return new Refusal(
        Refusal.Kind.OUTSIDE, "没有备份。数据库读不了（" + e.getMessage() + "）。", "请检查数据库和它的用户，再备份一次。");
  }

  private static void close(@org.jspecify.annotations.Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void close() {
    close(connection);
  }
}
