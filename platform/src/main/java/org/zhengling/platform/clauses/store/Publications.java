package org.zhengling.platform.clauses.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.clauses.Edition;

/** Published documents with their clauses, and the chronicle. */
@Repository
public class Publications {
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Publications(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * One publication at a time, until the end of its transaction: the second finds what the first
   * made.
   */
  public void takeTurn() {
    jdbc.sql("select pg_advisory_xact_lock(9704201220200804)").query().listOfRows();
  }

  /** The newest edition of a document; edition 0 where there is none. */
  public record Latest(int edition, String digest) {}

  public Latest latest(String number) {
    return jdbc.sql(
            """
            select edition, digest from clauses.document
            where number = ? order by edition desc limit 1
            """)
        .param(number)
        .query((row, count) -> new Latest(row.getInt("edition"), row.getString("digest")))
        .optional()
        .orElse(new Latest(0, ""));
  }

  /** Writes an edition with everything in it. */
  public void insert(Edition edition, long importId, int position) {
    OfficialDocument document = edition.document();
    jdbc.sql(
            """
            insert into clauses.document
              (number, edition, import, position, title, issuer, kind, date_written, date_printed,
               digest, sample, in_force_from, addressees)
            values (:number, :edition, :import, :position, :title, :issuer, :kind, :written,
                    :printed, :digest, :sample, :inForceFrom, :addressees)
            """)
        .param("number", edition.number())
        .param("edition", edition.edition())
        .param("import", importId)
        .param("position", position)
        .param("title", document.title())
        .param("issuer", document.issuer())
        .param("kind", document.kind())
        .param("written", document.dateWritten())
        .param("printed", document.datePrinted())
        .param("digest", edition.digest())
        .param("sample", edition.sample())
        .param("inForceFrom", edition.inForceFrom())
        .param("addressees", document.addressees().toArray(String[]::new))
        .update();
    insertClauses(edition);
    insertAnnexes(edition);
    insertTasks(edition);
    insertIndicators(edition);
    insertReferences(edition);
    insertAmendments(edition);
  }

  private void insertClauses(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.clause
          (document, edition, position, path, level, heading, body, page_ends, first_line,
           last_line)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.document().clauses(),
            clause ->
                List.of(
                    clause.path().text(),
                    clause.level(),
                    clause.heading(),
                    clause.text(),
                    clause.pageEnds().toArray(Integer[]::new),
                    clause.place().firstLine(),
                    clause.place().lastLine())));
  }

  private void insertAnnexes(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.annex (document, edition, position, title, printed)
        values (?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.document().annexes(),
            annex -> List.of(annex.title(), annex.printed())));
  }

  private void insertTasks(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.ordered_task
          (document, edition, position, id, clause_path, title, lead, responsible, deadline,
           deadline_text, source)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.document().tasks(),
            task ->
                List.of(
                    task.id(),
                    task.clause().text(),
                    task.text(),
                    task.lead().toArray(String[]::new),
                    task.responsible().toArray(String[]::new),
                    DeadlineCode.print(task.deadline()),
                    task.deadlineText(),
                    edition
                        .sources()
                        .getOrDefault(task.id(), "第 " + task.place().firstLine() + " 行"))));
  }

  private void insertIndicators(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.indicator
          (document, edition, position, id, clause_path, name, comparator, value, unit, for_whom,
           words, confidence, first_line, last_line, high, by_day)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.document().indicators(),
            one -> {
              List<@Nullable Object> row =
                  new ArrayList<>(
                      List.of(
                          one.id(),
                          one.clause().text(),
                          one.name(),
                          one.comparator().name(),
                          one.value(),
                          one.unit(),
                          one.forWhom(),
                          one.words(),
                          one.confidence(),
                          one.place().firstLine(),
                          one.place().lastLine()));
              row.add(one.high());
              row.add(one.by());
              return row;
            }));
  }

  private void insertReferences(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.reference
          (document, edition, position, clause_path, title, number, target, effect, words,
           confidence, first_line, last_line)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.document().references(),
            one ->
                List.of(
                    one.from().text(),
                    one.title(),
                    one.number(),
                    one.target(),
                    one.effect().name(),
                    one.words(),
                    one.confidence(),
                    one.place().firstLine(),
                    one.place().lastLine())));
  }

  private void insertAmendments(Edition edition) {
    batch.batchUpdate(
        """
        insert into clauses.amendment
          (document, edition, position, clause_path, target_document, target_path, effect,
           starts_on, new_words, confirmed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows(
            edition,
            edition.amendments(),
            one ->
                List.of(
                    one.clause(),
                    one.targetDocument(),
                    one.targetPath(),
                    one.effect().name(),
                    one.startsOn(),
                    one.newWords(),
                    one.confirmedBy())));
  }

  /** Rows that begin with number, edition and position. */
  private static <T> List<Object[]> rows(
      Edition edition, List<T> items, Function<T, List<? extends @Nullable Object>> columns) {
    List<Object[]> rows = new ArrayList<>();
    for (T item : items) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(edition.number());
      row.add(edition.edition());
      row.add(rows.size() + 1);
      row.addAll(columns.apply(item));
      rows.add(row.toArray());
    }
    return rows;
  }

  public void insertChronicle(long importId, List<ChronicleEntry> entries) {
    List<Object[]> events = new ArrayList<>();
    List<Object[]> people = new ArrayList<>();
    for (ChronicleEntry entry : entries) {
      int position = events.size() + 1;
      events.add(
          new Object[] {
            importId,
            position,
            entry.firstDay(),
            entry.lastDay(),
            entry.text(),
            entry.kind().name(),
            entry.places().toArray(String[]::new)
          });
      int person = 0;
      for (ChronicleEntry.Person one : entry.people()) {
        person++;
        people.add(
            new Object[] {
              importId, position, person, one.name(), one.posts().toArray(String[]::new)
            });
      }
    }
    batch.batchUpdate(
        """
        insert into clauses.chronicle_entry
          (import, position, first_day, last_day, body, kind, places)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        events);
    batch.batchUpdate(
        """
        insert into clauses.chronicle_person (import, entry, position, name, posts)
        values (?, ?, ?, ?, ?)
        """,
        people);
  }
}
