package org.zhengling.platform.access.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed sign-ins per network address. Counted before the password is looked at, and taken back
 * after a success, so that many at once gain nothing.
 */
@Component
public class SignInAddresses {
  private static final Duration KNOWN = Duration.ofDays(30);

  private final JdbcClient jdbc;

  SignInAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts one attempt; answers since when more than that many failed, empty while fewer did. */
  public Optional<Instant> begin(String place, int allowed, Duration window, Instant at) {
    return jdbc.sql(
            """
            insert into access.sign_in_address as a (address_digest, failures, since)
            values (:digest, 1, :at)
            on conflict (address_digest) do update set
              failures = case when a.since <= :old then 1 else least(a.failures + 1, 1000000) end,
              since = case when a.since <= :old then :at else a.since end
            returning failures, since
            """)
        .param("digest", Digest.of(place))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("old", at.minus(window).atOffset(ZoneOffset.UTC))
        .query((row, number) ->
            row.getInt("failures") > allowed
                ? Optional.of(row.getObject("since", OffsetDateTime.class).toInstant())
                : Optional.<Instant>empty())
        .single();
  }

  /** Whether this name signed in from there lately. */
  public boolean knows(String name, String place, Instant at) {
    return jdbc.sql(
            """
            select exists (
              select 1 from access.sign_in_known where digest = :digest and last_at > :old)
            """)
        .param("digest", pair(name, place))
        .param("old", at.minus(KNOWN).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** The attempt was no failure, and the name is known there from now on. */
  public void succeeded(String name, String place, Instant at) {
    jdbc.sql(
            """
            update access.sign_in_address set failures = greatest(failures - 1, 0)
            where address_digest = :digest
            """)
        .param("digest", Digest.of(place))
        .update();
    jdbc.sql(
            """
            insert into access.sign_in_known (digest, last_at) values (:digest, :at)
            on conflict (digest) do update set last_at = excluded.last_at
            """)
        .param("digest", pair(name, place))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets what is too old to count. */
  public void sweep(Duration window, Instant at) {
    jdbc.sql("delete from access.sign_in_known where last_at < :old")
        .param("old", at.minus(KNOWN).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("delete from access.sign_in_address where since < :old")
        .param("old", at.minus(window).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String pair(String name, String place) {
    return Digest.of(place + "\n" + name);
  }
}
