package org.zhengling.platform.notices.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.quantity.Money;
import org.zhengling.platform.notices.Level;
import org.zhengling.platform.notices.MaskedCase;
import org.zhengling.platform.notices.MaskedName;
import org.zhengling.platform.notices.Notice;

/** Notices for everybody, and objections for those who answer them. */
@Repository
public class NoticeViews {
  private static final String SHOWN =
      """
      select id, area, masked_name, village, members, benefit, fen, unit, unit_phone, level,
             posted_on, last_day, digest, sample
      from notices.shown(:today)
      """;

  private final JdbcClient jdbc;

  NoticeViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An objection; what it says is opened by the face alone. */
  public record Objection(
      long id,
      long notice,
      long caseFile,
      Instant raisedAt,
      boolean halted,
      @Nullable String outcome,
      String reason) {}

  /** What is posted today, newest first, before one of them; from the newest where it is absent. */
  public List<Notice> shown(LocalDate today, @Nullable Long before, int atMost) {
    return jdbc.sql(SHOWN + "where id < :before order by id desc limit :atMost")
        .param("today", today)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("atMost", atMost)
        .query((row, number) -> notice(row))
        .list();
  }

  public Optional<Notice> shown(LocalDate today, long id) {
    return jdbc.sql(SHOWN + "where id = :id")
        .param("today", today)
        .param("id", id)
        .query((row, number) -> notice(row))
        .optional();
  }

  /** Objections of the scope, those that wait first. */
  public List<Objection> objections(int atMost) {
    return jdbc.sql(
            """
            select o.id, o.notice, n.case_file, o.raised_at, o.halted, o.outcome, o.reason
            from notices.objection o join notices.notice n on n.id = o.notice
            order by o.outcome is not null, o.id desc limit :atMost
            """)
        .param("atMost", atMost)
        .query((row, number) ->
            new Objection(
                row.getLong("id"),
                row.getLong("notice"),
                row.getLong("case_file"),
                row.getTimestamp("raised_at").toInstant(),
                row.getBoolean("halted"),
                row.getString("outcome"),
                row.getString("reason")))
        .list();
  }

  /** What an objection says, sealed. */
  public Optional<byte[]> said(long objection) {
    return jdbc.sql("select said from notices.objection where id = :id")
        .param("id", objection)
        .query((row, number) -> row.getBytes("said"))
        .optional();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getString("area"),
        new MaskedCase(
            new MaskedName(row.getString("masked_name")),
            row.getString("village"),
            row.getInt("members"),
            row.getString("benefit"),
            new Money(row.getLong("fen")),
            row.getString("unit"),
            row.getString("unit_phone")),
        Level.valueOf(row.getString("level")),
        row.getObject("posted_on", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("digest"),
        row.getBoolean("sample"));
  }
}
