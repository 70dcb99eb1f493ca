package org.zhengling.platform.clauses.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.clauses.ImportedFile;
import org.zhengling.platform.clauses.TaskEdit;

/** Imported files and the corrections of their drafts. */
@Repository
public class Imports {
  private final JdbcClient jdbc;

  Imports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Long> byDigest(String digest) {
    return jdbc.sql("select id from clauses.import where digest = ?")
        .param(digest)
        .query(Long.class)
        .optional();
  }

  /** The new identifier; empty when the same text was brought in meanwhile. */
  public Optional<Long> insert(
      String fileName, String digest, String content, long person, Instant at, boolean sample) {
    return jdbc.sql(
            """
            insert into clauses.import (file_name, digest, content, uploaded_by, uploaded_at, sample)
            values (:fileName, :digest, :content, :person, :at, :sample)
            on conflict (digest) do nothing
            returning id
            """)
        .param("fileName", fileName)
        .param("digest", digest)
        .param("content", content)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .param("sample", sample)
        .query(Long.class)
        .optional();
  }

  public List<ImportedFile> files() {
    return jdbc.sql(
            """
            select id, file_name, uploaded_at, published_at, sample
            from clauses.import order by id desc
            """)
        .query(Imports::file)
        .list();
  }

  public Optional<ImportedFile> file(long id) {
    return jdbc.sql(
            """
            select id, file_name, uploaded_at, published_at, sample
            from clauses.import where id = ?
            """)
        .param(id)
        .query(Imports::file)
        .optional();
  }

  public String content(long id) {
    return jdbc.sql("select content from clauses.import where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static ImportedFile file(ResultSet row, int number) throws SQLException {
    Timestamp published = row.getTimestamp("published_at");
    return new ImportedFile(
        row.getLong("id"),
        row.getString("file_name"),
        row.getTimestamp("uploaded_at").toInstant(),
        published == null ? null : published.toInstant(),
        row.getBoolean("sample"));
  }

  public Map<String, TaskEdit> edits(long id) {
    return jdbc
        .sql(
            """
            select task, title, lead, responsible, deadline
            from clauses.draft_edit where import = ?
            """)
        .param(id)
        .query((row, number) ->
            new TaskEdit(
                row.getString("task"),
                row.getString("title"),
                texts(row.getArray("lead")),
                texts(row.getArray("responsible")),
                DeadlineCode.parse(row.getString("deadline"))))
        .list()
        .stream()
        .collect(Collectors.toMap(TaskEdit::task, edit -> edit));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  public void saveEdit(long id, TaskEdit edit, long person, Instant at) {
    jdbc.sql(
            """
            insert into clauses.draft_edit
              (import, task, title, lead, responsible, deadline, edited_by, edited_at)
            values (:import, :task, :title, :lead, :responsible, :deadline, :person, :at)
            on conflict (import, task) do update set
              title = excluded.title, lead = excluded.lead, responsible = excluded.responsible,
              deadline = excluded.deadline, edited_by = excluded.edited_by,
              edited_at = excluded.edited_at
            """)
        .param("import", id)
        .param("task", edit.task())
        .param("title", edit.title())
        .param("lead", edit.lead().toArray(String[]::new))
        .param("responsible", edit.responsible().toArray(String[]::new))
        .param("deadline", DeadlineCode.print(edit.deadline()))
        .param("person", person)
        .param("at", Timestamp.from(at))
        .update();
  }

  public void markPublished(long id, long person, LocalDate on, Instant at) {
    jdbc.sql(
            """
            update clauses.import
            set published_by = :person, published_on = :on, published_at = :at
            where id = :id and published_at is null
            """)
        .param("person", person)
        .param("on", on)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }
}
