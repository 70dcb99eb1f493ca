package org.zhengling.platform.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.exchange.CaseReference;

/** Authorisations and their withdrawals: only ever added, each in the area of its case. */
@Component
public class AuthorisationRows {
  private static final String COLUMNS =
      """
      select a.id, a.resident, a.case_file, a.case_number, a.area, a.text_version, a.text_digest, a.given_by,
             a.method, a.proof_digest, a.sources, a.given_on, a.end_day, e.withdrawn_on
      from exchange.authorisation a
      left join exchange.authorisation_end e on e.authorisation = a.id
      """;

  private final JdbcClient jdbc;

  AuthorisationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long add(Authorisation.Draft draft, long by, String post, Instant at) {
    return jdbc.sql(
            """
            insert into exchange.authorisation
              (resident, case_file, case_number, area, text_version, text_digest, given_by,
               method, proof_digest, sources, given_on, end_day, entered_by, entered_post, entered_at)
            values
              (:resident, :case, :number, :area, :version, :text, :givenBy, :method, :proof, :sources,
               :given, :end, :by, :post, :at)
            returning id
            """)
        .param("resident", draft.resident())
        .param("case", draft.inCase().file())
        .param("number", draft.inCase().number())
        .param("area", draft.inCase().area())
        .param("version", draft.textVersion())
        .param("text", draft.textDigest())
        .param("givenBy", draft.givenBy().name())
        .param("method", draft.method().name())
        .param("proof", draft.proofDigest())
        .param("sources", draft.sources().stream().sorted().toArray(String[]::new))
        .param("given", draft.givenOn())
        .param("end", draft.lastDay().plusDays(1))
        .param("by", by)
        .param("post", post)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** False when it was withdrawn before. */
  public boolean withdraw(Authorisation one, LocalDate on, String reason, long by, Instant at) {
    return jdbc.sql(
                """
                insert into exchange.authorisation_end
                  (authorisation, area, case_file, withdrawn_on, reason, entered_by, entered_at)
                values (:id, :area, :case, :on, :reason, :by, :at)
                on conflict do nothing
                """)
            .param("id", one.id())
            .param("area", one.inCase().area())
            .param("case", one.inCase().file())
            .param("on", on)
            .param("reason", reason)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public Optional<Authorisation> byId(long id) {
    return jdbc.sql(COLUMNS + "where a.id = ?")
        .param(id)
        .query(AuthorisationRows::authorisation)
        .optional();
  }

  /** Of these residents, the one that ends last first. */
  public List<Authorisation> ofResidents(Collection<Long> residents) {
    return jdbc.sql(COLUMNS + "where a.resident = any (?) order by a.end_day desc, a.id desc")
        .param(residents.toArray(Long[]::new))
        .query(AuthorisationRows::authorisation)
        .list();
  }

  public List<Authorisation> ofCase(long file) {
    return jdbc.sql(COLUMNS + "where a.case_file = ? order by a.id")
        .param(file)
        .query(AuthorisationRows::authorisation)
        .list();
  }

  private static Authorisation authorisation(ResultSet row, int number) throws SQLException {
    return new Authorisation(
        row.getLong("id"),
        row.getLong("resident"),
        new CaseReference(
            row.getLong("case_file"), row.getString("case_number"), row.getString("area")),
        row.getString("text_version"),
        row.getString("text_digest"),
        Authorisation.GivenBy.valueOf(row.getString("given_by")),
        Authorisation.Method.valueOf(row.getString("method")),
        row.getString("proof_digest"),
        Set.of((String[]) row.getArray("sources").getArray()),
        row.getObject("given_on", LocalDate.class),
        row.getObject("end_day", LocalDate.class),
        row.getObject("withdrawn_on", LocalDate.class));
  }
}
