package org.zhengling.platform.exchange.store;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.exchange.Answer.Reason;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.ItemType;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Value;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.exchange.adapter.Adapter;
import org.zhengling.platform.exchange.adapter.Delivery;
import org.zhengling.platform.exchange.adapter.SourceFailure;
import org.zhengling.platform.exchange.adapter.SourceFailure.Outlook;
import org.zhengling.platform.exchange.adapter.WrittenNumbers;

/**
 * Reads a department's own table in one read-only transaction. The names of tables and columns come
 * from the catalogue and are looked up in the department's database first: what is not there is
 * named, so that a renamed column can never pass for "nothing found". Only names that were found
 * there are written into the query, quoted; what is asked for is bound.
 */
@Component
class DepartmentTables implements Adapter {
  private static final int MOST_ROWS_A_RESIDENT = 1000;
  private static final int MILLIS = 1000;

  @Override
  public Way.Kind kind() {
    return Way.Kind.DATABASE;
  }

  @Override
  public Delivery ask(Source source, List<Enquiry.Subject> subjects) throws SourceFailure {
    if (!(source.way() instanceof Way.Database way)) {
      throw new IllegalStateException("Maybe another adapter's source: " + source.slug());
    }
    try (Connection connection = open(way, source.limits().answer().toMillis())) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Map<String, String> columns = columns(connection, way, way.table());
      require(way, way.table(), columns.keySet(), way.numberColumn());
      for (Item item : source.items()) {
        require(way, way.table(), columns.keySet(), item.column());
      }
      return new Delivery(
          rows(connection, source, way, columns, subjects), asOf(connection, way), null);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static Connection open(Way.Database way, long limitMillis) throws SQLException {
    long seconds = Math.ceilDiv(limitMillis, MILLIS);
    Properties properties = new Properties();
    properties.setProperty("user", way.user());
    properties.setProperty("password", way.password());
    properties.setProperty("connectTimeout", Long.toString(seconds));
    properties.setProperty("loginTimeout", Long.toString(seconds));
    properties.setProperty("socketTimeout", Long.toString(seconds + 1));
    properties.setProperty("ApplicationName", "zhengling");
    properties.setProperty("options", "-c statement_timeout=" + limitMillis);
    // Nothing about residents crosses a network in the open.
    properties.setProperty("sslmode", here(way.host()) ? "prefer" : "require");
    String url = "jdbc:postgresql://" + way.host() + ":" + way.port() + "/" + way.database();
    return DriverManager.getConnection(url, properties);
  }

  private static boolean here(String host) {
    return host.equals("127.0.0.1") || host.equals("localhost");
  }

  /** Type by name of every column of a table; a table that is not there is a failure. */
  private static Map<String, String> columns(Connection connection, Way.Database way, String table)
      throws SQLException, SourceFailure {
    String sql =
        """
        select column_name, data_type from information_schema.columns
        where table_schema = ? and table_name = ?
        """;
    Map<String, String> columns = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, way.schema());
      statement.setString(2, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    if (columns.isEmpty()) {
      throw changed("对方库里没有表 " + way.schema() + "." + table);
    }
    return columns;
  }

  private static void require(Way.Database way, String table, Set<String> columns, String column)
      throws SourceFailure {
    if (!columns.contains(column)) {
      throw changed("对方的表 " + way.schema() + "." + table + " 里没有字段 " + column);
    }
  }

  private static SourceFailure changed(String what) {
    return new SourceFailure(Reason.CHANGED, Outlook.LASTING, what + "。");
  }

  private static Map<IdNumber, Delivery.Given> rows(
      Connection connection,
      Source source,
      Way.Database way,
      Map<String, String> columns,
      List<Enquiry.Subject> subjects)
      throws SQLException, SourceFailure {
    WrittenNumbers numbers = new WrittenNumbers(subjects);
    Map<IdNumber, List<Delivery.Row>> found = new LinkedHashMap<>();
    subjects.forEach(subject -> found.put(subject.number(), new ArrayList<>()));
    List<String> names = source.items().stream().map(Item::column).distinct().toList();
    int most = MOST_ROWS_A_RESIDENT * subjects.size();
    String sql =
        "select "
            + quoted(way.numberColumn())
            + String.join("", names.stream().map(name -> ", " + quoted(name)).toList())
            + " from "
            + quoted(way.schema())
            + "."
            + quoted(way.table())
            + " where "
            + matches(quoted(way.numberColumn()), String.valueOf(columns.get(way.numberColumn())))
            + " limit "
            + (most + 1);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", numbers.texts()));
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          count++;
          List<Delivery.Row> whose = numbers.whose(rows.getString(1)).map(found::get).orElse(null);
          if (whose != null) {
            whose.add(row(rows, names));
          }
        }
      }
      if (count > most) {
        throw new SourceFailure(Reason.TOO_LARGE, Outlook.LASTING, "对方给出的记录过多。");
      }
    }
    Map<IdNumber, Delivery.Given> given = new HashMap<>();
    found.forEach((number, rows) -> given.put(number, new Delivery.Rows(rows)));
    return given;
  }

  /** In the type of the department's column, so that its index is used. */
  private static String matches(String column, String type) {
    return switch (type) {
      case "text", "character varying" -> column + " = any (?::text[])";
      case "character" -> column + " = any (?::text[]::bpchar[])";
      case "numeric", "bigint" ->
          column + " = any (select n::" + type + " from unnest(?::text[]) n where n ~ '^[0-9]+$')";
      default -> column + "::text = any (?::text[])";
    };
  }

  private static Delivery.Row row(ResultSet rows, List<String> names) throws SQLException {
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      cells.put(names.get(i), rows.getString(i + 2));
    }
    return new Delivery.Row(cells);
  }

  private static @Nullable LocalDate asOf(Connection connection, Way.Database way)
      throws SQLException, SourceFailure {
    Way.AsOf asOf = way.asOf();
    if (asOf == null) {
      return null;
    }
    require(way, asOf.table(), columns(connection, way, asOf.table()).keySet(), asOf.column());
    String sql =
        "select max("
            + quoted(asOf.column())
            + ")::text from "
            + quoted(way.schema())
            + "."
            + quoted(asOf.table());
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      if (ItemType.DAY.read("更新日期", rows.getString(1)) instanceof Value.Day(LocalDate day)) {
        return day;
      }
      throw new SourceFailure(Reason.BROKEN, Outlook.LASTING, "对方没有写明数据截至哪一天。");
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static SourceFailure failure(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (e.getCause() instanceof SocketTimeoutException || state.equals("57014")) {
      return new SourceFailure(Reason.NO_ANSWER, Outlook.PASSING, "对方没有在时限内答复。");
    }
    return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
      case "08", "57", "53" -> new SourceFailure(Reason.UNREACHABLE, Outlook.PASSING, "连不上对方的数据库。");
      case "3D" -> new SourceFailure(Reason.UNREACHABLE, Outlook.LASTING, "对方没有这个数据库。");
      case "28" -> new SourceFailure(Reason.TURNED_AWAY, Outlook.LASTING, "对方不认我们的用户或口令。");
      case "42" ->
          state.equals("42501")
              ? new SourceFailure(Reason.TURNED_AWAY, Outlook.LASTING, "对方没有给读取权限。")
              : new SourceFailure(Reason.CHANGED, Outlook.LASTING, "对方的表和目录登记的不一样。");
      default -> new SourceFailure(Reason.BROKEN, Outlook.LASTING, "对方的数据库出错（代码 " + state + "）。");
    };
  }
}
