package org.zhengling.platform.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Phase;
import org.zhengling.platform.cases.Standing;

/** Case files and their numbers. */
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
}
