package org.zhengling.app.demo.departments.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.zhengling.app.database.DatabaseAddress;

/**
 * A database beside the city's, made anew when it is not there, that one role may read. All names
 * in its statements are of our own lists.
 */
public final class DepartmentDatabase {
  public static final String NAME = "departments_demo";
  public static final String READER = "departments_reader";

  private final DatabaseAddress server;
  private final String url;

  private DepartmentDatabase(DatabaseAddress server) {
    this.server = server;
    this.url = server.url().replaceFirst("/[^/]*$", "/" + NAME);
  }

  /**
   * Opens it.
   *
   * @param server an address whose user may make databases and roles
   * @param password of the reader, hexadecimal
   */
  public static DepartmentDatabase open(DatabaseAddress server, String password) {
    DepartmentDatabase made = new DepartmentDatabase(server);
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
        statement.execute(
            "create database "
                + NAME
                + " encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' template"
                + " template0");
      }
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + READER + "'")) {
        statement.execute("create role " + READER + " login nosuperuser nocreatedb");
      }
      // The password is hexadecimal: nothing in it could end the literal.
      statement.execute("alter role " + READER + " password '" + password + "'");
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the user may not make databases", e);
    }
    return made;
  }

  private static boolean exists(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, server.user(), server.password());
  }

  /** Port of the server, for the catalogue. */
  public int port() {
    return java.net.URI.create(url.substring("jdbc:".length())).getPort();
  }

  /**
   * A table as it is made.
   *
   * @param columns name and type, the number of the person first
   */
  public record Shape(String schema, String table, List<String> columns) {
    public Shape {
      columns = List.copyOf(columns);
    }

    String quoted() {
      return schema + ".\"" + table + "\"";
    }

    private static String name(String column) {
      return "\"" + column.substring(0, column.indexOf(' ')) + "\"";
    }

    String definition() {
      return columns.stream()
          .map(column -> name(column) + column.substring(column.indexOf(' ')))
          .collect(Collectors.joining(", "));
    }

    String names() {
      return columns.stream().map(Shape::name).collect(Collectors.joining(", "));
    }
  }

  /** Makes a table with an index on the number, readable by the reader; one that is there stays. */
  public void make(List<Shape> shapes) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (Shape shape : shapes) {
        statement.execute("create schema if not exists " + shape.schema());
        statement.execute("grant usage on schema " + shape.schema() + " to " + READER);
        statement.execute(
            "create table if not exists " + shape.quoted() + " (" + shape.definition() + ")");
        statement.execute(
            "create index if not exists \""
                + shape.table()
                + "_number\" on "
                + shape.quoted()
                + " ("
                + Shape.name(shape.columns().getFirst())
                + ")");
        statement.execute("grant select on " + shape.quoted() + " to " + READER);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe a list of columns is no SQL", e);
    }
  }

  /** Puts these rows in the place of all that were there, in one transaction. */
  public void replace(Map<Shape, List<List<String>>> rows) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Map.Entry<Shape, List<List<String>>> one : rows.entrySet()) {
        Shape shape = one.getKey();
        statement.execute("truncate " + shape.quoted());
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy " + shape.quoted() + " (" + shape.names() + ") from stdin (format csv)",
                new StringReader(csv(one.getValue())));
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe an invented value does not fit its column", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the database went away", e);
    }
  }

  private static String csv(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        text.append(i == 0 ? "\"" : ",\"").append(row.get(i).replace("\"", "\"\"")).append('"');
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Renames a column; does nothing where it was done before. */
  public void rename(Shape shape, String from, String to) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (exists(
          statement,
          "select 1 from information_schema.columns where table_schema = '"
              + shape.schema()
              + "' and table_name = '"
              + shape.table()
              + "' and column_name = '"
              + from
              + "'")) {
        statement.execute(
            "alter table " + shape.quoted() + " rename \"" + from + "\" to \"" + to + "\"");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the table is gone: " + shape, e);
    }
  }

  /** Rows of a table by number, for the invented bank. */
  public Map<String, List<List<String>>> rows(Shape shape, List<String> numbers) {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    numbers.forEach(number -> rows.put(number, new ArrayList<>()));
    String sql =
        "select "
            + shape.names()
            + " from "
            + shape.quoted()
            + " where "
            + Shape.name(shape.columns().getFirst())
            + " = any (?)";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Array asked = connection.createArrayOf("text", numbers.toArray());
      statement.setArray(1, asked);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 2; i <= shape.columns().size(); i++) {
            cells.add(found.getString(i));
          }
          rows.computeIfAbsent(found.getString(1), _ -> new ArrayList<>()).add(cells);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the invented bank has no table", e);
    }
  }
}
