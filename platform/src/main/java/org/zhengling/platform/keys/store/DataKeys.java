package org.zhengling.platform.keys.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.keys.DataKey;
import org.zhengling.platform.keys.DataKey.Algorithm;
import org.zhengling.platform.keys.Purpose;

/** Data keys as they lie in the database: wrapped. */
@Component
public class DataKeys {
  private static final String COLUMNS =
      """
      select id, purpose, algorithm, wrapped, wrapped_by, open_part, made_at, retired_at
      from keys.data_key
      """;

  private final JdbcClient jdbc;

  DataKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row: what a list shows, the wrapped key, and what everybody may know of a signing key. */
  public static final class Row {
    private final DataKey key;
    private final byte[] wrapped;
    private final byte @Nullable [] open;

    private Row(DataKey key, byte[] wrapped, byte @Nullable [] open) {
      this.key = key;
      this.wrapped = wrapped;
      this.open = open;
    }

    public DataKey key() {
      return key;
    }

    public byte[] wrapped() {
      return wrapped.clone();
    }

    public Optional<byte[]> open() {
      return open == null ? Optional.empty() : Optional.of(open.clone());
    }
  }

  public Optional<Row> newest(Purpose purpose, Algorithm algorithm) {
    return jdbc.sql(
            COLUMNS
                + """
                where purpose = :purpose and algorithm = :algorithm and retired_at is null
                order by id desc limit 1
                """)
        .param("purpose", purpose.name())
        .param("algorithm", algorithm.standard())
        .query(DataKeys::row)
        .optional();
  }

  public Optional<Row> byId(long id) {
    return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(DataKeys::row).optional();
  }

  public List<Row> all() {
    return jdbc.sql(COLUMNS + "order by id").query(DataKeys::row).list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
    String algorithm = row.getString("algorithm");
    return new Row(
        new DataKey(
            row.getLong("id"),
            new Purpose(row.getString("purpose")),
            Arrays.stream(Algorithm.values())
                .filter(one -> one.standard().equals(algorithm))
                .findFirst()
                .orElseThrow(),
            row.getString("wrapped_by"),
            row.getObject("made_at", OffsetDateTime.class).toInstant(),
            retired == null ? null : retired.toInstant()),
        row.getBytes("wrapped"),
        row.getBytes("open_part"));
  }

  public long add(
      Purpose purpose,
      Algorithm algorithm,
      byte[] wrapped,
      String wrappedBy,
      byte @Nullable [] open,
      Instant at) {
    return jdbc.sql(
            """
            insert into keys.data_key (purpose, algorithm, wrapped, wrapped_by, open_part, made_at)
            values (:purpose, :algorithm, :wrapped, :wrappedBy, :open, :at)
            returning id
            """)
        .param("purpose", purpose.name())
        .param("algorithm", algorithm.standard())
        .param("wrapped", wrapped)
        .param("wrappedBy", wrappedBy)
        .param("open", open, java.sql.Types.BINARY)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** The same key under another master key. */
  public void rewrap(long id, byte[] wrapped, String wrappedBy) {
    jdbc.sql("update keys.data_key set wrapped = :wrapped, wrapped_by = :by where id = :id")
        .param("id", id)
        .param("wrapped", wrapped)
        .param("by", wrappedBy)
        .update();
  }

  public void retire(long id, Instant at) {
    jdbc.sql("update keys.data_key set retired_at = :at where id = :id and retired_at is null")
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One rotation at a time, also among several servers. */
  public void lockRotation() {
    jdbc.sql("select pg_advisory_xact_lock(9704201220200811)").query().listOfRows();
  }
}
