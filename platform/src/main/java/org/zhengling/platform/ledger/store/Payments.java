package org.zhengling.platform.ledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.ledger.BankReply;
import org.zhengling.platform.ledger.PaymentState;

/** Batches of payments, their lines and what the bank said. */
@Repository
public class Payments {
  private final JdbcClient jdbc;
  private final JdbcTemplate sets;

  Payments(JdbcClient jdbc, JdbcTemplate sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /** What a batch was made from. */
  public record Made(long id, String digest) {}

  /** The head of a new batch. */
  public record NewBatch(
      String key,
      String area,
      String purpose,
      LocalDate month,
      String title,
      String digest,
      int lines,
      long total,
      int leftOut,
      boolean sample) {}

  /** A payment as it is kept; who reads the table alone learns no name and no account. */
  public static final class PaymentRow {
    private final long id;
    private final int position;
    private final long resident;
    private final long caseFile;
    private final long fen;
    private final byte[] payee;
    private final PaymentState state;
    private final String reason;

    public PaymentRow(
        long id,
        int position,
        long resident,
        long caseFile,
        long fen,
        byte[] payee,
        PaymentState state,
        String reason) {
      this.id = id;
      this.position = position;
      this.resident = resident;
      this.caseFile = caseFile;
      this.fen = fen;
      this.payee = payee.clone();
      this.state = state;
      this.reason = reason;
    }

    public long id() {
      return id;
    }

    public int position() {
      return position;
    }

    public long resident() {
      return resident;
    }

    public long caseFile() {
      return caseFile;
    }

    public long fen() {
      return fen;
    }

    public byte[] payee() {
      return payee.clone();
    }

    public PaymentState state() {
      return state;
    }

    public String reason() {
      return reason;
    }
  }

  /** What one fund bears of a payment. */
  public record PartRow(
      long payment, int position, long available, long payable, long paid, long fen) {}

  /** Of two that pay for one purpose and month at once, the second waits here for the first. */
  public void takeTurn(String what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 9704))")
        .param("what", "payments " + what)
        .query()
        .listOfRows();
  }

  /** What a sealed payee belongs to: elsewhere it does not open. */
  public static byte[] bound(long payment) {
    return ("ledger.payment.payee " + payment).getBytes(StandardCharsets.UTF_8);
  }

  public Optional<Made> made(String key) {
    return jdbc.sql(
            "select id, encode(digest, 'hex') as digest from ledger.payment_batch where key = :key")
        .param("key", key)
        .query((row, number) -> new Made(row.getLong("id"), row.getString("digest")))
        .optional();
  }

  /** Of these cases those that are paid, or about to be, for that month already. */
  public Set<Long> alreadyIn(String purpose, LocalDate month, Collection<Long> cases) {
    return new HashSet<>(
        jdbc.sql(
                """
                select case_file from ledger.payment
                where live and purpose = :purpose and month = :month and case_file = any (:cases)
                """)
            .param("purpose", purpose)
            .param("month", month)
            .param("cases", cases.toArray(Long[]::new))
            .query((row, number) -> row.getLong("case_file"))
            .list());
  }

  /** Numbers for payments to come. */
  public List<Long> numbers(int count) {
    return jdbc.sql(
            """
            select nextval('ledger.payment_id_seq') as id from generate_series(1, :count)
            """)
        .param("count", count)
        .query((row, number) -> row.getLong("id"))
        .list();
  }

  public long add(NewBatch batch, Instant at) {
    return jdbc.sql(
            """
            insert into ledger.payment_batch
              (key, area, purpose, month, title, digest, lines, total, left_out, made_at, sample)
            values (:key, :area, :purpose, :month, :title, decode(:digest, 'hex'), :lines, :total,
                    :leftOut, :at, :sample)
            returning id
            """)
        .param("key", batch.key())
        .param("area", batch.area())
        .param("purpose", batch.purpose())
        .param("month", batch.month())
        .param("title", batch.title())
        .param("digest", batch.digest())
        .param("lines", batch.lines())
        .param("total", batch.total())
        .param("leftOut", batch.leftOut())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("sample", batch.sample())
        .query(Long.class)
        .single();
  }

  public void add(long batch, NewBatch head, List<PaymentRow> payments, List<PartRow> parts) {
    sets.batchUpdate(
        """
        insert into ledger.payment
          (id, batch, area, position, purpose, month, resident, case_file, amount, payee, state, reason)
        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        payments,
        500,
        (statement, one) -> {
          statement.setLong(1, one.id());
          statement.setLong(2, batch);
          statement.setString(3, head.area());
          statement.setInt(4, one.position());
          statement.setString(5, head.purpose());
          statement.setObject(6, head.month());
          statement.setLong(7, one.resident());
          statement.setLong(8, one.caseFile());
          statement.setLong(9, one.fen());
          statement.setBytes(10, one.payee());
          statement.setString(11, one.state().name());
          statement.setString(12, one.reason());
        });
    jdbc.sql(
            """
            insert into ledger.payment_part
              (payment, area, position, available, payable, paid, amount)
            select p.payment, :area, p.position, p.available, p.payable, p.paid, p.amount
            from unnest(:payments::bigint[], :positions::int[], :available::bigint[],
                        :payable::bigint[], :paid::bigint[], :amounts::bigint[])
                 as p (payment, position, available, payable, paid, amount)
            """)
        .param("area", head.area())
        .param("payments", longs(parts, PartRow::payment))
        .param("positions", parts.stream().map(PartRow::position).toArray(Integer[]::new))
        .param("available", longs(parts, PartRow::available))
        .param("payable", longs(parts, PartRow::payable))
        .param("paid", longs(parts, PartRow::paid))
        .param("amounts", longs(parts, PartRow::fen))
        .update();
  }

  private static Long[] longs(List<PartRow> parts, Function<PartRow, Long> column) {
    return parts.stream().map(column).toArray(Long[]::new);
  }

  /** Keeps everybody else from exporting or settling this batch; false where it is not in scope. */
  public boolean lock(long batch) {
    return jdbc.sql("select 1 as one from ledger.payment_batch where id = :id for update")
        .param("id", batch)
        .query((row, number) -> row.getInt("one"))
        .optional()
        .isPresent();
  }

  /** Payments of a batch that went, or are to go, to the bank, in their order. */
  public List<PaymentRow> toPay(long batch) {
    return jdbc.sql(
            """
            select id, position, resident, case_file, amount, payee, state, reason
            from ledger.payment where batch = :batch and state <> 'LEFT_OUT' order by position
            """)
        .param("batch", batch)
        .query((row, number) -> payment(row))
        .list();
  }

  public Optional<PaymentRow> payment(long id) {
    return jdbc.sql(
            """
            select id, position, resident, case_file, amount, payee, state, reason
            from ledger.payment where id = :id for update
            """)
        .param("id", id)
        .query((row, number) -> payment(row))
        .optional();
  }

  static PaymentRow payment(ResultSet row) throws SQLException {
    return new PaymentRow(
        row.getLong("id"),
        row.getInt("position"),
        row.getLong("resident"),
        row.getLong("case_file"),
        row.getLong("amount"),
        row.getBytes("payee"),
        PaymentState.valueOf(row.getString("state")),
        row.getString("reason"));
  }

  public List<PartRow> parts(Collection<Long> payments) {
    return jdbc.sql(
            """
            select payment, position, available, payable, paid, amount from ledger.payment_part
            where payment = any (:payments) order by payment, position
            """)
        .param("payments", payments.toArray(Long[]::new))
        .query((row, number) ->
            new PartRow(
                row.getLong("payment"),
                row.getInt("position"),
                row.getLong("available"),
                row.getLong("payable"),
                row.getLong("paid"),
                row.getLong("amount")))
        .list();
  }

  /** The first export: what the file was, for ever. */
  public void sent(long batch, String charset, String digest, Instant at) {
    jdbc.sql(
            """
            update ledger.payment_batch
            set charset = :charset, file_digest = decode(:digest, 'hex'), exported_at = :at
            where id = :batch and exported_at is null
            """)
        .param("charset", charset)
        .param("digest", digest)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("batch", batch)
        .update();
    jdbc.sql("update ledger.payment set state = 'SENT' where batch = :batch and state = 'READY'")
        .param("batch", batch)
        .update();
  }

  /** What becomes of a payment. */
  public record Settled(long payment, PaymentState state, String reason, LocalDate on) {}

  public void settle(List<Settled> settled) {
    jdbc.sql(
            """
            update ledger.payment p set state = s.state, reason = s.reason, settled_on = s.day
            from unnest(:ids::bigint[], :states::text[], :reasons::text[], :days::date[])
                 as s (id, state, reason, day)
            where p.id = s.id
            """)
        .param("ids", settled.stream().map(Settled::payment).toArray(Long[]::new))
        .param("states", settled.stream().map(one -> one.state().name()).toArray(String[]::new))
        .param("reasons", settled.stream().map(Settled::reason).toArray(String[]::new))
        .param("days", settled.stream().map(one -> one.on().toString()).toArray(String[]::new))
        .update();
  }

  /** A reply that was read before, by its digest. */
  public Optional<BankReply> reply(long batch, String digest) {
    return jdbc.sql(
            """
            select id, rows, paid, refused, missing from ledger.bank_reply
            where batch = :batch and digest = decode(:digest, 'hex')
            """)
        .param("batch", batch)
        .param("digest", digest)
        .query((row, number) -> reply(row))
        .optional()
        .map(one -> withFaults(one));
  }

  /** Replies of a batch, newest first. */
  public List<BankReply> replies(long batch) {
    return jdbc
        .sql(
            """
            select id, rows, paid, refused, missing from ledger.bank_reply
            where batch = :batch order by id desc limit 20
            """)
        .param("batch", batch)
        .query((row, number) -> reply(row))
        .list()
        .stream()
        .map(this::withFaults)
        .toList();
  }

  private static BankReply reply(ResultSet row) throws SQLException {
    return new BankReply(
        row.getLong("id"),
        row.getInt("rows"),
        row.getInt("paid"),
        row.getInt("refused"),
        row.getInt("missing"),
        List.of());
  }

  private BankReply withFaults(BankReply one) {
    List<BankReply.Fault> faults =
        jdbc.sql(
                """
                select line, payment, said from ledger.bank_reply_fault
                where reply = :reply order by position
                """)
            .param("reply", one.id())
            .query((row, number) ->
                new BankReply.Fault(
                    row.getInt("line"), row.getString("payment"), row.getString("said")))
            .list();
    return new BankReply(one.id(), one.rows(), one.paid(), one.refused(), one.missing(), faults);
  }

  /** Keeps what reading a reply did and gives its number. */
  public long addReply(
      long batch, String area, String digest, String file, BankReply done, Instant at) {
    long reply =
        jdbc.sql(
                """
                insert into ledger.bank_reply
                  (batch, area, digest, file_name, rows, paid, refused, faults, missing, read_at)
                values (:batch, :area, decode(:digest, 'hex'), :file, :rows, :paid, :refused, :faults,
                        :missing, :at)
                returning id
                """)
            .param("batch", batch)
            .param("area", area)
            .param("digest", digest)
            .param("file", file)
            .param("rows", done.rows())
            .param("paid", done.paid())
            .param("refused", done.refused())
            .param("faults", done.faults().size())
            .param("missing", done.missing())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    List<Object[]> rows = new ArrayList<>();
    for (BankReply.Fault one : done.faults()) {
      rows.add(new Object[] {reply, area, rows.size() + 1, one.line(), one.payment(), one.said()});
    }
    sets.batchUpdate(
        """
        insert into ledger.bank_reply_fault (reply, area, position, line, payment, said)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
    return reply;
  }
}
