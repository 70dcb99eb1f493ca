package org.zhengling.platform.cases.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.cases.Doer;

/** Receipts, known by the keyed digest of number and code. */
@Repository
public class ReceiptRows {
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

  /** The case, as an applicant has it, that number and code belong to. */
  public Optional<Citizen> opened(String number, byte[] digest) {
    return jdbc.sql("select id, area from cases.opened_by(:number, :digest)")
        .param("number", number)
        .param("digest", digest)
        .query((row, nth) -> new Citizen(row.getLong("id"), number, row.getString("area")))
        .optional();
  }
}
