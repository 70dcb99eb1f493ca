package org.zhengling.platform.clauses.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.platform.clauses.ChronicleLine;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;

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
        row.getObject("date_written", LocalDate.class),
        row.getObject("date_printed", LocalDate.class),
        row.getInt("clauses"),
        row.getBoolean("sample"));
  }

  public List<PublishedClause> clauses(String number) {
    return jdbc.sql(
            """
            select c.document, c.path, c.level, c.heading, c.body, c.page_ends, c.first_line, c.last_line
            from clauses.clause c
            join clauses.current_document d on d.number = c.document and d.edition = c.edition
            where c.document = :number
            order by c.position
            """)
        .param("number", number)
        .query(LibraryViews::clause)
        .list();
  }

  /** A row of {@code clauses.clause}. */
  static PublishedClause clause(ResultSet row, int count) throws SQLException {
    return new PublishedClause(
        row.getString("document"),
        row.getString("path"),
        row.getInt("level"),
        row.getString("heading"),
        row.getString("body"),
        List.of((Integer[]) row.getArray("page_ends").getArray()),
        row.getInt("first_line"),
        row.getInt("last_line"));
  }

  public List<ChronicleLine> chronicle() {
    Map<String, List<ChronicleEntry.Person>> people = people();
    return jdbc.sql(
            """
            select e.import, e.position, e.first_day, e.last_day, e.body, e.kind, e.places
            from clauses.current_chronicle e
            order by e.first_day, e.import, e.position
            """)
        .query((row, count) ->
            new ChronicleLine(
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("body"),
                ChronicleEntry.Kind.valueOf(row.getString("kind")),
                people.getOrDefault(
                    row.getLong("import") + "/" + row.getInt("position"), List.of()),
                List.of((String[]) row.getArray("places").getArray())))
        .list();
  }

  /** By import and position of the event. */
  private Map<String, List<ChronicleEntry.Person>> people() {
    Map<String, List<ChronicleEntry.Person>> people = new HashMap<>();
    jdbc.sql(
            """
            select import, entry, name, posts from clauses.chronicle_person
            order by import, entry, position
            """)
        .query(row -> {
          people
              .computeIfAbsent(
                  row.getLong("import") + "/" + row.getInt("entry"), key -> new ArrayList<>())
              .add(
                  new ChronicleEntry.Person(
                      row.getString("name"), List.of((String[]) row.getArray("posts").getArray())));
        });
    return people;
  }
}
