package org.zhengling.platform.access.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.Citizen;

/** Which browser was let in to which case, known by the digest of the browser's token alone. */
@Component
public class CitizenTokens {
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  CitizenTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(String token, Citizen citizen, Instant at, Instant endsAt) {
    jdbc.sql(
            """
            insert into access.citizen_session
              (digest, case_file, case_number, area, made_at, used_at, ends_at)
            values (:digest, :caseFile, :caseNumber, :area, :at, :at, :endsAt)
            """)
        .param("digest", Digest.of(token))
        .param("caseFile", citizen.caseFile())
        .param("caseNumber", citizen.caseNumber())
        .param("area", citizen.area())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The living one of a token; each look keeps it from growing idle. */
  public Optional<Citizen> find(String token, Instant idle, Instant at) {
    Optional<Citizen> found =
        jdbc.sql(
                """
                select case_file, case_number, area from access.citizen_session
                where digest = :digest and ends_at > :at and used_at > :idle
                """)
            .param("digest", Digest.of(token))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("idle", idle.atOffset(ZoneOffset.UTC))
            .query((row, number) ->
                new Citizen(
                    row.getLong("case_file"), row.getString("case_number"), row.getString("area")))
            .optional();
    found.ifPresent(one -> note(token, at));
    return found;
  }

  private void note(String token, Instant at) {
    jdbc.sql(
            """
            update access.citizen_session set used_at = :at
            where digest = :digest and used_at < :noted
            """)
        .param("digest", Digest.of(token))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("noted", at.minus(NOTED).atOffset(ZoneOffset.UTC))
        .update();
  }

  public void end(String token) {
    jdbc.sql("delete from access.citizen_session where digest = :digest")
        .param("digest", Digest.of(token))
        .update();
  }

  public void endAllOf(long caseFile) {
    jdbc.sql("delete from access.citizen_session where case_file = :caseFile")
        .param("caseFile", caseFile)
        .update();
  }

  /** Rows of those that ended by themselves. */
  public void sweep(Instant idle, Instant at) {
    jdbc.sql("delete from access.citizen_session where ends_at <= :at or used_at <= :idle")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("idle", idle.atOffset(ZoneOffset.UTC))
        .update();
  }
}
