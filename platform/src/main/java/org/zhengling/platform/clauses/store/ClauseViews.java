package org.zhengling.platform.clauses.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.Amendment;
import org.zhengling.platform.clauses.Citation;
import org.zhengling.platform.clauses.Particulars;
import org.zhengling.platform.clauses.PublishedIndicator;

/** What stands around a clause of a current edition: figures, citations, amendments. */
@Repository
public class ClauseViews {
  private static final String CITATION =
      """
      select r.document, r.clause_path, r.title, r.number, r.target,
             case r.effect when 'FOLLOWS' then '依据' when 'AMENDS' then '修改' when 'ENDS' then '废止'
                           else '提及' end as effect
      from clauses.reference r
      join clauses.current_document d on d.number = r.document and d.edition = r.edition
      """;

  private final JdbcClient jdbc;

  ClauseViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Particulars particulars(String number) {
    List<String> annexes =
        jdbc.sql(
                """
                select a.title || case when a.printed then '' else '（公报未刊登）' end
                from clauses.annex a
                join clauses.current_document d on d.number = a.document and d.edition = a.edition
                where a.document = ? order by a.position
                """)
            .param(number)
            .query((row, count) -> row.getString(1))
            .list();
    return jdbc.sql(
            "select addressees, digest, in_force_from from clauses.current_document where number = ?")
        .param(number)
        .query((row, count) ->
            new Particulars(
                List.of((String[]) row.getArray("addressees").getArray()),
                annexes,
                row.getString("digest"),
                row.getObject("in_force_from", LocalDate.class)))
        .single();
  }

  public List<PublishedIndicator> indicators(String number, String path) {
    return jdbc.sql(
            """
            select i.name, i.comparator, i.value, i.high, i.unit, i.by_day, i.for_whom, i.words
            from clauses.indicator i
            join clauses.current_document d on d.number = i.document and d.edition = i.edition
            where i.document = :number and i.clause_path = :path order by i.position
            """)
        .param("number", number)
        .param("path", path)
        .query((row, count) ->
            new PublishedIndicator(
                row.getString("name"),
                goal(row),
                row.getObject("by_day", LocalDate.class),
                row.getString("for_whom"),
                row.getString("words")))
        .list();
  }

  private static String goal(ResultSet row) throws SQLException {
    String sign =
        switch (row.getString("comparator")) {
          case "AT_LEAST" -> "不少于 ";
          case "AT_MOST" -> "不超过 ";
          case "ABOUT" -> "约 ";
          default -> "";
        };
    BigDecimal high = row.getBigDecimal("high");
    String value = plain(row.getBigDecimal("value")) + (high == null ? "" : "—" + plain(high));
    String unit = row.getString("unit");
    return sign + value + (unit.equals("%") ? unit : " " + unit);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** What the clause points to, in the order of its text. */
  public List<Citation> citations(String number, String path) {
    return jdbc.sql(
            CITATION + "where r.document = :number and r.clause_path = :path order by r.position")
        .param("number", number)
        .param("path", path)
        .query(ClauseViews::citation)
        .list();
  }

  /** What points to the document; whether to one of its clauses, the words printed say. */
  public List<Citation> citing(String number) {
    return jdbc.sql(
            CITATION
                + "where r.number = :number and r.document <> :number order by r.document, r.position")
        .param("number", number)
        .query(ClauseViews::citation)
        .list();
  }

  private static Citation citation(ResultSet row, int count) throws SQLException {
    return new Citation(
        row.getString("document"),
        row.getString("clause_path"),
        row.getString("title"),
        row.getString("number"),
        row.getString("target"),
        row.getString("effect"));
  }

  /** What later documents do to the clause or to the whole document, in the order of the days. */
  public List<Amendment> amendments(String number, String path) {
    return jdbc.sql(
            """
            select document, clause_path, target_document, target_path, effect, starts_on,
                   new_words, confirmed_by
            from clauses.current_amendment
            where target_document = :number and target_path in (:path, '')
            order by starts_on, document, position
            """)
        .param("number", number)
        .param("path", path)
        .query((row, count) ->
            new Amendment(
                row.getString("document"),
                row.getString("clause_path"),
                row.getString("target_document"),
                row.getString("target_path"),
                Amendment.Effect.valueOf(row.getString("effect")),
                row.getObject("starts_on", LocalDate.class),
                row.getString("new_words"),
                row.getString("confirmed_by")))
        .list();
  }
}
