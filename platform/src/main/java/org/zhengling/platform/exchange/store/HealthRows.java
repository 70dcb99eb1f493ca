package org.zhengling.platform.exchange.store;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.Health;

/** How sources are: one row each, shared by all servers, so that all leave a failing one alone. */
@Component
public class HealthRows {
  private final JdbcClient jdbc;

  HealthRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Health> all() {
    return jdbc.sql(
            """
            select source, failures, opened_at, last_failure_at, last_failure, last_answer_at
            from exchange.health order by source
            """)
        .query((row, number) ->
            new Health(
                row.getString("source"),
                row.getInt("failures"),
                instant(row.getObject("opened_at", OffsetDateTime.class)),
                instant(row.getObject("last_failure_at", OffsetDateTime.class)),
                row.getString("last_failure"),
                instant(row.getObject("last_answer_at", OffsetDateTime.class))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** Whether the source is not left alone. */
  public boolean isClosed(String source) {
    return jdbc.sql("select opened_at is null from exchange.health where source = ?")
        .param(source)
        .query(Boolean.class)
        .single();
  }

  /**
   * True for one caller alone, when the rest is over: its call tries the source.
   *
   * @param probe how long a try may take; after that another may try
   */
  public boolean mayProbe(String source, Instant now, Duration rest, Duration probe) {
    return jdbc.sql(
                """
                update exchange.health set probing_since = :now
                where source = :source and opened_at <= :restedSince
                  and (probing_since is null or probing_since <= :given)
                """)
            .param("source", source)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("restedSince", now.minus(rest).atOffset(ZoneOffset.UTC))
            .param("given", now.minus(probe).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public void answered(String source, Instant at) {
    jdbc.sql(
            """
            update exchange.health
            set failures = 0, opened_at = null, probing_since = null, last_answer_at = :at
            where source = :source
            """)
        .param("source", source)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** So many failures in a row, or one of a probe, and the source is left alone. */
  public void failed(String source, String what, Instant at, int opensAfter) {
    jdbc.sql(
            """
            update exchange.health
            set failures = failures + 1, probing_since = null,
                opened_at = case when failures + 1 >= :opensAfter then :at else opened_at end,
                last_failure_at = :at, last_failure = :what
            where source = :source
            """)
        .param("source", source)
        .param("what", what)
        .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("opensAfter", opensAfter)
        .update();
  }
}
