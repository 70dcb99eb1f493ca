package org.zhengling.platform.clauses.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holiday tables, one text a year. */
@Repository
public class HolidayTables {
  private final JdbcClient jdbc;

  HolidayTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The table of one year as it is kept.
   *
   * @param days lines {@code date,kind,name,notice_year}
   */
  public record Row(int year, String notice, String days, Instant editedAt) {}

  public List<Row> all() {
    return jdbc.sql("select year, notice, days, edited_at from clauses.holiday_table order by year")
        .query((row, number) ->
            new Row(
                row.getInt("year"),
                row.getString("notice"),
                row.getString("days"),
                row.getTimestamp("edited_at").toInstant()))
        .list();
  }

  /**
   * Changes whenever any table does, also by another server: a digest of what they say, because two
   * servers' clocks may differ.
   */
  public String version() {
    return jdbc.sql(
            """
            select coalesce(encode(sha256(convert_to(
                     string_agg(year || ' ' || notice || ' ' || days, e'\\n' order by year),
                     'UTF8')), 'hex'), '')
            from clauses.holiday_table
            """)
        .query(String.class)
        .single();
  }

  /** A year that is there already is left as it is: a person may have corrected it. */
  public void insertMissing(int year, String notice, String days, Instant at) {
    jdbc.sql(
            """
            insert into clauses.holiday_table (year, notice, days, edited_at)
            values (:year, :notice, :days, :at)
            on conflict (year) do nothing
            """)
        .param("year", year)
        .param("notice", notice)
        .param("days", days)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void put(int year, String notice, String days, @Nullable Long person, Instant at) {
    jdbc.sql(
            """
            insert into clauses.holiday_table (year, notice, days, edited_by, edited_at)
            values (:year, :notice, :days, :person, :at)
            on conflict (year) do update set
              notice = excluded.notice, days = excluded.days,
              edited_by = excluded.edited_by, edited_at = excluded.edited_at
            """)
        .param("year", year)
        .param("notice", notice)
        .param("days", days)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .update();
  }
}
