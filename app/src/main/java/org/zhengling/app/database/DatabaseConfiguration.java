package org.zhengling.app.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengling.platform.access.store.ScopedDataSource;

/** The pool that pages and acts draw their connections from, always as {@code zl_app}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 20;

  @Bean
  HikariDataSource pool(
      DatabasePreparation.Serving serving, ObjectProvider<EmbeddedDatabase> stopsAfterThePool) {
    stopsAfterThePool.ifAvailable(database -> {});
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(serving.url());
    pool.setUsername(serving.user());
    pool.setPassword(serving.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setPoolName("zl_app");
    // A refused row is described without its values: they could be somebody's.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  @Bean
  @org.springframework.context.annotation.Primary
  DataSource dataSource(HikariDataSource pool) {
    return new ScopedDataSource(pool);
  }
}
