package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.registry.By;

/** Names and identity numbers, sealed; each correction is a further row. */
@Repository
public class Identities {
  private final JdbcClient jdbc;

  Identities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param resident the kept one where there was a merge
   * @param endedAt absent while it is in force
   */
  @SuppressWarnings("ArrayRecordComponent") // known by its id, never compared
  public record Row(
      long id,
      long resident,
      byte[] name,
      boolean provisional,
      byte @Nullable [] number,
      @Nullable String withoutNumber,
      String area,
      boolean sample,
      String source,
      String ground,
      Instant enteredAt,
      String enteredPost,
      @Nullable Instant endedAt) {}

  /** What is written. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record Draft(
      long id,
      long subject,
      byte[] name,
      byte[] nameDigest,
      boolean provisional,
      byte @Nullable [] number,
      byte @Nullable [] numberDigest,
      @Nullable String withoutNumber,
      String source,
      String ground) {}

  /** Drawn before the row is written, because its values are sealed to it. */
  public long nextId() {
    return jdbc.sql("select nextval('registry.number')").query(Long.class).single();
  }

  /** Until the transaction ends nobody else enters this number. */
  public void lockNumber(byte[] digest) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:number, 370800))")
        .param("number", HexFormat.of().formatHex(digest))
        .query()
        .listOfRows();
  }

  /**
   * Where a number is registered.
   *
   * @param resident absent where the scope does not reach
   */
  public record Holder(@Nullable Long resident, String county) {}

  public Optional<Holder> holder(byte[] numberDigest) {
    return jdbc.sql("select resident, county from registry.holder_of(:digest)")
        .param("digest", numberDigest)
        .query(
            (row, n) -> new Holder(row.getObject("resident", Long.class), row.getString("county")))
        .optional();
  }

  public void add(Draft draft, By by) {
    jdbc.sql(
            """
            insert into registry.identity
              (id, subject, name, name_digest, provisional, number, number_digest, without_number,
               source, ground, entered_at, entered_by, entered_post)
            values (:id, :subject, :name, :nameDigest, :provisional, :number, :numberDigest,
                    :without, :source, :ground, :at, :person, :post)
            """)
        .param("id", draft.id())
        .param("subject", draft.subject())
        .param("name", draft.name())
        .param("nameDigest", draft.nameDigest())
        .param("provisional", draft.provisional())
        .param("number", draft.number(), Types.BINARY)
        .param("numberDigest", draft.numberDigest(), Types.BINARY)
        .param("without", draft.withoutNumber(), Types.VARCHAR)
        .param("source", draft.source())
        .param("ground", draft.ground())
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .update();
  }

  public void end(long subject, Instant at) {
    jdbc.sql(
            """
            update registry.identity set ended_at = :at where subject = :subject and ended_at is null
            """)
        .param("subject", subject)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static final String COLUMNS =
      """
      select i.id, k.id as resident, i.name, i.provisional, i.number, i.without_number, k.area,
             k.sample, i.source, i.ground, i.entered_at, i.entered_post, i.ended_at
      from registry.identity i
      join registry.subject k on k.id = i.subject
      """;

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Row(
        row.getLong("id"),
        row.getLong("resident"),
        row.getBytes("name"),
        row.getBoolean("provisional"),
        row.getBytes("number"),
        row.getString("without_number"),
        row.getString("area"),
        row.getBoolean("sample"),
        row.getString("source"),
        row.getString("ground"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        row.getString("entered_post"),
        ended == null ? null : ended.toInstant());
  }

  /** In force, of the kept ones behind these numbers. */
  public List<Row> inForce(Collection<Long> ids) {
    return jdbc.sql(
            COLUMNS
                + """
                where i.ended_at is null and k.id in (
                  select coalesce(s.kept_as, s.id) from registry.subject s where s.id = any (:ids))
                order by k.id
                """)
        .param("ids", ids.toArray(Long[]::new))
        .query(Identities::row)
        .list();
  }

  /** In force, of everybody who has or had this name. */
  public List<Row> named(byte[] nameDigest, int atMost) {
    return jdbc.sql(
            COLUMNS
                + """
                where i.ended_at is null and k.id in (
                  select coalesce(s.kept_as, s.id) from registry.identity o
                  join registry.subject s on s.id = o.subject
                  where o.name_digest = :digest)
                order by k.id limit :atMost
                """)
        .param("digest", nameDigest)
        .param("atMost", atMost)
        .query(Identities::row)
        .list();
  }

  /** Every row of the person and of those merged into them, newest first. */
  public List<Row> history(Collection<Long> subjects) {
    return jdbc.sql(COLUMNS + "where i.subject = any (:subjects) order by i.id desc")
        .param("subjects", subjects.toArray(Long[]::new))
        .query(Identities::row)
        .list();
  }
}
