package org.zhengling.platform.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Doer;
import org.zhengling.platform.cases.Phase;
import org.zhengling.platform.cases.Standing;

/** Case files, their numbers and their actions. */
@Repository
public class CaseFiles {
  static final String COLUMNS =
      """
      id, number, procedure, area, about, applicant, version, phase, standing, next_step, desk,
      desk_area, desk_post, opened_on, closed_on, sample
      """;

  private final JdbcClient jdbc;

  CaseFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static CaseFile read(ResultSet row, int number) throws SQLException {
    Standing standing =
        new Standing(
            row.getString("standing"),
            row.getString("next_step"),
            Phase.valueOf(row.getString("phase")),
            PostKind.valueOf(row.getString("desk")),
            row.getString("desk_area"));
    return new CaseFile(
        row.getLong("id"),
        row.getString("number"),
        row.getString("procedure"),
        row.getString("area"),
        row.getString("about"),
        row.getObject("applicant", Long.class),
        row.getInt("version"),
        standing,
        row.getString("desk_area"),
        row.getObject("desk_post", Long.class),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getBoolean("sample"));
  }

  public Optional<CaseFile> byId(long id) {
    return jdbc.sql("select " + COLUMNS + " from cases.case_file where id = :id")
        .param("id", id)
        .query(CaseFiles::read)
        .optional();
  }

  public Optional<CaseFile> byNumber(String number) {
    return jdbc.sql("select " + COLUMNS + " from cases.case_file where number = :number")
        .param("number", number)
        .query(CaseFiles::read)
        .optional();
  }

  public Optional<CaseFile> byForm(UUID form) {
    return jdbc.sql("select " + COLUMNS + " from cases.case_file where form = :form")
        .param("form", form)
        .query(CaseFiles::read)
        .optional();
  }

  /** Until the end of the transaction one form is opened by one at a time. */
  public void lockForm(UUID form) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:form, 0))")
        .param("form", form.toString())
        .query((row, number) -> true)
        .single();
  }

  /** The next of the series, counted from 1; a transaction that is undone gives it back. */
  public int nextNumber(String prefix, int year) {
    return jdbc.sql(
            """
            insert into cases.number_series as s (prefix, year, last) values (:prefix, :year, 1)
            on conflict (prefix, year) do update set last = s.last + 1
            returning last
            """)
        .param("prefix", prefix)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /** Empty where another case, out of sight, was opened with this form. */
  public Optional<Long> add(CaseFile file, UUID form, String head, Instant at) {
    return jdbc.sql(
            """
            insert into cases.case_file
              (number, procedure, area, about, applicant, form, version, head, phase, standing,
               next_step, desk, desk_area, opened_on, opened_at, closed_on, sample)
            values (:number, :procedure, :area, :about, :applicant, :form, 1, :head, :phase, :standing,
               :next, :desk, :deskArea, :openedOn, :openedAt, :closedOn, :sample)
            on conflict (form) do nothing
            returning id
            """)
        .param("number", file.number())
        .param("procedure", file.procedure())
        .param("area", file.area())
        .param("about", file.about())
        .param("applicant", file.applicant(), Types.BIGINT)
        .param("form", form)
        .param("head", head)
        .param("phase", file.standing().phase().name())
        .param("standing", file.standing().word())
        .param("next", file.standing().next())
        .param("desk", file.standing().desk().name())
        .param("deskArea", file.deskArea())
        .param("openedOn", file.openedOn())
        .param("openedAt", at.atOffset(ZoneOffset.UTC))
        .param("closedOn", file.closedOn(), Types.DATE)
        .param("sample", file.sample())
        .query(Long.class)
        .optional();
  }

  /** The case for one who acts on it: nobody else acts until the transaction ends. */
  public Optional<CaseFile> lock(long id) {
    return jdbc.sql("select " + COLUMNS + " from cases.case_file where id = :id for update")
        .param("id", id)
        .query(CaseFiles::read)
        .optional();
  }

  public String head(long id) {
    return jdbc.sql("select head from cases.case_file where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** How the case stands after an action. */
  public void advance(CaseFile after, String head) {
    jdbc.sql(
            """
            update cases.case_file set
              version = :version, head = :head, phase = :phase, standing = :standing,
              next_step = :next, desk = :desk, desk_area = :deskArea, desk_post = :deskPost,
              closed_on = :closedOn
            where id = :id
            """)
        .param("version", after.version())
        .param("head", head)
        .param("phase", after.standing().phase().name())
        .param("standing", after.standing().word())
        .param("next", after.standing().next())
        .param("desk", after.standing().desk().name())
        .param("deskArea", after.deskArea())
        .param("deskPost", after.deskPost(), Types.BIGINT)
        .param("closedOn", after.closedOn(), Types.DATE)
        .param("id", after.id())
        .update();
  }

  /** On whose desk it lies. */
  public void give(long id, String deskArea, @Nullable Long post) {
    jdbc.sql("update cases.case_file set desk_area = :area, desk_post = :post where id = :id")
        .param("area", deskArea)
        .param("post", post, Types.BIGINT)
        .param("id", id)
        .update();
  }

  /** Gives the case to another area; false where the case is not in the scope. */
  public boolean move(long id, String area) {
    return jdbc.sql("select cases.move(:id, :area)")
        .param("id", id)
        .param("area", area)
        .query(Boolean.class)
        .single();
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
  public List<ActionRow> actionsAfter(long id, int version) {
    return jdbc.sql(
            """
            select case_file, seq, form, kind, what, payload, digest, person, person_name, post,
                   post_title, at, on_day
            from cases.action where case_file = :id and seq > :version order by seq
            """)
        .param("id", id)
        .param("version", version)
        .query(CaseFiles::action)
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
        .query(CaseFiles::action)
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
