package org.zhengling.app.retention.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows behind the rules that remove something, by slug. */
@Component
public class ExpiredRows {
  private static final Map<String, String> COUNTED =
      Map.of(
          "sign-in-attempts",
              "select count(*) from access.sign_in_attempt where last_at < :before"
                  + " and (locked_until is null or locked_until < :before)",
          "sign-in-addresses", "select count(*) from access.sign_in_address where since < :before",
          "sign-in-known", "select count(*) from access.sign_in_known where last_at < :before",
          "sessions", "select count(*) from access.session where ends_at < :before",
          "citizen-sessions", "select count(*) from access.citizen_session where ends_at < :before",
          "one-time-links", "select count(*) from access.one_time_link where expires_at < :before",
          "exchange-bodies", "select exchange.count_bodies(:before)");

  private static final Map<String, String> REMOVED =
      Map.of(
          "sign-in-attempts",
              "with removed as (delete from access.sign_in_attempt where last_at < :before"
                  + " and (locked_until is null or locked_until < :before) returning 1)"
                  + " select count(*) from removed",
          "sign-in-addresses",
              "with removed as (delete from access.sign_in_address where since < :before"
                  + " returning 1) select count(*) from removed",
          "sign-in-known",
              "with removed as (delete from access.sign_in_known where last_at < :before"
                  + " returning 1) select count(*) from removed",
          "sessions",
              "with removed as (delete from access.session where ends_at < :before returning 1)"
                  + " select count(*) from removed",
          "citizen-sessions",
              "with removed as (delete from access.citizen_session where ends_at < :before"
                  + " returning 1) select count(*) from removed",
          "one-time-links", "select access.remove_ended_links(:before)",
          "exchange-bodies", "select exchange.remove_bodies(:before)");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public ExpiredRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  public static Set<String> slugs() {
    return COUNTED.keySet();
  }

  public long count(String slug, Instant before) {
    return number(COUNTED, slug, before);
  }

  public long remove(String slug, Instant before) {
    return number(REMOVED, slug, before);
  }

  private long number(Map<String, String> statements, String slug, Instant before) {
    return jdbc.sql(Objects.requireNonNull(statements.get(slug)))
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** In one transaction, by one server at a time; a second one waits and finds nothing left. */
  public <T> T alone(Supplier<T> work) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          jdbc.sql("select pg_advisory_xact_lock(9704201220200822)").query().listOfRows();
          return work.get();
        }));
  }
}
