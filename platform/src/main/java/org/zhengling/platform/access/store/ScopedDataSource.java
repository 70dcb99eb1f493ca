package org.zhengling.platform.access.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.zhengling.platform.access.Scope;

/**
 * Hands out connections that carry the scope of the running request, so that row-level security in
 * the database knows it. It is written when a connection is taken and cleared when it is returned;
 * a connection that cannot be cleared is thrown away. So a connection of the pool carries nothing,
 * and one that is taken without a scope needs no round trip.
 */
public final class ScopedDataSource extends DelegatingDataSource {
  private static final String SET =
      "select set_config('zl.scope', ?, false), set_config('zl.case', ?, false)";

  public ScopedDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    Optional<Scope> scope = Scope.current();
    if (scope.isEmpty()) {
      return connection;
    }
    String areas = String.join(",", scope.get().areas());
    Long ownCase = scope.get().ownCase();
    try {
      carry(connection, areas, ownCase == null ? "" : ownCase.toString());
    } catch (SQLException e) {
      throwAway(connection);
      throw e;
    }
    return cleared(connection);
  }

  private static void carry(Connection connection, String areas, String ownCase)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setString(1, areas);
      statement.setString(2, ownCase);
      statement.execute();
    }
  }

  /** The same connection, which forgets its scope when it is closed. */
  private static Connection cleared(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ScopedDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("close") && !connection.isClosed()) {
                giveBack(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private static void giveBack(Connection connection) throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        // A setting of a transaction that is not over would be undone with it.
        connection.rollback();
        connection.setAutoCommit(true);
      }
      carry(connection, "", "");
    } catch (SQLException e) {
      throwAway(connection);
      return;
    }
    connection.close();
  }

  /** The pool finds it broken and makes another. */
  private static void throwAway(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    connection.close();
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new IllegalStateException("Maybe a library asks for its own user: only zl_app serves");
  }
}
