package org.zhengling.platform.clauses.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.clauses.Amendment;
import org.zhengling.platform.clauses.EditionHead;
import org.zhengling.platform.clauses.FigureWords;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedTask;

/** Every edition of a document, and what later documents do to it, for reading. */
@Repository
public class EditionViews {
  private final JdbcClient jdbc;

  EditionViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An indicator in words, for comparing. */
  public record Figure(String id, String clause, String words) {}

  /** All editions, the oldest first. */
  public List<EditionHead> editions(String number) {
    return jdbc.sql(
            """
            select number, edition, title, issuer, date_written, in_force_from, sample
            from clauses.document where number = ? order by edition
            """)
        .param(number)
        .query((row, count) ->
            new EditionHead(
                row.getString("number"),
                row.getInt("edition"),
                row.getString("title"),
                row.getString("issuer"),
                row.getObject("date_written", LocalDate.class),
                row.getObject("in_force_from", LocalDate.class),
                row.getBoolean("sample")))
        .list();
  }

  public List<PublishedClause> clauses(String number, int edition) {
    return jdbc.sql(
            """
            select document, path, level, heading, body, page_ends, first_line, last_line
            from clauses.clause where document = :number and edition = :edition order by position
            """)
        .param("number", number)
        .param("edition", edition)
        .query(LibraryViews::clause)
        .list();
  }

  public List<PublishedTask> tasks(String number, int edition) {
    return jdbc.sql(
            """
            select id, clause_path, title, lead, responsible, deadline, source
            from clauses.ordered_task
            where document = :number and edition = :edition order by position
            """)
        .param("number", number)
        .param("edition", edition)
        .query((row, count) ->
            new PublishedTask(
                row.getString("id"),
                row.getString("clause_path"),
                row.getString("title"),
                List.of((String[]) row.getArray("lead").getArray()),
                List.of((String[]) row.getArray("responsible").getArray()),
                DeadlineCode.parse(row.getString("deadline")),
                row.getString("source")))
        .list();
  }

  public List<Figure> figures(String number, int edition) {
    return jdbc.sql(
            """
            select id, clause_path, name, comparator, value, high, unit, by_day, for_whom
            from clauses.indicator
            where document = :number and edition = :edition order by position
            """)
        .param("number", number)
        .param("edition", edition)
        .query((row, count) ->
            new Figure(
                row.getString("id"),
                row.getString("clause_path"),
                FigureWords.of(
                    row.getString("name"),
                    Indicator.Comparator.valueOf(row.getString("comparator")),
                    row.getBigDecimal("value"),
                    row.getBigDecimal("high"),
                    row.getString("unit"),
                    row.getObject("by_day", LocalDate.class),
                    row.getString("for_whom"))))
        .list();
  }

  /** What documents in their current edition do to this one, in the order of the days. */
  public List<Amendment> amendmentsOf(String target) {
    return jdbc.sql(
            """
            select document, clause_path, target_document, target_path, effect, starts_on,
                   new_words, confirmed_by
            from clauses.current_amendment
            where target_document = ? order by starts_on, document, position
            """)
        .param(target)
        .query(EditionViews::amendment)
        .list();
  }

  /** What any edition of a document did to others. */
  public List<String> targetsOf(String document) {
    return jdbc.sql("select distinct target_document from clauses.amendment where document = ?")
        .param(document)
        .query((row, count) -> row.getString(1))
        .list();
  }

  private static Amendment amendment(ResultSet row, int count) throws SQLException {
    return new Amendment(
        row.getString("document"),
        row.getString("clause_path"),
        row.getString("target_document"),
        row.getString("target_path"),
        Amendment.Effect.valueOf(row.getString("effect")),
        row.getObject("starts_on", LocalDate.class),
        row.getString("new_words"),
        row.getString("confirmed_by"));
  }
}
