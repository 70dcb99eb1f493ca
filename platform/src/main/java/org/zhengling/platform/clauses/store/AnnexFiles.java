package org.zhengling.platform.clauses.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.draft.AnnexRow;

/** Task lists of annexes that were uploaded, and their rows. */
@Repository
public class AnnexFiles {
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  AnnexFiles(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** A file in the list of an annex. */
  public record Uploaded(long id, String annex, String fileName, Instant at, int rows) {}

  /** Keeps a file as it came; returns its number. */
  public long insert(
      long importId,
      String annex,
      String fileName,
      String digest,
      byte[] content,
      long person,
      Instant at) {
    return jdbc.sql(
            """
            insert into clauses.annex_file
              (import, annex, file_name, digest, content, uploaded_by, uploaded_at)
            values (:import, :annex, :fileName, :digest, :content, :person, :at)
            returning id
            """)
        .param("import", importId)
        .param("annex", annex)
        .param("fileName", fileName)
        .param("digest", digest)
        .param("content", content)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  public void insertRows(List<AnnexRow> rows) {
    batch.batchUpdate(
        """
        insert into clauses.annex_row
          (file, sheet, row_number, ordinal, clause, task, lead, responsible, deadline)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows.stream()
            .map(row ->
                new Object[] {
                  row.file(),
                  row.sheet(),
                  row.row(),
                  row.ordinal(),
                  row.clause(),
                  row.task(),
                  row.lead(),
                  row.responsible(),
                  row.deadline()
                })
            .toList());
  }

  /** The rows of the newest file of each annex. */
  public List<AnnexRow> rows(long importId) {
    return jdbc.sql(
            """
            select f.id, f.annex, r.sheet, r.row_number, r.ordinal, r.clause, r.task, r.lead,
                   r.responsible, r.deadline
            from clauses.annex_file f join clauses.annex_row r on r.file = f.id
            where f.import = :import
              and f.id = (select max(n.id) from clauses.annex_file n
                          where n.import = f.import and n.annex = f.annex)
            order by f.annex, r.sheet, r.row_number
            """)
        .param("import", importId)
        .query((row, number) ->
            new AnnexRow(
                row.getLong("id"),
                row.getString("annex"),
                row.getInt("sheet"),
                row.getInt("row_number"),
                row.getString("ordinal"),
                row.getString("clause"),
                row.getString("task"),
                row.getString("lead"),
                row.getString("responsible"),
                row.getString("deadline")))
        .list();
  }

  /** Every file of an import, the newest first. */
  public List<Uploaded> files(long importId) {
    return jdbc.sql(
            """
            select f.id, f.annex, f.file_name, f.uploaded_at,
                   (select count(*) from clauses.annex_row r where r.file = f.id) as rows
            from clauses.annex_file f where f.import = :import order by f.id desc
            """)
        .param("import", importId)
        .query((row, number) ->
            new Uploaded(
                row.getLong("id"),
                row.getString("annex"),
                row.getString("file_name"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getInt("rows")))
        .list();
  }
}
