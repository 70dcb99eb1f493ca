package org.zhengling.platform.access.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in with which browser, known by the digest of the browser's token alone. */
@Component
public class Sessions {
  /** A request a minute is remembered: more would write a row for every picture of a page. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  Sessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far a sign-in has come. */
  public enum Stage {
    CODE,
    ENROL,
    FULL
  }

  /**
   * A row.
   *
   * @param post the post in use; absent until the sign-in is complete
   * @param passwordSetAt absent for who never set one and came through an outside account
   */
  public record Row(
      long id,
      long person,
      @Nullable Long post,
      @Nullable Instant passwordSetAt,
      Stage stage,
      String device) {}

  public void add(
      String token,
      long person,
      @Nullable Long post,
      @Nullable Instant passwordSetAt,
      Stage stage,
      String device,
      Instant at,
      Instant endsAt) {
    jdbc.sql(
            """
            insert into access.session
              (digest, person, post, password_set_at, stage, device, made_at, used_at, ends_at)
            values
              (:digest, :person, :post, :passwordSetAt, :stage, :device, :at, :at, :endsAt)
            """)
        .param("digest", Digest.of(token))
        .param("person", person)
        .param("post", post, java.sql.Types.BIGINT)
        .param(
            "passwordSetAt",
            passwordSetAt == null ? null : passwordSetAt.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("stage", stage.name())
        .param("device", device)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The living session of a token; each look keeps it from growing idle. */
  public Optional<Row> find(String token, Duration idle, Instant at) {
    Optional<Row> found =
        jdbc.sql(
                """
                select id, person, post, password_set_at, stage, device
                from access.session where digest = :digest and ends_at > :at and used_at > :idle
                """)
            .param("digest", Digest.of(token))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("idle", at.minus(idle).atOffset(ZoneOffset.UTC))
            .query((row, number) -> {
              OffsetDateTime setAt = row.getObject("password_set_at", OffsetDateTime.class);
              return new Row(
                  row.getLong("id"),
                  row.getLong("person"),
                  row.getObject("post", Long.class),
                  setAt == null ? null : setAt.toInstant(),
                  Stage.valueOf(row.getString("stage")),
                  row.getString("device"));
            })
            .optional();
    found.ifPresent(row -> note(row.id(), at));
    return found;
  }

  private void note(long id, Instant at) {
    jdbc.sql("update access.session set used_at = :at where id = :id and used_at < :noted")
        .param("id", id)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("noted", at.minus(NOTED).atOffset(ZoneOffset.UTC))
        .update();
  }

  public void usePost(String token, long post) {
    jdbc.sql("update access.session set post = :post where digest = :digest and stage = 'FULL'")
        .param("digest", Digest.of(token))
        .param("post", post)
        .update();
  }

  public void end(String token) {
    jdbc.sql("delete from access.session where digest = :digest")
        .param("digest", Digest.of(token))
        .update();
  }

  /** True when the person had this session and it is over now. */
  public boolean end(long id, long person) {
    return jdbc.sql("delete from access.session where id = :id and person = :person")
            .param("id", id)
            .param("person", person)
            .update()
        == 1;
  }

  /** Ends them all and answers how many there were. */
  public int endAllOf(long person) {
    return jdbc.sql("delete from access.session where person = :person")
        .param("person", person)
        .update();
  }

  /** Ends every session of the person but that of this token. */
  public int endOthersOf(long person, String token) {
    return jdbc.sql("delete from access.session where person = :person and digest <> :digest")
        .param("person", person)
        .param("digest", Digest.of(token))
        .update();
  }

  /** Rows of sessions that ended by themselves. */
  public void sweep(Duration idle, Instant at) {
    jdbc.sql("delete from access.session where ends_at <= :at or used_at <= :idle")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("idle", at.minus(idle).atOffset(ZoneOffset.UTC))
        .update();
  }
}
