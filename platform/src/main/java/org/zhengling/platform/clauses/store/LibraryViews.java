package org.zhengling.platform.clauses.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.ChronicleLine;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.clauses.SearchHit;

/** Current editions, for reading. */
@Repository
public class LibraryViews {
  private final JdbcClient jdbc;

  LibraryViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<PublishedDocument> documents() {
    return jdbc.sql(
            """
            select d.number, d.edition, d.title, d.issuer, d.kind, d.date_written, d.date_printed,
                   d.sample,
                   (select count(*) from clauses.clause c
                    where c.document = d.number and c.edition = d.edition) as clauses
            from clauses.current_document d
            order by d.import, d.position
            """)
        .query(LibraryViews::document)
        .list();
  }

  private static PublishedDocument document(ResultSet row, int number) throws SQLException {
    return new PublishedDocument(
        row.getString("number"),
        row.getInt("edition"),
        row.getString("title"),
        row.getString("issuer"),
        row.getString("kind"),
        row.getObject("date_written", java.time.LocalDate.class),
        row.getObject("date_printed", java.time.LocalDate.class),
        row.getInt("clauses"),
        row.getBoolean("sample"));
  }

  public List<PublishedClause> clauses(String number) {
    return jdbc.sql(
            """
            select c.document, c.path, c.level, c.heading, c.body, c.first_line, c.last_line
            from clauses.clause c
            join clauses.current_document d on d.number = c.document and d.edition = c.edition
            where c.document = :number
            order by c.position
            """)
        .param("number", number)
        .query((row, count) ->
            new PublishedClause(
                row.getString("document"),
                row.getString("path"),
                row.getInt("level"),
                row.getString("heading"),
                row.getString("body"),
                row.getInt("first_line"),
                row.getInt("last_line")))
        .list();
  }

  public List<ChronicleLine> chronicle() {
    return jdbc.sql(
            """
            select e.first_day, e.last_day, e.body
            from clauses.current_chronicle e
            order by e.first_day, e.import, e.position
            """)
        .query((row, count) ->
            new ChronicleLine(
                row.getObject("first_day", java.time.LocalDate.class),
                row.getObject("last_day", java.time.LocalDate.class),
                row.getString("body")))
        .list();
  }

  /** Plain containment: a term of two Chinese characters is found wherever it stands. */
  public List<SearchHit> search(List<String> terms, int from, int most) {
    return jdbc.sql(
            """
            with hit as (
              select d.number as document, '' as path, d.title as title,
                     d.number || ' ' || d.title as body, 1 as rank, d.import * 100 + d.position as place
              from clauses.current_document d
              union all
              select c.document, c.path, c.heading, c.heading || ' ' || c.body, 2, c.position
              from clauses.clause c
              join clauses.current_document d on d.number = c.document and d.edition = c.edition
              union all
              select '', '', to_char(e.first_day, 'YYYY-MM-DD'), e.body, 3,
                     (e.first_day - date '2000-01-01')
              from clauses.current_chronicle e
            )
            select document, path, title, body from hit
            where not exists (select 1 from unnest(cast(:terms as text[])) t
                              where position(lower(t) in lower(body)) = 0)
            order by rank, document, place, path
            offset :from limit :most
            """)
        .param("terms", terms.toArray(String[]::new))
        .param("from", from)
        .param("most", most)
        .query((row, count) ->
            new SearchHit(
                row.getString("document"),
                row.getString("path"),
                row.getString("title"),
                row.getString("body")))
        .list();
  }
}
