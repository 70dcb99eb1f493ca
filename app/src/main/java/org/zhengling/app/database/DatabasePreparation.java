package org.zhengling.app.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhengling.engine.Refusal;

/**
 * Makes any PostgreSQL of version 15 or later ready: role {@code zl_owner} owns and migrates, role
 * {@code zl_app} serves and can neither own nor bypass anything.
 */
public final class DatabasePreparation {
  private static final int OLDEST = 150000;

  private DatabasePreparation() {}

  /**
   * What the server connects with.
   *
   * @param migrations versions that made its tables
   */
  public record Serving(String url, String user, String password, List<String> migrations) {
    public Serving {
      migrations = List.copyOf(migrations);
    }

    /** Never prints the password. */
    @Override
    public String toString() {
      return url + " as " + user;
    }
  }

  /**
   * Roles, then the proof that the serving role cannot bypass its limits, then migrations.
   *
   * @param demonstration what the database shall serve; one made for the other is refused, because
   *     the passwords of a demonstration are public
   */
  public static Serving prepare(DatabaseAddress address, boolean demonstration) {
    String password = servingPassword(address);
    try (Connection connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      refuseOld(connection);
      makeRoles(connection, password);
    } catch (SQLException e) {
      throw refusal(address, e);
    }
    List<String> migrations =
        Migrations.known(address).stream().map(Migrations.Migration::version).toList();
    Serving serving = new Serving(address.url(), "zl_app", password, migrations);
    refuseBypass(serving);
    Migrations.run(address);
    refuseOtherPurpose(address, demonstration);
    return serving;
  }

  /**
   * Derived, so that several servers on one database agree without sharing another secret; whoever
   * knows the preparing password could set any other password anyway.
   */
  private static String servingPassword(DatabaseAddress address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = ("zhengling:" + address.password()).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal("zl_app".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Maybe this Java has no HmacSHA256", e);
    }
  }

  /** Master keys that wrapped what lies in the database: without them it cannot be opened. */
  public static Set<String> masterKeysInUse(Serving serving) {
    Set<String> keys = new TreeSet<>();
    try (Connection connection =
            DriverManager.getConnection(serving.url(), serving.user(), serving.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select distinct wrapped_by from keys.data_key")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the table keys.data_key was changed by hand", e);
    }
  }

  private static void refuseOld(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show server_version_num")) {
      rows.next();
      refuseOld(Integer.parseInt(rows.getString(1)));
    }
  }

  /**
   * @param version as PostgreSQL counts it: 150004 is 15.4
   */
  static void refuseOld(int version) {
    if (version < OLDEST) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。数据库是 PostgreSQL " + version / 10000 + "，需要 15 或更新的版本。",
          "库里的数据没有动。",
          "请升级数据库，或不设 ZL_DATABASE_URL 使用内置数据库。");
    }
  }

  private static void makeRoles(Connection connection, String password) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // One server at a time prepares; a second waits here.
      statement.execute("select pg_advisory_xact_lock(9704201220200801)");
      if (!roleExists(statement, "zl_owner")) {
        statement.execute("create role zl_owner nologin nosuperuser nobypassrls");
      }
      if (!roleExists(statement, "zl_app")) {
        statement.execute(
            "create role zl_app login nosuperuser nobypassrls nocreaterole nocreatedb");
      }
      // The password is hexadecimal: nothing in it could end the literal.
      statement.execute("alter role zl_app login password '" + password + "'");
      statement.execute("grant zl_owner to current_user");
      statement.execute(
          "do $$ begin execute format('grant connect, create on database %I to zl_owner',"
              + " current_database()); execute format('grant connect on database %I to zl_app',"
              + " current_database()); end $$");
      statement.execute("revoke create on schema public from public");
    }
    connection.commit();
  }

  private static boolean roleExists(Statement statement, String role) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
      return rows.next();
    }
  }

  private static void refuseOtherPurpose(DatabaseAddress address, boolean demonstration) {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set role zl_owner");
      statement.execute(
          "insert into app.purpose (demonstration) values ("
              + demonstration
              + ") on conflict do nothing");
      try (ResultSet rows = statement.executeQuery("select demonstration from app.purpose")) {
        rows.next();
        if (rows.getBoolean(1) != demonstration) {
          throw new Refusal(
              Refusal.Kind.OUTSIDE,
              demonstration ? "没有执行。这是办公用的数据库，不能拿来演示。" : "没有执行。这是演示用的数据库，里面的口令是公开的。",
              "库里的数据没有动。",
              demonstration ? "请去掉 --demo，或用 --data 另选一个目录。" : "请加上 --demo，或用 --data 另选一个目录。");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the table app.purpose was changed by hand", e);
    }
  }

  private static void refuseBypass(Serving serving) {
    String sql =
        """
        select r.rolsuper or r.rolbypassrls or r.rolcreaterole
               or exists (select 1 from pg_class c where c.relowner = r.oid)
               or pg_has_role(r.oid, 'zl_owner', 'member')
        from pg_roles r where r.rolname = current_user
        """;
    try (Connection connection =
            DriverManager.getConnection(serving.url(), serving.user(), serving.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      if (rows.getBoolean(1)) {
        throw new Refusal(
            Refusal.Kind.OUTSIDE,
            "没有启动。数据库角色 zl_app 的权限过大，能绕过按区划的行级限制。",
            "库里的数据没有动。",
            "请收回它的超级用户、BYPASSRLS、CREATEROLE 权限和所拥有的表，再启动。");
      }
    } catch (SQLException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。服务用的角色 zl_app 连不上数据库（" + e.getMessage() + "）。",
          "库里的数据没有动。",
          "请检查 pg_hba.conf 是否允许 zl_app 用密码登录。");
    }
  }

  private static Refusal refusal(DatabaseAddress address, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          new Refusal(
              Refusal.Kind.OUTSIDE,
              "没有启动。数据库不认用户 " + address.user() + " 的密码。",
              "请检查 ZL_DATABASE_URL 里的用户和密码。");
      case "3D000" ->
          new Refusal(
              Refusal.Kind.OUTSIDE, "没有启动。数据库 " + address.url() + " 不存在。", "请先建库（编码 UTF8），再启动。");
      case "42501" ->
          new Refusal(
              Refusal.Kind.OUTSIDE,
              "没有启动。用户 " + address.user() + " 不能建角色。",
              "请换一个有 CREATEROLE 权限并拥有该库的用户。");
      default ->
          new Refusal(
              Refusal.Kind.OUTSIDE,
              "没有启动。连不上数据库 " + address.url() + "（" + e.getMessage() + "）。",
              "请检查地址、端口和网络。");
    };
  }
}
