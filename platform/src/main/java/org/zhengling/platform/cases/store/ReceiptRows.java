package org.zhengling.platform.cases.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.cases.Doer;
import org.zhengling.platform.keys.Sm3;

/** Receipts, known by the keyed digest of number and code, and how often a number was tried. */
@Repository
public class ReceiptRows {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  ReceiptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void replace(long caseFile, byte[] digest, Doer doer, Instant at) {
    jdbc.sql(
            """
            update cases.receipt set replaced_at = :at
            where case_file = :case and replaced_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("case", caseFile)
        .update();
    jdbc.sql(
            """
            insert into cases.receipt (case_file, code_digest, issued_at, person_name, post_title)
            values (:case, :digest, :at, :personName, :postTitle)
            """)
        .param("case", caseFile)
        .param("digest", digest)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("personName", doer.name())
        .param("postTitle", doer.postTitle())
        .update();
  }

  public Optional<Long> opened(String number, byte[] digest) {
    return Optional.ofNullable(
        jdbc.sql("select cases.opened_by(:number, :digest) as id")
            .param("number", number)
            .param("digest", digest)
            .query((row, nth) -> row.getObject("id", Long.class))
            .list()
            .getFirst());
  }

  /** Counts one attempt; empty when it may go on, else until when the number is locked. */
  public Optional<Instant> begin(String number, int allowed, Duration pause, Instant at) {
    int counted =
        jdbc.sql(
                """
                insert into cases.receipt_attempt as a (number_digest, failures, last_at)
                values (:digest, 1, :at)
                on conflict (number_digest) do update set
                  failures = case when a.locked_until is null then a.failures + 1 else 1 end,
                  locked_until = case when a.locked_until is null and a.failures + 1 >= :allowed
                                      then :until end,
                  last_at = :at
                where a.locked_until is null or a.locked_until <= :at
                """)
            .param("digest", Sm3.hex(number))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("until", at.plus(pause).atOffset(ZoneOffset.UTC))
            .param("allowed", allowed)
            .update();
    return counted == 1 ? Optional.empty() : lockedUntil(number);
  }

  private Optional<Instant> lockedUntil(String number) {
    return jdbc.sql(
            """
            select locked_until from cases.receipt_attempt
            where number_digest = :digest and locked_until is not null
            """)
        .param("digest", Sm3.hex(number))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** A success ends the count; numbers not tried for a day are forgotten with it. */
  public void forget(String number, Instant at) {
    jdbc.sql("delete from cases.receipt_attempt where number_digest = :digest or last_at < :old")
        .param("digest", Sm3.hex(number))
        .param("old", at.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
