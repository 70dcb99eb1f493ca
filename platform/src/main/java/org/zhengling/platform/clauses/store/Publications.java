package org.zhengling.platform.clauses.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.OfficialDocument;

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

  public void insert(
      String number,
      int edition,
      long importId,
      int position,
      OfficialDocument document,
      String digest,
      boolean sample) {
    jdbc.sql(
            """
            insert into clauses.document
              (number, edition, import, position, title, issuer, kind, date_written, date_printed,
               digest, sample)
            values (:number, :edition, :import, :position, :title, :issuer, :kind, :written,
                    :printed, :digest, :sample)
            """)
        .param("number", number)
        .param("edition", edition)
        .param("import", importId)
        .param("position", position)
        .param("title", document.title())
        .param("issuer", document.issuer())
        .param("kind", document.kind())
        .param("written", document.dateWritten())
        .param("printed", document.datePrinted())
        .param("digest", digest)
        .param("sample", sample)
        .update();
    List<Clause> clauses = document.clauses();
    batch.batchUpdate(
        """
        insert into clauses.clause
          (document, edition, path, position, level, heading, body, first_line, last_line)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        java.util.stream.IntStream.range(0, clauses.size())
            .mapToObj(index -> row(number, edition, index, clauses.get(index)))
            .toList());
  }

  private static Object[] row(String number, int edition, int index, Clause clause) {
    return new Object[] {
      number,
      edition,
      clause.path().text(),
      index + 1,
      clause.level(),
      clause.heading(),
      clause.text(),
      clause.place().firstLine(),
      clause.place().lastLine()
    };
  }

  public void insertChronicle(long importId, List<ChronicleEntry> entries) {
    batch.batchUpdate(
        """
        insert into clauses.chronicle_entry (import, position, first_day, last_day, body)
        values (?, ?, ?, ?, ?)
        """,
        java.util.stream.IntStream.range(0, entries.size())
            .mapToObj(index -> {
              ChronicleEntry entry = entries.get(index);
              return new Object[] {
                importId, index + 1, entry.firstDay(), entry.lastDay(), entry.text()
              };
            })
            .toList());
  }
}
