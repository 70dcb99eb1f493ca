package org.zhengling.platform.access.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.zhengling.platform.access.Scope;

/**
 * Hands out connections that carry the scope of the running request, so that row-level security in
 * the database knows it. The setting is written each time a connection is taken, an empty one where
 * no scope is bound: what an earlier request left can never be read by a later one.
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
    String areas = Scope.current().map(scope -> String.join(",", scope.areas())).orElse("");
    String ownCase = Scope.current().map(Scope::ownCase).map(String::valueOf).orElse("");
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setString(1, areas);
      statement.setString(2, ownCase);
      statement.execute();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new IllegalStateException("Maybe a library asks for its own user: only zl_app serves");
  }
}
