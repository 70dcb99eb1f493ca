package org.zhengling.platform.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.ledger.PaymentBatch;
import org.zhengling.platform.ledger.PaymentState;
import org.zhengling.platform.ledger.store.Payments.PaymentRow;

/** Batches and payments, for reading. */
@Repository
public class PaymentViews {
  private static final String BATCH =
      """
      select b.id, b.area, b.purpose, b.month, b.title, b.lines, b.total, b.left_out, b.made_at,
             b.charset, encode(b.file_digest, 'hex') as file_digest, b.exported_at, b.sample,
             count(p.id) filter (where p.state in ('READY', 'SENT')) as open,
             count(p.id) filter (where p.state = 'PAID') as paid,
             coalesce(sum(p.amount) filter (where p.state = 'PAID'), 0)::bigint as paid_fen,
             count(p.id) filter (where p.state = 'REFUSED') as refused,
             coalesce(sum(p.amount) filter (where p.state = 'REFUSED'), 0)::bigint as refused_fen,
             count(p.id) filter (where p.state = 'RETURNED') as returned,
             coalesce(sum(p.amount) filter (where p.state = 'RETURNED'), 0)::bigint as returned_fen
      from ledger.payment_batch b left join ledger.payment p on p.batch = b.id
      """;

  private final JdbcClient jdbc;

  PaymentViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A payment as somebody sees it who was promised it. */
  public record Promised(
      long id,
      long caseFile,
      LocalDate month,
      long fen,
      PaymentState state,
      String reason,
      @Nullable LocalDate on) {}

  public Optional<PaymentBatch> batch(long id) {
    return jdbc.sql(BATCH + "where b.id = :id group by b.id")
        .param("id", id)
        .query((row, number) -> batch(row))
        .optional();
  }

  /** Newest first, before one of them; from the newest where it is absent. */
  public List<PaymentBatch> batches(@Nullable Long before, int atMost) {
    return jdbc.sql(
            BATCH
                + """
                where b.id in (
                  select id from ledger.payment_batch where id < :before
                  order by id desc limit :atMost)
                group by b.id order by b.id desc
                """)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("atMost", atMost)
        .query((row, number) -> batch(row))
        .list();
  }

  /** Payments of a batch in these states after a position, in their order. */
  public List<PaymentRow> payments(long batch, List<PaymentState> states, int after, int atMost) {
    return jdbc.sql(
            """
            select id, position, resident, case_file, amount, payee, state, reason
            from ledger.payment
            where batch = :batch and state = any (:states) and position > :after
            order by position limit :atMost
            """)
        .param("batch", batch)
        .param("states", states.stream().map(Enum::name).toArray(String[]::new))
        .param("after", after)
        .param("atMost", atMost)
        .query((row, number) -> Payments.payment(row))
        .list();
  }

  /**
   * What was or is to be paid for a case, newest month first; also for who asks with its receipt.
   */
  public List<Promised> ofCase(long caseFile) {
    return jdbc.sql(
            """
            select id, case_file, month, amount, state, reason, settled_on from ledger.payment
            where case_file = :caseFile order by month desc, id desc
            """)
        .param("caseFile", caseFile)
        .query((row, number) ->
            new Promised(
                row.getLong("id"),
                row.getLong("case_file"),
                row.getObject("month", LocalDate.class),
                row.getLong("amount"),
                PaymentState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("settled_on", LocalDate.class)))
        .list();
  }

  private static PaymentBatch batch(ResultSet row) throws SQLException {
    Timestamp exported = row.getTimestamp("exported_at");
    return new PaymentBatch(
        row.getLong("id"),
        row.getString("area"),
        row.getString("purpose"),
        row.getObject("month", LocalDate.class),
        row.getString("title"),
        row.getInt("lines"),
        row.getLong("total"),
        row.getInt("left_out"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("charset"),
        row.getString("file_digest"),
        exported == null ? null : exported.toInstant(),
        row.getBoolean("sample"),
        new PaymentBatch.Progress(
            row.getInt("open"),
            row.getInt("paid"),
            row.getLong("paid_fen"),
            row.getInt("refused"),
            row.getLong("refused_fen"),
            row.getInt("returned"),
            row.getLong("returned_fen")));
  }
}
