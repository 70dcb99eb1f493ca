package org.zhengling.platform.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.Agreement;

/** Agreements and their early ends: only ever added. */
@Component
public class Agreements {
  private static final String COLUMNS =
      """
      select a.id, a.source, a.number, a.first_day, least(a.end_day, e.end_day) as end_day,
             a.purposes, a.document_digest, a.deed_digest, a.deed_signed_on
      from exchange.agreement a left join exchange.agreement_end e on e.agreement = a.id
      """;

  private final JdbcClient jdbc;

  Agreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(Agreement.Draft draft, long by, Instant at) {
    return jdbc.sql(
            """
            insert into exchange.agreement
              (source, number, first_day, end_day, purposes, document_digest, deed_digest,
               deed_signed_on, entered_by, entered_at)
            values
              (:source, :number, :first, :end, :purposes, :document, :deed, :signed, :by, :at)
            returning id
            """)
        .param("source", draft.source())
        .param("number", draft.number())
        .param("first", draft.firstDay())
        .param("end", draft.lastDay().plusDays(1))
        .param("purposes", draft.purposes().stream().sorted().toArray(String[]::new))
        .param("document", draft.documentDigest())
        .param("deed", draft.deedDigest())
        .param("signed", draft.deedSignedOn())
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** False when it was ended before. */
  public boolean end(long agreement, LocalDate endDay, String ground, long by, Instant at) {
    return jdbc.sql(
                """
                insert into exchange.agreement_end
                  (agreement, end_day, ground, entered_by, entered_at)
                values (:agreement, :end, :ground, :by, :at)
                on conflict do nothing
                """)
            .param("agreement", agreement)
            .param("end", endDay)
            .param("ground", ground)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public Optional<Agreement> byId(long id) {
    return jdbc.sql(COLUMNS + "where a.id = ?").param(id).query(Agreements::agreement).optional();
  }

  /** Of these sources, the one that ends last first. */
  public List<Agreement> ofSources(Set<String> sources) {
    return jdbc.sql(COLUMNS + "where a.source = any (?) order by 5 desc, a.id desc")
        .param(sources.toArray(String[]::new))
        .query(Agreements::agreement)
        .list();
  }

  private static Agreement agreement(ResultSet row, int number) throws SQLException {
    return new Agreement(
        row.getLong("id"),
        row.getString("source"),
        row.getString("number"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("end_day", LocalDate.class),
        Set.of((String[]) row.getArray("purposes").getArray()),
        row.getString("document_digest"),
        row.getString("deed_digest"),
        row.getObject("deed_signed_on", LocalDate.class));
  }
}
