package org.zhengling.platform.notices.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.notices.MaskedCase;
import org.zhengling.platform.notices.NoticeOrder;
import org.zhengling.platform.notices.ObjectionDecided;

/** Writing notices and objections. */
@Repository
public class NoticeRows {
  private final JdbcClient jdbc;

  NoticeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A notice as those know it who handle its case. */
  public record Row(
      long id, String area, long caseFile, LocalDate lastDay, @Nullable LocalDate endedOn) {}

  /** An objection and its notice. */
  public record ObjectionRow(
      long id, long notice, long caseFile, boolean halted, boolean decided) {}

  public Optional<Long> posted(UUID form) {
    return jdbc.sql("select id from notices.notice where form = :form")
        .param("form", form)
        .query(Long.class)
        .optional();
  }

  public long add(NoticeOrder order, LocalDate from, LocalDate lastDay, Instant at) {
    MaskedCase shown = order.shown();
    return jdbc.sql(
            """
            insert into notices.notice
              (area, case_file, form, masked_name, village, members, benefit, fen, unit, unit_phone,
               level, posted_on, last_day, posted_at, digest, sample)
            values (:area, :caseFile, :form, :name, :village, :members, :benefit, :fen, :unit, :phone,
                    :level, :from, :lastDay, :at, decode(:digest, 'hex'), :sample)
            returning id
            """)
        .param("area", order.area())
        .param("caseFile", order.caseFile())
        .param("form", order.form())
        .param("name", shown.name().text())
        .param("village", shown.village())
        .param("members", shown.members())
        .param("benefit", shown.benefit())
        .param("fen", shown.amount().fen())
        .param("unit", shown.unit())
        .param("phone", shown.unitPhone())
        .param("level", order.level().name())
        .param("from", from)
        .param("lastDay", lastDay)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("digest", shown.digest())
        .param("sample", order.origin() == NoticeOrder.Origin.SAMPLE)
        .query(Long.class)
        .single();
  }

  /** Locked, so that ending and objecting take turns. */
  public Optional<Row> lock(long notice) {
    return jdbc.sql(
            """
            select id, area, case_file, last_day, ended_on from notices.notice
            where id = :id for update
            """)
        .param("id", notice)
        .query((row, number) ->
            new Row(
                row.getLong("id"),
                row.getString("area"),
                row.getLong("case_file"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("ended_on", LocalDate.class)))
        .optional();
  }

  /** Those whose last day is over and that no open objection keeps, oldest first. */
  public List<Long> over(LocalDate today, int atMost) {
    return jdbc.sql(
            """
            select n.id from notices.notice n
            where n.ended_on is null and n.last_day < :today
              and not exists (
                select 1 from notices.objection o where o.notice = n.id and o.outcome is null)
            order by n.last_day, n.id limit :atMost
            """)
        .param("today", today)
        .param("atMost", atMost)
        .query((row, number) -> row.getLong("id"))
        .list();
  }

  public void end(long notice, LocalDate on, String why) {
    jdbc.sql(
            """
            update notices.notice set ended_on = :on, ended_why = :why
            where id = :id and ended_on is null
            """)
        .param("on", on)
        .param("why", why)
        .param("id", notice)
        .update();
  }

  public long nextObjection() {
    return jdbc.sql("select nextval('notices.objection_id_seq') as id").query(Long.class).single();
  }

  public void object(long id, Row notice, byte[] said, boolean halted, Instant at) {
    jdbc.sql(
            """
            insert into notices.objection (id, notice, area, said, raised_at, halted)
            overriding system value values (:id, :notice, :area, :said, :at, :halted)
            """)
        .param("id", id)
        .param("notice", notice.id())
        .param("area", notice.area())
        .param("said", said)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("halted", halted)
        .update();
  }

  public Optional<ObjectionRow> lockObjection(long objection) {
    return jdbc.sql(
            """
            select o.id, o.notice, n.case_file, o.halted, o.outcome is not null as decided
            from notices.objection o join notices.notice n on n.id = o.notice
            where o.id = :id for update of o
            """)
        .param("id", objection)
        .query((row, number) ->
            new ObjectionRow(
                row.getLong("id"),
                row.getLong("notice"),
                row.getLong("case_file"),
                row.getBoolean("halted"),
                row.getBoolean("decided")))
        .optional();
  }

  /** Others of the same case that halted it and wait. */
  public long openHalts(long caseFile, long beside) {
    return jdbc.sql(
            """
            select count(*) from notices.objection o join notices.notice n on n.id = o.notice
            where n.case_file = :caseFile and o.halted and o.outcome is null and o.id <> :beside
            """)
        .param("caseFile", caseFile)
        .param("beside", beside)
        .query(Long.class)
        .single();
  }

  public void decide(long objection, ObjectionDecided.Outcome outcome, String reason, Instant at) {
    jdbc.sql(
            """
            update notices.objection set outcome = :outcome, reason = :reason, decided_at = :at
            where id = :id and outcome is null
            """)
        .param("outcome", outcome.name())
        .param("reason", reason)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", objection)
        .update();
  }

  public void prove(Row notice, long document, String digest, Instant at) {
    jdbc.sql(
            """
            insert into notices.proof (notice, area, document, digest, added_at)
            values (:notice, :area, :document, :digest, :at) on conflict do nothing
            """)
        .param("notice", notice.id())
        .param("area", notice.area())
        .param("document", document)
        .param("digest", digest)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
