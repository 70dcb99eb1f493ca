package org.zhengling.platform.audit.store;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.audit.Entry;
import org.zhengling.platform.keys.Sm3;

/** The sixteen chains: only ever longer. */
@Component
public class Entries {
  public static final int STREAMS = 16;

  private final JdbcClient jdbc;
  private final AtomicInteger turns = new AtomicInteger();

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The end of a chain.
   *
   * @param digest of its last entry; zeros while there is none
   */
  public record Head(int stream, long length, String digest) {}

  /** A chain of our own until the transaction ends: a free one, or the one it already has. */
  public Head takeStream() {
    return takeStream(Math.floorMod(turns.getAndIncrement(), STREAMS));
  }

  /** The same, this one first. */
  public Head takeStream(int first) {
    return jdbc.sql("select number, length, head from audit.take_stream(?::smallint)")
        .param(first)
        .query((row, number) ->
            new Head(
                row.getInt("number"),
                row.getLong("length"),
                HexFormat.of().formatHex(row.getBytes("head"))))
        .single();
  }

  public void add(Entry entry) {
    jdbc.sql(
            """
            insert into audit.entry
              (stream, seq, previous, digest, canonical, at, actor, actor_name, post, post_title,
               area, act, about, purpose, case_number, subjects, refused, details)
            values
              (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(values(entry))
        .update();
  }

  /**
   * Adds it in one statement behind an end that is known from before.
   *
   * @return false where that end moved meanwhile or is held: nothing was added
   */
  public boolean addBehind(Head known, Entry entry) {
    List<Object> values =
        new ArrayList<>(
            List.of(known.stream(), known.length(), HexFormat.of().parseHex(known.digest())));
    values.addAll(values(entry));
    return jdbc.sql(
                """
                with held as materialized (select audit.hold_stream(?::smallint, ?, ?) as free)
                insert into audit.entry
                  (stream, seq, previous, digest, canonical, at, actor, actor_name, post, post_title,
                   area, act, about, purpose, case_number, subjects, refused, details)
                select ?::smallint, ?::bigint, ?::bytea, ?::bytea, ?::bytea, ?::timestamptz, ?::bigint,
                       ?::text, ?::bigint, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text,
                       ?::bigint[], ?::text, ?::bytea
                from held where free
                """)
            .params(values)
            .update()
        == 1;
  }

  /** In the order of the columns. */
  private static List<Object> values(Entry entry) {
    byte[] canonical = entry.canonical();
    HexFormat hex = HexFormat.of();
    return List.of(
        entry.stream(),
        entry.seq(),
        hex.parseHex(entry.previous()),
        Sm3.of(canonical),
        canonical,
        entry.at().atOffset(ZoneOffset.UTC),
        typed(Types.BIGINT, entry.actor()),
        entry.actorName(),
        typed(Types.BIGINT, entry.post()),
        entry.postTitle(),
        entry.area(),
        entry.act(),
        entry.about(),
        entry.purpose(),
        typed(Types.VARCHAR, entry.caseNumber()),
        entry.subjects().toArray(new Long[0]),
        typed(Types.VARCHAR, entry.refused()),
        typed(Types.BINARY, entry.details() == null ? null : hex.parseHex(entry.details())));
  }

  private static SqlParameterValue typed(int type, @Nullable Object value) {
    return new SqlParameterValue(type, value);
  }
}
