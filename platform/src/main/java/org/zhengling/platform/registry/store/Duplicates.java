package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.registry.By;
import org.zhengling.platform.registry.Merge;

/** Merges and splits of people who were entered twice. */
@Repository
public class Duplicates {
  private static final String COLUMNS =
      """
      select id, kept, dropped, ground, merged_at, merged_post, split_ground, split_at
      from registry.merge
      """;

  private final JdbcClient jdbc;

  Duplicates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Both are locked by the caller and neither is merged into another. */
  public long merge(long kept, long dropped, String ground, By by) {
    long id =
        jdbc.sql(
                """
                insert into registry.merge (kept, dropped, ground, merged_at, merged_by, merged_post)
                values (:kept, :dropped, :ground, :at, :person, :post)
                returning id
                """)
            .param("kept", kept)
            .param("dropped", dropped)
            .param("ground", ground)
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .query(Long.class)
            .single();
    jdbc.sql("select registry.keep_as(:dropped, :kept)")
        .param("dropped", dropped)
        .param("kept", kept)
        .query()
        .listOfRows();
    return id;
  }

  /** False where it was split already. */
  public boolean split(long merge, String ground, By by) {
    int changed =
        jdbc.sql(
                """
                update registry.merge
                set split_ground = :ground, split_at = :at, split_by = :person, split_post = :post
                where id = :id and split_at is null
                """)
            .param("id", merge)
            .param("ground", ground)
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .update();
    if (changed == 0) {
      return false;
    }
    jdbc.sql("select registry.split_off(:id)").param("id", merge).query().listOfRows();
    return true;
  }

  public Optional<Merge> byId(long id) {
    return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(Duplicates::row).optional();
  }

  /** Newest first. */
  public List<Merge> of(Collection<Long> residents) {
    return jdbc.sql(COLUMNS + "where kept = any (:ids) or dropped = any (:ids) order by id desc")
        .param("ids", residents.toArray(Long[]::new))
        .query(Duplicates::row)
        .list();
  }

  private static Merge row(ResultSet row, int number) throws SQLException {
    OffsetDateTime split = row.getObject("split_at", OffsetDateTime.class);
    return new Merge(
        row.getLong("id"),
        row.getLong("kept"),
        row.getLong("dropped"),
        row.getString("ground"),
        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
        row.getString("merged_post"),
        row.getString("split_ground"),
        split == null ? null : split.toInstant());
  }
}
