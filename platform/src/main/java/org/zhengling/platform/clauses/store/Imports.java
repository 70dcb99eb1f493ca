package org.zhengling.platform.clauses.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.ImportedFile;

/** Imported files. */
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
