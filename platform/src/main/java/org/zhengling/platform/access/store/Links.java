package org.zhengling.platform.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links, known by the digest of their token alone. */
@Component
public class Links {
  private final JdbcClient jdbc;

  Links(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param person whose password is set; absent for the first administrator
   */
  public record Link(
      @Nullable Long person,
      Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable Instant replacedAt) {}

  /** Adds a link for this person, or for the first administrator, and voids the older ones. */
  public void replace(@Nullable Long person, String digest, Instant madeAt, Instant expiresAt) {
    jdbc.sql(
            """
            update access.one_time_link set replaced_at = :madeAt
            where person is not distinct from :person and used_at is null and replaced_at is null
            """)
        .param("person", person, java.sql.Types.BIGINT)
        .param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into access.one_time_link (digest, person, purpose, made_at, expires_at)
            values (:digest, :person, :purpose, :madeAt, :expiresAt)
            """)
        .param("digest", digest)
        .param("person", person, java.sql.Types.BIGINT)
        .param("purpose", person == null ? "first-administrator" : "set-password")
        .param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  public Optional<Link> find(String digest) {
    return jdbc.sql(
            """
            select person, expires_at, used_at, replaced_at
            from access.one_time_link where digest = :digest
            """)
        .param("digest", digest)
        .query((row, number) ->
            new Link(
                row.getObject("person", Long.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("used_at", OffsetDateTime.class)),
                instant(row.getObject("replaced_at", OffsetDateTime.class))))
        .optional();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** True for exactly one caller: the link was good at that moment and is used from now on. */
  public boolean use(String digest, Instant at) {
    return jdbc.sql(
                """
                update access.one_time_link set used_at = :at
                where digest = :digest and used_at is null and replaced_at is null
                  and expires_at > :at
                """)
            .param("digest", digest)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
