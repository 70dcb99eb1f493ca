package org.zhengling.platform.audit.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.audit.Entry;

/** Recorded acts, for those who may read them; who may not gets no row. */
@Component
public class EntryViews {
  private static final String COLUMNS =
      """
      select stream, seq, previous, digest, canonical, at, actor, actor_name, post, post_title,
             area, act, about, purpose, case_number, subjects, refused, details
      from audit.entry
      """;

  private final JdbcClient jdbc;

  EntryViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is looked for; an absent part limits nothing.
   *
   * @param person number of somebody who acted or whose data were concerned
   * @param name part of the name of who acted
   * @param before first moment that is not asked for any more
   */
  public record Wanted(
      @Nullable Long person,
      @Nullable String name,
      @Nullable String caseNumber,
      @Nullable String act,
      Outcome outcome,
      @Nullable Instant from,
      @Nullable Instant before) {}

  /** Whether the act was done. */
  public enum Outcome {
    ANY,
    DONE,
    REFUSED
  }

  /** A row as it lies there: the entry by its columns, and the bytes and digest beside them. */
  public record Stored(Entry entry, String digest, String canonical) {}

  /** Until the end of the transaction: the acts of the areas in the scope. */
  public void openScope() {
    open("scope");
  }

  /** Until the end of the transaction: every act, for checking the chains. */
  public void openEverything() {
    open("everything");
  }

  private void open(String what) {
    jdbc.sql("select set_config('zl.audit', ?, true)").param(what).query().listOfRows();
  }

  /** Newest first. */
  public List<Entry> find(Wanted wanted, int atMost, long skipped) {
    return jdbc
        .sql(
            COLUMNS
                + """
                where (:person::bigint is null or actor = :person
                       or (subjects <> '{}' and subjects @> array[:person::bigint]))
                  and (:name::text is null or position(:name::text in actor_name) > 0)
                  and (:case::text is null or case_number = :case)
                  and (:act::text is null or act = :act)
                  and (:outcome = 'ANY' or (refused is not null) = (:outcome = 'REFUSED'))
                  and (:from::timestamptz is null or at >= :from)
                  and (:before::timestamptz is null or at < :before)
                order by at desc, stream, seq
                limit :most offset :skipped
                """)
        .param("person", wanted.person(), java.sql.Types.BIGINT)
        .param("name", wanted.name(), java.sql.Types.VARCHAR)
        .param("case", wanted.caseNumber(), java.sql.Types.VARCHAR)
        .param("act", wanted.act(), java.sql.Types.VARCHAR)
        .param("outcome", wanted.outcome().name())
        .param("from", moment(wanted.from()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("before", moment(wanted.before()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", atMost)
        .param("skipped", skipped)
        .query(EntryViews::stored)
        .list()
        .stream()
        .map(Stored::entry)
        .toList();
  }

  /** Acts of one kind that concerned any of these persons, newest first. */
  public List<Entry> looks(List<Long> subjects, String act, int atMost) {
    return jdbc
        .sql(
            COLUMNS
                + """
                where subjects <> '{}' and subjects && :subjects and act = :act
                order by at desc, stream, seq
                limit :most
                """)
        .param("subjects", subjects.toArray(Long[]::new))
        .param("act", act)
        .param("most", atMost)
        .query(EntryViews::stored)
        .list()
        .stream()
        .map(Stored::entry)
        .toList();
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** A chain from there on, in its order. */
  public List<Stored> chain(int stream, long after, int atMost) {
    return jdbc.sql(COLUMNS + "where stream = ? and seq > ? order by seq limit ?")
        .params(stream, after, atMost)
        .query(EntryViews::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    HexFormat hex = HexFormat.of();
    byte[] details = row.getBytes("details");
    Array subjects = row.getArray("subjects");
    Entry entry =
        new Entry(
            row.getInt("stream"),
            row.getLong("seq"),
            hex.formatHex(row.getBytes("previous")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("actor", Long.class),
            row.getString("actor_name"),
            row.getObject("post", Long.class),
            row.getString("post_title"),
            row.getString("area"),
            row.getString("act"),
            row.getString("about"),
            row.getString("purpose"),
            row.getString("case_number"),
            List.of((Long[]) subjects.getArray()),
            row.getString("refused"),
            Optional.ofNullable(details).map(hex::formatHex).orElse(null));
    return new Stored(
        entry, hex.formatHex(row.getBytes("digest")), hex.formatHex(row.getBytes("canonical")));
  }
}
