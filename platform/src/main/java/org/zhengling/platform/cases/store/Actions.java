package org.zhengling.platform.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.cases.Doer;

/** What was done in cases, sealed; only ever added to. */
@Repository
public class Actions {
  private final JdbcClient jdbc;

  Actions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An action as it is kept: who reads the table alone does not learn what it says. */
  public static final class ActionRow {
    private final long caseFile;
    private final int seq;
    private final UUID form;
    private final String kind;
    private final String what;
    private final byte[] payload;
    private final String digest;
    private final Doer doer;
    private final Instant at;
    private final LocalDate on;

    public ActionRow(
        long caseFile,
        int seq,
        UUID form,
        String kind,
        String what,
        byte[] payload,
        String digest,
        Doer doer,
        Instant at,
        LocalDate on) {
      this.caseFile = caseFile;
      this.seq = seq;
      this.form = form;
      this.kind = kind;
      this.what = what;
      this.payload = payload.clone();
      this.digest = digest;
      this.doer = doer;
      this.at = at;
      this.on = on;
    }

    public long caseFile() {
      return caseFile;
    }

    public int seq() {
      return seq;
    }

    public String kind() {
      return kind;
    }

    public String what() {
      return what;
    }

    public byte[] payload() {
      return payload.clone();
    }

    public String digest() {
      return digest;
    }

    public Doer doer() {
      return doer;
    }

    public Instant at() {
      return at;
    }

    public LocalDate on() {
      return on;
    }
  }

  public void append(ActionRow action) {
    jdbc.sql(
            """
            insert into cases.action
              (case_file, seq, form, kind, what, payload, digest, person, person_name, post,
               post_title, at, on_day)
            values (:case, :seq, :form, :kind, :what, :payload, :digest, :person, :personName, :post,
               :postTitle, :at, :on)
            """)
        .param("case", action.caseFile)
        .param("seq", action.seq)
        .param("form", action.form)
        .param("kind", action.kind)
        .param("what", action.what)
        .param("payload", action.payload)
        .param("digest", action.digest)
        .param("person", action.doer.person(), Types.BIGINT)
        .param("personName", action.doer.name())
        .param("post", action.doer.post(), Types.BIGINT)
        .param("postTitle", action.doer.postTitle())
        .param("at", action.at.atOffset(ZoneOffset.UTC))
        .param("on", action.on)
        .update();
  }

  /** Whether this form was acted on in the case already. */
  public boolean acted(long id, UUID form) {
    return jdbc.sql(
            """
            select exists (select 1 from cases.action where case_file = :id and form = :form)
            """)
        .param("id", id)
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  /** Everything done after a version, oldest first; 0 for all. */
  public List<ActionRow> after(long id, int version) {
    return jdbc.sql(
            """
            select case_file, seq, form, kind, what, payload, digest, person, person_name, post,
                   post_title, at, on_day
            from cases.action where case_file = :id and seq > :version order by seq
            """)
        .param("id", id)
        .param("version", version)
        .query(Actions::action)
        .list();
  }

  private static ActionRow action(ResultSet row, int number) throws SQLException {
    return new ActionRow(
        row.getLong("case_file"),
        row.getInt("seq"),
        row.getObject("form", UUID.class),
        row.getString("kind"),
        row.getString("what"),
        row.getBytes("payload"),
        row.getString("digest"),
        new Doer(
            row.getObject("person", Long.class),
            row.getString("person_name"),
            row.getObject("post", Long.class),
            row.getString("post_title")),
        row.getTimestamp("at").toInstant(),
        row.getObject("on_day", LocalDate.class));
  }

  /** A sealed payload begins with form, algorithm and the identifier of its key. */
  private static final String KEY =
      "('x' || encode(substring(payload from 3 for 8), 'hex'))::bit(64)::bigint";

  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select key from cases.keys_of_actions() key").query(Long.class).list());
  }

  public List<ActionRow> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            """
            select case_file, seq, form, kind, what, payload, digest, person, person_name, post,
                   post_title, at, on_day
            from cases.action where %s < :key order by case_file, seq limit :atMost
            """
                .formatted(KEY))
        .param("key", key)
        .param("atMost", atMost)
        .query(Actions::action)
        .list();
  }

  /** Does nothing when somebody was faster. */
  public void replace(ActionRow action, byte[] sealedAnew) {
    jdbc.sql("select cases.seal_anew(:case, :seq, :sealed, :anew)")
        .param("case", action.caseFile)
        .param("seq", action.seq)
        .param("sealed", action.payload)
        .param("anew", sealedAnew)
        .query(Boolean.class)
        .single();
  }
}
