package org.zhengling.platform.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.credit.FinalDecision.Breach;
import org.zhengling.platform.credit.Measure;
import org.zhengling.platform.credit.Writer;

/** Measures of published lists, those that were taken, and grounds for posting. */
@Repository
public class MeasureRows {
  private static final String COLUMNS =
      """
      select m.id, m.name, m.list, m.clause, m.for_kind, m.most_months, m.from_day, m.to_day
      from credit.measure m
      """;

  private final JdbcClient jdbc;

  MeasureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long publish(Measure measure, Writer by) {
    return jdbc.sql(
            """
            insert into credit.measure
              (name, list, clause, for_kind, most_months, from_day, to_day, entered_at, entered_by,
               entered_post)
            values (:name, :list, :clause, :kind, :months, :from, :to, :at, :person, :post)
            returning id
            """)
        .param("name", measure.name())
        .param("list", measure.list())
        .param("clause", measure.clause())
        .param("kind", measure.breach().name())
        .param("months", measure.mostMonths())
        .param("from", measure.from())
        .param("to", measure.to(), Types.DATE)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .query(Long.class)
        .single();
  }

  private static Measure row(ResultSet row, int number) throws SQLException {
    return new Measure(
        row.getLong("id"),
        row.getString("name"),
        row.getString("list"),
        row.getString("clause"),
        Breach.valueOf(row.getString("for_kind")),
        row.getInt("most_months"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class));
  }

  public List<Measure> all() {
    return jdbc.sql(COLUMNS + "order by m.id").query(MeasureRows::row).list();
  }

  public Optional<Measure> byId(long id) {
    return jdbc.sql(COLUMNS + "where m.id = :id")
        .param("id", id)
        .query(MeasureRows::row)
        .optional();
  }

  /** False where it is taken already. */
  public boolean take(long record, long measure, LocalDate from, LocalDate to, Writer by) {
    return jdbc.sql(
                """
                insert into credit.taken
                  (record, measure, from_day, to_day, entered_at, entered_by, entered_post)
                values (:record, :measure, :from, :to, :at, :person, :post)
                on conflict (record, measure) do nothing
                """)
            .param("record", record)
            .param("measure", measure)
            .param("from", from)
            .param("to", to)
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .update()
        == 1;
  }

  /** A measure that was taken. */
  public record Taken(String name, String list, LocalDate from, LocalDate to) {}

  public List<Taken> taken(long record) {
    return jdbc.sql(
            """
            select m.name, m.list, t.from_day, t.to_day
            from credit.taken t join credit.measure m on m.id = t.measure
            where t.record = :record order by t.id
            """)
        .param("record", record)
        .query((row, number) ->
            new Taken(
                row.getString("name"),
                row.getString("list"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class)))
        .list();
  }

  /** False where a ground is recorded already. */
  public boolean allowPosting(long record, String law, String article, Writer by) {
    return jdbc.sql(
                """
                insert into credit.posting_ground
                  (record, law, article, recorded_at, recorded_by, recorded_post)
                values (:record, :law, :article, :at, :person, :post)
                on conflict (record) do nothing
                """)
            .param("record", record)
            .param("law", law)
            .param("article", article)
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .update()
        == 1;
  }

  /** The ground in law, or empty: then there is nothing to post. */
  public Optional<String> postingGround(long record) {
    return jdbc.sql("select law || article from credit.posting_ground where record = :record")
        .param("record", record)
        .query(String.class)
        .optional();
  }
}
