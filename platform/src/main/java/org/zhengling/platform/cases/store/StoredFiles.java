package org.zhengling.platform.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.FileType;

/** Which files lie on the disk, and which papers of cases they are. */
@Repository
public class StoredFiles {
  /** Any number, the same for every server. */
  private static final long FILES = 7_104_211_650_017L;

  private static final String COLUMNS =
      """
      d.id, d.case_file, d.title, d.digest, d.shown, f.type, f.bytes, a.on_day, a.person_name,
      a.post_title
      from cases.document d
      join cases.stored_file f on f.digest = d.digest
      join cases.action a on a.case_file = d.case_file and a.seq = d.seq
      """;

  private static final RowMapper<Document> DOCUMENT =
      (row, number) ->
          new Document(
              row.getLong("id"),
              row.getLong("case_file"),
              row.getString("title"),
              FileType.valueOf(row.getString("type")),
              row.getLong("bytes"),
              row.getString("digest"),
              row.getString("shown"),
              row.getObject("on_day", LocalDate.class),
              row.getString("person_name"),
              row.getString("post_title"));

  private final JdbcClient jdbc;

  StoredFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nothing is swept. */
  public void keepSweepersOut() {
    jdbc.sql("select pg_advisory_xact_lock_shared(:files)")
        .param("files", FILES)
        .query((row, number) -> true)
        .single();
  }

  /** True where nobody is putting a file; then nobody does until the end of the transaction. */
  public boolean mayBeSwept() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:files)")
        .param("files", FILES)
        .query(Boolean.class)
        .single();
  }

  public void put(String digest, FileType type, long bytes, long key, Instant at) {
    jdbc.sql(
            """
            insert into cases.stored_file (digest, bytes, type, key, stored_at)
            values (:digest, :bytes, :type, :key, :at)
            on conflict (digest) do nothing
            """)
        .param("digest", digest)
        .param("bytes", bytes)
        .param("type", type.name())
        .param("key", key)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  public long add(long caseFile, int seq, String title, String digest, @Nullable String shown) {
    return jdbc.sql(
            """
            insert into cases.document (case_file, seq, title, digest, shown)
            values (:case, :seq, :title, :digest, :shown) returning id
            """)
        .param("case", caseFile)
        .param("seq", seq)
        .param("title", title)
        .param("digest", digest)
        .param("shown", shown, java.sql.Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  public List<Document> of(long caseFile) {
    return jdbc.sql("select " + COLUMNS + " where d.case_file = :case order by d.id")
        .param("case", caseFile)
        .query(DOCUMENT)
        .list();
  }

  public Optional<Document> byId(long id) {
    return jdbc.sql("select " + COLUMNS + " where d.id = :id")
        .param("id", id)
        .query(DOCUMENT)
        .optional();
  }

  /** The paper that a form brought already. */
  public Optional<Document> byForm(long caseFile, java.util.UUID form) {
    return jdbc.sql("select " + COLUMNS + " where d.case_file = :case and a.form = :form")
        .param("case", caseFile)
        .param("form", form)
        .query(DOCUMENT)
        .optional();
  }

  public Set<String> digests() {
    return Set.copyOf(jdbc.sql("select digest from cases.stored_file").query(String.class).list());
  }

  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select distinct key from cases.stored_file").query(Long.class).list());
  }

  public List<String> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            """
            select digest from cases.stored_file where key < :key order by digest limit :atMost
            """)
        .param("key", key)
        .param("atMost", atMost)
        .query((row, number) -> row.getString("digest"))
        .list();
  }

  public void sealed(String digest, long key) {
    jdbc.sql("update cases.stored_file set key = :key where digest = :digest")
        .param("key", key)
        .param("digest", digest)
        .update();
  }
}
