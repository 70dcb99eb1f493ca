package org.zhengling.platform.exchange.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;

/** Requests and replies, each sealed for its own message; they go when their time is over. */
@Component
public class Bodies implements SealedColumn {
  private static final Purpose BODY = new Purpose("exchange.body");
  private static final String KEY =
      "('x' || encode(substring(sealed from 3 for 8), 'hex'))::bit(64)::bigint";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Keys keys;

  Bodies(JdbcClient jdbc, JdbcTemplate batches, Keys keys) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.keys = keys;
  }

  /** A body before it is sealed. */
  public static final class Open {
    private final long enquiry;
    private final @Nullable Long answer;
    private final String area;
    private final long file;
    private final byte[] plain;

    /**
     * Plain, until it is added.
     *
     * @param answer absent where it is the request
     * @param file the case
     */
    public Open(long enquiry, @Nullable Long answer, String area, long file, byte[] plain) {
      this.enquiry = enquiry;
      this.answer = answer;
      this.area = area;
      this.file = file;
      this.plain = plain.clone();
    }
  }

  private static byte[] bound(long enquiry, @Nullable Long answer) {
    String message = answer == null ? "enquiry " + enquiry : "answer " + answer;
    return ("exchange.body.sealed " + message).getBytes(StandardCharsets.UTF_8);
  }

  public void add(List<Open> bodies, Instant at) {
    batches.batchUpdate(
        """
        insert into exchange.body (enquiry, answer, area, case_file, sealed, kept_since)
        values (?, ?, ?, ?, ?, ?)
        """,
        bodies.stream()
            .map(one ->
                new Object[] {
                  one.enquiry,
                  new SqlParameterValue(Types.BIGINT, one.answer),
                  one.area,
                  one.file,
                  keys.seal(BODY, one.plain, bound(one.enquiry, one.answer)),
                  at.atOffset(ZoneOffset.UTC)
                })
            .toList());
  }

  /** Empty where its time was over. */
  public Optional<byte[]> ofEnquiry(long enquiry) {
    return jdbc.sql("select sealed from exchange.body where enquiry = ? and answer is null")
        .param(enquiry)
        .query((row, number) -> keys.open(BODY, row.getBytes("sealed"), bound(enquiry, null)))
        .optional();
  }

  /** Empty where its time was over. */
  public Optional<byte[]> ofAnswer(long answer) {
    return jdbc.sql("select enquiry, sealed from exchange.body where answer = ?")
        .param(answer)
        .query((row, number) ->
            keys.open(BODY, row.getBytes("sealed"), bound(row.getLong("enquiry"), answer)))
        .optional();
  }

  @Override
  public Purpose purpose() {
    return BODY;
  }

  @Override
  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select distinct " + KEY + " as key from exchange.body").query(Long.class).list());
  }

  /** A body in its row. */
  private static final class Kept implements Cell {
    private final long id;
    private final byte[] sealed;
    private final byte[] bound;

    Kept(ResultSet row) throws SQLException {
      this.id = row.getLong("id");
      this.sealed = row.getBytes("sealed");
      this.bound = Bodies.bound(row.getLong("enquiry"), row.getObject("answer", Long.class));
    }

    @Override
    public byte[] sealed() {
      return sealed.clone();
    }

    @Override
    public byte[] bound() {
      return bound.clone();
    }
  }

  @Override
  public List<? extends Cell> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            """
            select id, enquiry, answer, sealed from exchange.body
            where %s < :key order by id limit :most
            """
                .formatted(KEY))
        .param("key", key)
        .param("most", atMost)
        .query((row, number) -> new Kept(row))
        .list();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Kept kept)) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    jdbc.sql("update exchange.body set sealed = ? where id = ? and sealed = ?")
        .params(sealedAnew, kept.id, kept.sealed)
        .update();
  }
}
