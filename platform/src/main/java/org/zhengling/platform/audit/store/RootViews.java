package org.zhengling.platform.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roots of the chains: everybody may read them. */
@Component
public class RootViews {
  private static final String COLUMNS =
      "select number, at, entries, previous, digest, canonical, signature from audit.root ";

  private final JdbcClient jdbc;

  RootViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A root as it lies in the database.
   *
   * @param digest 64 hexadecimal characters, like the others
   */
  public record RootLine(
      long number,
      Instant at,
      long entries,
      String previous,
      String digest,
      String canonical,
      String signature) {}

  public Optional<RootLine> last() {
    return jdbc.sql(COLUMNS + "order by number desc limit 1").query(RootViews::line).optional();
  }

  /** In the order of their numbers, those above this one, at most so many. */
  public List<RootLine> after(long number, int atMost) {
    return jdbc.sql(COLUMNS + "where number > :number order by number limit :most")
        .param("number", number)
        .param("most", atMost)
        .query(RootViews::line)
        .list();
  }

  /** The last root of each day in the city's zone, newest first, before that moment. */
  public List<RootLine> ofDays(Instant before, int days) {
    return jdbc.sql(
            """
            select number, at, entries, previous, digest, canonical, signature from (
              select distinct on ((at at time zone 'Asia/Shanghai')::date)
                number, at, entries, previous, digest, canonical, signature
              from audit.root
              where at < :before
              order by (at at time zone 'Asia/Shanghai')::date desc, number desc) r
            order by number desc limit :days
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("days", days)
        .query(RootViews::line)
        .list();
  }

  public Optional<RootLine> byNumber(long number) {
    return jdbc.sql(COLUMNS + "where number = :number")
        .param("number", number)
        .query(RootViews::line)
        .optional();
  }

  private static RootLine line(ResultSet row, int number) throws SQLException {
    HexFormat hex = HexFormat.of();
    return new RootLine(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("entries"),
        hex.formatHex(row.getBytes("previous")),
        hex.formatHex(row.getBytes("digest")),
        hex.formatHex(row.getBytes("canonical")),
        hex.formatHex(row.getBytes("signature")));
  }
}
