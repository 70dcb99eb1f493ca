package org.zhengling.platform.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.Answer;
import org.zhengling.platform.exchange.Answered;
import org.zhengling.platform.exchange.Asked;
import org.zhengling.platform.exchange.CaseReference;

/** The chain of every source: enquiries and answers, one after the other, only ever longer. */
@Component
public class Chains {
  private static final String ASKED =
      """
      select id, source, seq, previous, digest, asked_at, area, case_file, case_number, resident,
             purpose, agreement, authorised_by, person, person_name, post, post_title,
             request_digest
      from exchange.enquiry
      """;
  private static final String ANSWERED =
      """
      select id, enquiry, source, seq, previous, digest, answered_at, area, case_file, resident,
             outcome, as_of, reason, explanation, records, tries, reply_digest, letter_number,
             letter_on, letter_digest, entered_by, entered_name
      from exchange.answer
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  Chains(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * The end of a chain.
   *
   * @param digest of its last link; zeros while there is none
   */
  public record Head(long length, String digest) {}

  /** A link as it lies there, with the digest beside it. */
  public record Stored<T>(T link, String digest) {}

  /** Numbers for so many messages. */
  public List<Long> numbers(int count) {
    return jdbc.sql("select nextval('exchange.message_id') from generate_series(1, ?)")
        .param(count)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** The chain is the caller's until the transaction ends; several are taken in order of name. */
  public Head take(String source) {
    return jdbc.sql("select length, head from exchange.take_chain(?)")
        .param(source)
        .query((row, number) -> new Head(row.getLong("length"), hex(row, "head")))
        .single();
  }

  public Head head(String source) {
    return jdbc.sql("select length, head from exchange.chain where source = ?")
        .param(source)
        .query((row, number) -> new Head(row.getLong("length"), hex(row, "head")))
        .single();
  }

  public void addAsked(List<Asked> links) {
    batches.batchUpdate(
        """
        insert into exchange.enquiry
          (id, source, seq, previous, digest, asked_at, area, case_file, case_number, resident,
           purpose, agreement, authorised_by, person, person_name, post, post_title,
           request_digest)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        links.stream()
            .map(one ->
                new Object[] {
                  one.id(),
                  one.source(),
                  one.seq(),
                  bytes(one.previous()),
                  bytes(one.digest()),
                  one.at().atOffset(ZoneOffset.UTC),
                  one.inCase().area(),
                  one.inCase().file(),
                  one.inCase().number(),
                  one.resident(),
                  one.purpose(),
                  typed(Types.BIGINT, one.agreement()),
                  typed(Types.BIGINT, one.authorisation()),
                  one.person(),
                  one.personName(),
                  one.post(),
                  one.postTitle(),
                  bytes(one.requestDigest())
                })
            .toList());
  }

  public void addAnswered(List<Answered> links) {
    batches.batchUpdate(
        """
        insert into exchange.answer
          (id, enquiry, source, seq, previous, digest, answered_at, area, case_file, resident,
           outcome, as_of, reason, explanation, records, tries, reply_digest, letter_number,
           letter_on, letter_digest, entered_by, entered_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        links.stream().map(Chains::row).toList());
  }

  private static Object[] row(Answered one) {
    Answered.LetterHead letter = one.letter();
    Answer.Reason reason = one.reason();
    return new Object[] {
      one.id(),
      one.enquiry(),
      one.source(),
      one.seq(),
      bytes(one.previous()),
      bytes(one.digest()),
      one.at().atOffset(ZoneOffset.UTC),
      one.inCase().area(),
      one.inCase().file(),
      one.inCase().resident(),
      one.outcome().name(),
      typed(Types.DATE, one.asOf()),
      typed(Types.VARCHAR, reason == null ? null : reason.name()),
      one.explanation(),
      one.records(),
      one.tries(),
      bytes(one.replyDigest()),
      typed(Types.VARCHAR, letter == null ? null : letter.number()),
      typed(Types.DATE, letter == null ? null : letter.date()),
      typed(Types.VARCHAR, letter == null ? null : letter.digest()),
      typed(Types.BIGINT, letter == null ? null : letter.person()),
      typed(Types.VARCHAR, letter == null ? null : letter.personName())
    };
  }

  private static SqlParameterValue typed(int type, @Nullable Object value) {
    return new SqlParameterValue(type, value);
  }

  public Optional<Asked> asked(long enquiry) {
    return jdbc.sql(ASKED + "where id = ?")
        .param(enquiry)
        .query(Chains::readAsked)
        .optional()
        .map(Stored::link);
  }

  /** Enquiries of a case that have an answer, each with its latest, in the order of asking. */
  public List<Asked> askedInCase(long file) {
    return jdbc
        .sql(ASKED + "where case_file = ? order by id")
        .param(file)
        .query(Chains::readAsked)
        .list()
        .stream()
        .map(Stored::link)
        .toList();
  }

  public List<Answered> answeredInCase(long file) {
    return jdbc
        .sql(ANSWERED + "where case_file = ? order by id")
        .param(file)
        .query(Chains::readAnswered)
        .list()
        .stream()
        .map(Stored::link)
        .toList();
  }

  /** Enquiries of a chain from there on, in its order. */
  public List<Stored<Asked>> asked(String source, long after, long upTo) {
    return jdbc.sql(ASKED + "where source = ? and seq > ? and seq <= ? order by seq")
        .params(source, after, upTo)
        .query(Chains::readAsked)
        .list();
  }

  /** Answers of a chain from there on, in its order. */
  public List<Stored<Answered>> answered(String source, long after, long upTo) {
    return jdbc.sql(ANSWERED + "where source = ? and seq > ? and seq <= ? order by seq")
        .params(source, after, upTo)
        .query(Chains::readAnswered)
        .list();
  }

  private static Stored<Asked> readAsked(ResultSet row, int number) throws SQLException {
    Asked asked =
        new Asked(
            row.getLong("id"),
            row.getString("source"),
            row.getLong("seq"),
            hex(row, "previous"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            new CaseReference(
                row.getLong("case_file"), row.getString("case_number"), row.getString("area")),
            row.getLong("resident"),
            row.getString("purpose"),
            row.getObject("agreement", Long.class),
            row.getObject("authorised_by", Long.class),
            row.getLong("person"),
            row.getString("person_name"),
            row.getLong("post"),
            row.getString("post_title"),
            hex(row, "request_digest"));
    return new Stored<>(asked, hex(row, "digest"));
  }

  private static Stored<Answered> readAnswered(ResultSet row, int number) throws SQLException {
    String letter = row.getString("letter_number");
    String reason = row.getString("reason");
    Answered answered =
        new Answered(
            row.getLong("id"),
            row.getLong("enquiry"),
            row.getString("source"),
            row.getLong("seq"),
            hex(row, "previous"),
            row.getObject("answered_at", OffsetDateTime.class).toInstant(),
            new Answered.CaseFile(
                row.getString("area"), row.getLong("case_file"), row.getLong("resident")),
            Answered.Outcome.valueOf(row.getString("outcome")),
            row.getObject("as_of", LocalDate.class),
            reason == null ? null : Answer.Reason.valueOf(reason),
            row.getString("explanation"),
            row.getInt("records"),
            row.getInt("tries"),
            hex(row, "reply_digest"),
            letter == null
                ? null
                : new Answered.LetterHead(
                    letter,
                    row.getObject("letter_on", LocalDate.class),
                    row.getString("letter_digest"),
                    row.getLong("entered_by"),
                    row.getString("entered_name")));
    return new Stored<>(answered, hex(row, "digest"));
  }

  private static String hex(ResultSet row, String column) throws SQLException {
    return HexFormat.of().formatHex(row.getBytes(column));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
