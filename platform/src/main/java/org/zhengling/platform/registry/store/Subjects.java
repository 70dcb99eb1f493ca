package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.registry.By;
import org.zhengling.platform.registry.NewResident.Origin;

/** Everything that is registered, with its area; those of the scope in force. */
@Repository
public class Subjects {
  private final JdbcClient jdbc;

  Subjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is registered. */
  public enum Kind {
    RESIDENT,
    HOUSEHOLD,
    ORGANISATION,
    PLACE
  }

  /**
   * A row.
   *
   * @param keptAs after a merge the one that was kept, else absent
   */
  public record Row(long id, Kind kind, String area, @Nullable Long keptAs, Origin origin) {}

  public long add(Kind kind, String area, String county, Origin origin, By by) {
    return jdbc.sql(
            """
            insert into registry.subject
              (kind, area, county, entered_at, entered_by, entered_post, sample)
            values (:kind, :area, :county, :at, :person, :post, :sample)
            returning id
            """)
        .param("kind", kind.name())
        .param("area", area)
        .param("county", county)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person())
        .param("post", by.post())
        .param("sample", origin == Origin.SAMPLE)
        .query(Long.class)
        .single();
  }

  private static final String COLUMNS =
      "select s.id, s.kind, s.area, s.kept_as, s.sample from registry.subject s ";

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("area"),
        row.getObject("kept_as", Long.class),
        row.getBoolean("sample") ? Origin.SAMPLE : Origin.REAL);
  }

  public Optional<Row> byId(long id) {
    return jdbc.sql(COLUMNS + "where s.id = :id").param("id", id).query(Subjects::row).optional();
  }

  /** Until the transaction ends nobody else changes them; in the order of their numbers. */
  public List<Row> lock(Collection<Long> ids) {
    return jdbc.sql(COLUMNS + "where s.id = any (:ids) order by s.id for update")
        .param("ids", ids.toArray(Long[]::new))
        .query(Subjects::row)
        .list();
  }

  /** Each number with the one that was kept, itself where it was not merged. */
  public Map<Long, Long> kept(Collection<Long> ids) {
    Map<Long, Long> kept = new HashMap<>();
    jdbc.sql(
            """
            select s.id, coalesce(s.kept_as, s.id) as kept from registry.subject s
            where s.id = any (:ids)
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((RowCallbackHandler) row -> kept.put(row.getLong("id"), row.getLong("kept")));
    return kept;
  }

  /** The kept one and all that were merged into it. */
  public List<Long> allOf(long kept) {
    return jdbc.sql(
            """
            select s.id from registry.subject s where s.id = :kept or s.kept_as = :kept order by s.id
            """)
        .param("kept", kept)
        .query((row, number) -> row.getLong("id"))
        .list();
  }

  public void move(Collection<Long> ids, String area, String county) {
    jdbc.sql(
            """
            update registry.subject set area = :area, county = :county where id = any (:ids)
            """)
        .param("area", area)
        .param("county", county)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }
}
