package org.zhengling.platform.ledger.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.ledger.Movement;
import org.zhengling.platform.ledger.Outcome;

/**
 * Writing to the ledger: accounts are locked in their order, and all lines of a posting go in one
 * statement.
 */
@Repository
public class Transfers {
  private final JdbcClient jdbc;
  private final JdbcTemplate sets;

  Transfers(JdbcClient jdbc, JdbcTemplate sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  /** An account that nobody else changes until this transaction ends. */
  public record Locked(long id, String asset, String pot, @Nullable Long floor, long amount) {}

  /**
   * A hold.
   *
   * @param open what it still holds
   */
  public record HoldRow(
      String key, long from, long held, long open, LocalDate until, @Nullable Long caseFile) {}

  /**
   * A line that stands in the ledger.
   *
   * @param free it may be reversed: not reversed yet, and no reversal itself
   */
  public record Written(
      long id,
      long from,
      long to,
      long amount,
      @Nullable Long caseFile,
      @Nullable String hold,
      boolean free) {}

  /** A line that is about to be written. */
  public record Line(
      String entry,
      int part,
      String content,
      Movement movement,
      long from,
      long to,
      long amount,
      long fromAfter,
      long toAfter,
      String about,
      @Nullable Long caseFile,
      @Nullable String hold,
      @Nullable LocalDate until,
      @Nullable Long reverses) {}

  /** A posting that was done. */
  public record BatchRow(long id, String digest) {}

  /** Of two that post under one key at once, the second waits here for the first. */
  public void takeTurn(String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 9704))")
        .param("key", "ledger " + key)
        .query()
        .listOfRows();
  }

  public Optional<BatchRow> batch(String key) {
    return jdbc.sql("select id, encode(digest, 'hex') as digest from ledger.batch where key = :key")
        .param("key", key)
        .query((row, number) -> new BatchRow(row.getLong("id"), row.getString("digest")))
        .optional();
  }

  /** What a posting rejected, by position from 1. */
  public Map<Integer, Outcome.Rejected> rejections(long batch) {
    Map<Integer, Outcome.Rejected> found = new TreeMap<>();
    jdbc.sql(
            """
            select position, entry, reason, said from ledger.rejection where batch = :batch
            """)
        .param("batch", batch)
        .query(row -> {
          found.put(
              row.getInt("position"),
              new Outcome.Rejected(
                  row.getString("entry"),
                  Outcome.Reason.valueOf(row.getString("reason")),
                  row.getString("said")));
        });
    return found;
  }

  /** Those that are there and in scope, locked until the transaction ends. */
  public Map<Long, Locked> lock(Collection<Long> ids) {
    return jdbc
        .sql("select id, asset, pot, floor, amount from ledger.lock_accounts(:ids)")
        .param("ids", ids.stream().sorted().toArray(Long[]::new))
        .query((row, number) ->
            new Locked(
                row.getLong("id"),
                row.getString("asset"),
                row.getString("pot"),
                row.getObject("floor", Long.class),
                row.getLong("amount")))
        .list()
        .stream()
        .collect(Collectors.toMap(Locked::id, Function.identity()));
  }

  /** Digest of the content of each entry that is posted already. */
  public Map<String, String> known(Collection<String> entries) {
    Map<String, String> known = new HashMap<>();
    jdbc.sql(
            """
            select entry, encode(content, 'hex') as content from ledger.transfer
            where entry = any (:entries) and part = 1
            """)
        .param("entries", entries.toArray(String[]::new))
        .query(row -> {
          known.put(row.getString("entry"), row.getString("content"));
        });
    return known;
  }

  public Map<String, HoldRow> holds(Collection<String> keys) {
    return jdbc
        .sql(
            """
            select key, from_account, held_account, open_amount, until, case_file
            from ledger.hold where key = any (:keys)
            """)
        .param("keys", keys.toArray(String[]::new))
        .query((row, number) -> hold(row))
        .list()
        .stream()
        .collect(Collectors.toMap(HoldRow::key, Function.identity()));
  }

  /** Holds whose last day is over and that still hold something, at most so many. */
  public List<HoldRow> expired(LocalDate today, int atMost) {
    return jdbc.sql(
            """
            select key, from_account, held_account, open_amount, until, case_file
            from ledger.hold where open_amount > 0 and until < :today
            order by until, key limit :atMost
            """)
        .param("today", today)
        .param("atMost", atMost)
        .query((row, number) -> hold(row))
        .list();
  }

  private static HoldRow hold(ResultSet row) throws SQLException {
    return new HoldRow(
        row.getString("key"),
        row.getLong("from_account"),
        row.getLong("held_account"),
        row.getLong("open_amount"),
        row.getObject("until", LocalDate.class),
        row.getObject("case_file", Long.class));
  }

  /** Lines of entries, in their order. */
  public Map<String, List<Written>> lines(Collection<String> entries) {
    Map<String, List<Written>> lines = new HashMap<>();
    jdbc.sql(
            """
            select t.entry, t.id, t.from_account, t.to_account, t.amount, t.case_file, t.hold,
                   t.reverses is null
                     and not exists (select 1 from ledger.transfer r where r.reverses = t.id) as free
            from ledger.transfer t where t.entry = any (:entries) order by t.entry, t.part
            """)
        .param("entries", entries.toArray(String[]::new))
        .query(row -> {
          lines
              .computeIfAbsent(row.getString("entry"), key -> new java.util.ArrayList<>())
              .add(
                  new Written(
                      row.getLong("id"),
                      row.getLong("from_account"),
                      row.getLong("to_account"),
                      row.getLong("amount"),
                      row.getObject("case_file", Long.class),
                      row.getString("hold"),
                      row.getBoolean("free")));
        });
    return lines;
  }

  /** The head of a posting. */
  public long addBatch(
      String key,
      String area,
      String about,
      String digest,
      List<Outcome> outcomes,
      LocalDate day,
      Instant at) {
    long rejected = outcomes.stream().filter(Outcome.Rejected.class::isInstance).count();
    long batch =
        jdbc.sql(
                """
                insert into ledger.batch (key, area, about, digest, entries, rejected, day, posted_at)
                values (:key, :area, :about, decode(:digest, 'hex'), :entries, :rejected, :day, :at)
                returning id
                """)
            .param("key", key)
            .param("area", area)
            .param("about", about)
            .param("digest", digest)
            .param("entries", outcomes.size())
            .param("rejected", (int) rejected)
            .param("day", day)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    if (rejected > 0) {
      addRejections(batch, area, outcomes);
    }
    return batch;
  }

  private void addRejections(long batch, String area, List<Outcome> outcomes) {
    List<Integer> positions = new java.util.ArrayList<>();
    List<Outcome.Rejected> rejected = new java.util.ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Rejected one) {
        positions.add(i + 1);
        rejected.add(one);
      }
    }
    jdbc.sql(
            """
            insert into ledger.rejection (batch, position, area, entry, reason, said)
            select :batch, r.position, :area, r.entry, r.reason, r.said
            from unnest(:positions::int[], :entries::text[], :reasons::text[], :said::text[])
              as r (position, entry, reason, said)
            """)
        .param("batch", batch)
        .param("area", area)
        .param("positions", positions.toArray(Integer[]::new))
        .param("entries", rejected.stream().map(Outcome.Rejected::key).toArray(String[]::new))
        .param("reasons", rejected.stream().map(one -> one.reason().name()).toArray(String[]::new))
        .param("said", rejected.stream().map(Outcome.Rejected::said).toArray(String[]::new))
        .update();
  }

  /** All lines in one statement, in their order. */
  public void write(long batch, LocalDate day, List<Line> lines) {
    Long written =
        sets.execute((ConnectionCallback<Long>) connection -> write(connection, batch, day, lines));
    if (Objects.requireNonNull(written) != lines.size()) {
      throw new IllegalStateException(
          "Maybe an account vanished: " + written + " of " + lines.size() + " lines");
    }
  }

  private static long write(Connection connection, long batch, LocalDate day, List<Line> lines)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select ledger.write_transfers(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, batch);
      statement.setObject(2, day);
      Columns columns = new Columns(connection, lines);
      statement.setArray(3, columns.of("text", Line::entry));
      statement.setArray(4, columns.of("int4", Line::part));
      statement.setArray(5, columns.of("text", Line::content));
      statement.setArray(6, columns.of("text", line -> line.movement().name()));
      statement.setArray(7, columns.of("int8", Line::from));
      statement.setArray(8, columns.of("int8", Line::to));
      statement.setArray(9, columns.of("int8", Line::amount));
      statement.setArray(10, columns.of("int8", Line::fromAfter));
      statement.setArray(11, columns.of("int8", Line::toAfter));
      statement.setArray(12, columns.of("text", Line::about));
      statement.setArray(13, columns.of("int8", Line::caseFile));
      statement.setArray(14, columns.of("text", Line::hold));
      statement.setArray(15, columns.of("date", Transfers::lastDay));
      statement.setArray(16, columns.of("int8", Line::reverses));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getLong(1);
      }
    }
  }

  private static @Nullable Date lastDay(Line line) {
    return line.until() == null ? null : Date.valueOf(line.until());
  }

  /** The lines, column by column. */
  private record Columns(Connection connection, List<Line> lines) {
    Array of(String type, Function<Line, @Nullable Object> value) throws SQLException {
      @Nullable Object[] values = new @Nullable Object[lines.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(lines.get(i));
      }
      return connection.createArrayOf(type, values);
    }
  }
}
