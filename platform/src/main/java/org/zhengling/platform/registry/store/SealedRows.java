package org.zhengling.platform.registry.store;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sealed values of every area, for sealing them anew. Each method reaches every row until the end
 * of the running transaction; nothing else runs in it.
 */
@Repository
public class SealedRows {
  private final JdbcClient jdbc;

  SealedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A sealed column, with its three statements. */
  public enum Place {
    NAME("registry.identity", "name"),
    NUMBER("registry.identity", "number"),
    FACT("registry.fact", "sealed");

    private final String keysInUse;
    private final String sealedBefore;
    private final String replace;

    Place(String table, String column) {
      String key = "('x' || encode(substr(%s, 3, 8), 'hex'))::bit(64)::bigint".formatted(column);
      this.keysInUse =
          "select distinct %s from %s where %s is not null".formatted(key, table, column);
      this.sealedBefore =
          "select id, %1$s as sealed from %2$s where %1$s is not null and %3$s < :key order by id limit :atMost"
              .formatted(column, table, key);
      this.replace =
          "update %2$s set %1$s = :anew where id = :id and %1$s = :sealed".formatted(column, table);
    }
  }

  /** A value in its row. */
  @SuppressWarnings("ArrayRecordComponent") // written over where it still stands
  public record Row(long id, byte[] sealed) {}

  private void everyArea(String city) {
    jdbc.sql("select set_config('zl.scope', :city, true)").param("city", city).query().listOfRows();
  }

  public Set<Long> keysInUse(Place place, String city) {
    everyArea(city);
    return Set.copyOf(jdbc.sql(place.keysInUse).query((row, number) -> row.getLong(1)).list());
  }

  public List<Row> sealedBefore(Place place, String city, long key, int atMost) {
    everyArea(city);
    return jdbc.sql(place.sealedBefore)
        .param("key", key)
        .param("atMost", atMost)
        .query((row, number) -> new Row(row.getLong("id"), row.getBytes("sealed")))
        .list();
  }

  /** Does nothing when somebody was faster. */
  public void replace(Place place, String city, Row row, byte[] anew) {
    everyArea(city);
    jdbc.sql(place.replace)
        .param("anew", anew)
        .param("id", row.id())
        .param("sealed", row.sealed())
        .update();
  }
}
