package org.zhengling.platform.cases.store;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.cases.JointReviews.Outcome;

/** Opinions that were asked, and which action answered them. */
@Repository
public class Opinions {
  private static final String COLUMNS =
      """
      select id, case_file, seq, area, department, unit, question, clock, answered_seq, outcome
      from cases.opinion_request
      """;

  private static final RowMapper<RequestRow> ROW =
      (row, number) -> {
        String outcome = row.getString("outcome");
        return new RequestRow(
            row.getLong("id"),
            row.getLong("case_file"),
            row.getInt("seq"),
            row.getString("area"),
            row.getString("department"),
            row.getString("unit"),
            row.getString("question"),
            row.getLong("clock"),
            row.getObject("answered_seq", Integer.class),
            outcome == null ? null : Outcome.valueOf(outcome));
      };

  private final JdbcClient jdbc;

  Opinions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One unit that was asked. */
  public record RequestRow(
      long id,
      long caseFile,
      int seq,
      String area,
      @Nullable String department,
      String unit,
      String question,
      long clock,
      @Nullable Integer answeredSeq,
      @Nullable Outcome outcome) {}

  public void ask(RequestRow row) {
    jdbc.sql(
            """
            insert into cases.opinion_request
              (case_file, seq, area, department, unit, question, clock)
            values (:case, :seq, :area, :department, :unit, :question, :clock)
            """)
        .param("case", row.caseFile())
        .param("seq", row.seq())
        .param("area", row.area())
        .param("department", row.department(), Types.VARCHAR)
        .param("unit", row.unit())
        .param("question", row.question())
        .param("clock", row.clock())
        .update();
  }

  public Optional<RequestRow> byId(long id) {
    return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(ROW).optional();
  }

  public List<RequestRow> of(long caseFile) {
    return jdbc.sql(COLUMNS + " where case_file = :case order by id")
        .param("case", caseFile)
        .query(ROW)
        .list();
  }

  public void answer(long id, int seq, Outcome outcome) {
    jdbc.sql(
            """
            update cases.opinion_request set answered_seq = :seq, outcome = :outcome
            where id = :id and answered_seq is null
            """)
        .param("seq", seq)
        .param("outcome", outcome.name())
        .param("id", id)
        .update();
  }
}
