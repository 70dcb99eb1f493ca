package org.zhengling.platform.ledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each township keeps in reserve. */
@Repository
public class Reserves {
  private final JdbcClient jdbc;

  Reserves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rule of one reserve, fen. */
  public record Row(String area, String purpose, long quota, long warnBelow) {}

  public List<Row> all() {
    return jdbc.sql(
            "select area, purpose, quota, warn_below from ledger.reserve order by area, purpose")
        .query((row, number) ->
            new Row(
                row.getString("area"),
                row.getString("purpose"),
                row.getLong("quota"),
                row.getLong("warn_below")))
        .list();
  }

  public Optional<Row> of(String area, String purpose) {
    return all().stream()
        .filter(one -> one.area().equals(area) && one.purpose().equals(purpose))
        .findFirst();
  }

  public void set(Row row, Instant at) {
    jdbc.sql(
            """
            insert into ledger.reserve (area, purpose, quota, warn_below, set_at)
            values (:area, :purpose, :quota, :warnBelow, :at)
            on conflict (area, purpose) do update
              set quota = excluded.quota, warn_below = excluded.warn_below, set_at = excluded.set_at
            """)
        .param("area", row.area())
        .param("purpose", row.purpose())
        .param("quota", row.quota())
        .param("warnBelow", row.warnBelow())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
