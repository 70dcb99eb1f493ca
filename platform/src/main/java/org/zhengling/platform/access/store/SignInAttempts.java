package org.zhengling.platform.access.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins per name, whether anybody has that name or not. An attempt is counted before the
 * password is looked at, so that many at once gain nothing.
 */
@Component
public class SignInAttempts {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  SignInAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts one attempt; empty when it may go on, else until when the name is locked. */
  public Optional<Instant> begin(String name, int allowed, Duration pause, Instant at) {
    String digest = Digest.of(name);
    int counted =
        jdbc.sql(
                """
                insert into access.sign_in_attempt as a (name_digest, failures, last_at)
                values (:digest, 1, :at)
                on conflict (name_digest) do update set
                  failures = case when a.locked_until is null then a.failures + 1 else 1 end,
                  locked_until = case when a.locked_until is null and a.failures + 1 >= :allowed
                                      then :until end,
                  last_at = :at
                where a.locked_until is null or a.locked_until <= :at
                """)
            .param("digest", digest)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("until", at.plus(pause).atOffset(ZoneOffset.UTC))
            .param("allowed", allowed)
            .update();
    return counted == 1 ? Optional.empty() : lockedUntil(name);
  }

  public Optional<Instant> lockedUntil(String name) {
    return jdbc.sql(
            """
            select locked_until from access.sign_in_attempt
            where name_digest = :digest and locked_until is not null
            """)
        .param("digest", Digest.of(name))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** True when the name was locked and is not any more. */
  public boolean unlock(String name) {
    return jdbc.sql(
                """
                delete from access.sign_in_attempt
                where name_digest = :digest and locked_until is not null
                """)
            .param("digest", Digest.of(name))
            .update()
        == 1;
  }

  /** A success ends the count; names not tried for a day are forgotten with it. */
  public void forget(String name, Instant at) {
    jdbc.sql("delete from access.sign_in_attempt where name_digest = :digest or last_at < :old")
        .param("digest", Digest.of(name))
        .param("old", at.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
