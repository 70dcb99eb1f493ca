package org.zhengling.platform.clauses.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.DeadlineCode;

/**
 * The current edition of a document put together again as the reader gives one, so that a file of
 * it has the form of every other reading. What was published is sure; columns are not kept and are
 * 1; a task stands where its clause does.
 */
@Repository
public class ReadingViews {
  private static final int PUBLISHED = 100;

  private final JdbcClient jdbc;

  ReadingViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing where no document of this number is published. */
  public Optional<OfficialDocument> current(String number) {
    List<Clause> clauses = clauses(number);
    List<Reference> references = references(number);
    Place whole = whole(clauses);
    return jdbc.sql(
            """
            select title, issuer, kind, addressees, date_written, date_printed
            from clauses.current_document where number = ?
            """)
        .param(number)
        .query((row, count) ->
            new OfficialDocument(
                number,
                series(number),
                row.getString("title"),
                row.getString("issuer"),
                row.getString("kind"),
                names(row, "addressees"),
                row.getObject("date_written", LocalDate.class),
                row.getObject("date_printed", LocalDate.class),
                basis(references),
                annexes(number, whole),
                clauses,
                tasks(number, clauses, whole),
                indicators(number),
                references,
                PUBLISHED,
                whole))
        .optional();
  }

  private static String series(String number) {
    return number.substring(0, Math.max(0, number.indexOf('〔')));
  }

  private static Place whole(List<Clause> clauses) {
    int first = clauses.stream().mapToInt(one -> one.place().firstLine()).min().orElse(1);
    int last = clauses.stream().mapToInt(one -> one.place().lastLine()).max().orElse(first);
    return new Place(first, 1, last);
  }

  /** Each document that this one names, once. */
  private static List<OfficialDocument.Citation> basis(List<Reference> references) {
    Map<String, OfficialDocument.Citation> basis = new LinkedHashMap<>();
    for (Reference one : references) {
      if (!one.title().isEmpty() || !one.number().isEmpty()) {
        basis.putIfAbsent(
            one.number() + one.title(),
            new OfficialDocument.Citation(one.title(), one.number(), one.place()));
      }
    }
    return List.copyOf(basis.values());
  }

  private List<Clause> clauses(String number) {
    return rows(
        number,
        """
        select i.path, i.heading, i.level, i.body, i.page_ends, i.first_line, i.last_line
        from clauses.clause i
        """,
        (row, count) ->
            new Clause(
                new ClausePath(row.getString("path")),
                row.getString("heading"),
                row.getInt("level"),
                row.getString("body"),
                List.of((Integer[]) row.getArray("page_ends").getArray()),
                PUBLISHED,
                place(row)));
  }

  private List<OfficialDocument.Annex> annexes(String number, Place whole) {
    return rows(
        number,
        """
        select i.title, i.printed from clauses.annex i
        """,
        (row, count) ->
            new OfficialDocument.Annex(row.getString("title"), row.getBoolean("printed"), whole));
  }

  private List<OrderedTask> tasks(String number, List<Clause> clauses, Place whole) {
    Map<ClausePath, Place> places =
        clauses.stream().collect(Collectors.toMap(Clause::path, Clause::place));
    return rows(
        number,
        """
        select i.id, i.clause_path, i.title, i.lead, i.responsible, i.deadline, i.deadline_text
        from clauses.ordered_task i
        """,
        (row, count) -> {
          ClausePath path = new ClausePath(row.getString("clause_path"));
          List<String> lead = names(row, "lead");
          return new OrderedTask(
              row.getString("id"),
              path,
              row.getString("title"),
              lead,
              names(row, "responsible"),
              lead.isEmpty() ? OrderedTask.Role.UNNAMED : OrderedTask.Role.LEAD,
              DeadlineCode.parse(row.getString("deadline")),
              row.getString("deadline_text"),
              PUBLISHED,
              places.getOrDefault(path, whole));
        });
  }

  private List<Indicator> indicators(String number) {
    return rows(
        number,
        """
        select i.id, i.clause_path, i.name, i.comparator, i.value, i.high, i.unit, i.by_day,
               i.for_whom, i.words, i.confidence, i.first_line, i.last_line
        from clauses.indicator i
        """,
        (row, count) ->
            new Indicator(
                row.getString("id"),
                new ClausePath(row.getString("clause_path")),
                row.getString("name"),
                Indicator.Comparator.valueOf(row.getString("comparator")),
                row.getBigDecimal("value"),
                row.getBigDecimal("high"),
                row.getString("unit"),
                row.getObject("by_day", LocalDate.class),
                row.getString("for_whom"),
                row.getString("words"),
                row.getInt("confidence"),
                place(row)));
  }

  private List<Reference> references(String number) {
    return rows(
        number,
        """
        select i.clause_path, i.title, i.number, i.target, i.effect, i.words, i.confidence,
               i.first_line, i.last_line
        from clauses.reference i
        """,
        (row, count) ->
            new Reference(
                new ClausePath(row.getString("clause_path")),
                row.getString("title"),
                row.getString("number"),
                row.getString("target"),
                Reference.Effect.valueOf(row.getString("effect")),
                row.getString("words"),
                row.getInt("confidence"),
                place(row)));
  }

  /** Rows {@code i} that belong to the current edition, in the order of the text. */
  private <T> List<T> rows(String number, String columns, RowMapper<T> row) {
    return jdbc.sql(
            columns
                + """
                join clauses.current_document d on d.number = i.document and d.edition = i.edition
                where i.document = ? order by i.position
                """)
        .param(number)
        .query(row)
        .list();
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getInt("first_line"), 1, row.getInt("last_line"));
  }
}
