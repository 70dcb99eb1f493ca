package org.zhengling.platform.credit.store;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.credit.Commitment;
import org.zhengling.platform.credit.Writer;

/** Promises that were signed. */
@Repository
public class CommitmentRows {
  private final JdbcClient jdbc;

  CommitmentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(Commitment commitment, String area, Writer by) {
    return jdbc.sql(
            """
            insert into credit.commitment
              (resident, area, case_file, text_version, text_digest, method, signed_on, entered_at,
               entered_by, entered_post)
            values (:resident, :area, :case, :version, :digest, :method, :on, :at, :person, :post)
            returning id
            """)
        .param("resident", commitment.resident())
        .param("area", area)
        .param("case", commitment.caseFile(), Types.BIGINT)
        .param("version", commitment.textVersion())
        .param("digest", HexFormat.of().parseHex(commitment.textDigest()))
        .param("method", commitment.method().name())
        .param("on", commitment.signedOn())
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .query(Long.class)
        .single();
  }

  /** A promise with its number. */
  public record Row(long id, Commitment commitment) {}

  /** Newest first. */
  public List<Row> of(Collection<Long> residents) {
    return jdbc.sql(
            """
            select id, resident, case_file, text_version, text_digest, method, signed_on
            from credit.commitment where resident = any (:residents) order by id desc
            """)
        .param("residents", residents.toArray(Long[]::new))
        .query((row, number) ->
            new Row(
                row.getLong("id"),
                new Commitment(
                    row.getLong("resident"),
                    row.getObject("case_file", Long.class),
                    row.getString("text_version"),
                    HexFormat.of().formatHex(row.getBytes("text_digest")),
                    Commitment.Method.valueOf(row.getString("method")),
                    row.getObject("signed_on", LocalDate.class))))
        .list();
  }
}
