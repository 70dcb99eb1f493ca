package org.zhengling.platform.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.credit.DishonestyRecord;
import org.zhengling.platform.credit.FinalDecision;
import org.zhengling.platform.credit.RecordState.Checking;
import org.zhengling.platform.credit.RecordState.Step;
import org.zhengling.platform.credit.RecordState.Telling;
import org.zhengling.platform.credit.Standing;
import org.zhengling.platform.credit.Writer;

/** Dishonesty records and their steps, those of the scope in force. */
@Repository
public class CreditRows {
  private final JdbcClient jdbc;

  CreditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty where the same breach of the same case is recorded already. */
  public Optional<Long> add(
      long resident,
      String area,
      @Nullable Long commitment,
      FinalDecision decision,
      LocalDate expiresOn,
      Writer by) {
    return jdbc.sql(
            """
            insert into credit.dishonesty
              (resident, area, commitment, case_file, case_number, kind, clause, decided_on,
               final_on, evidence, evidence_digest, expires_on, entered_at, entered_by,
               entered_post)
            values (:resident, :area, :commitment, :case, :number, :kind, :clause, :decided,
                    :final, :evidence, :digest, :expires, :at, :person, :post)
            on conflict (case_file, resident, kind) do nothing
            returning id
            """)
        .param("resident", resident)
        .param("area", area)
        .param("commitment", commitment, Types.BIGINT)
        .param("case", decision.caseFile())
        .param("number", decision.caseNumber())
        .param("kind", decision.breach().name())
        .param("clause", decision.clause())
        .param("decided", decision.decidedOn())
        .param("final", decision.finalOn())
        .param("evidence", decision.evidence().name())
        .param("digest", HexFormat.of().parseHex(decision.evidenceDigest()))
        .param("expires", expiresOn)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .query(Long.class)
        .optional();
  }

  /** Until the transaction ends nobody else adds a step. */
  public void lock(long record) {
    jdbc.sql("select id from credit.dishonesty where id = :id for update")
        .param("id", record)
        .query()
        .listOfRows();
  }

  public void add(long record, Step step, Writer by) {
    jdbc.sql(
            """
            insert into credit.step
              (record, kind, on_day, detail, entered_at, entered_by, entered_post)
            values (:record, :kind, :on, :detail, :at, :person, :post)
            """)
        .param("record", record)
        .param("kind", kind(step))
        .param("on", step.on())
        .param("detail", detail(step))
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .update();
  }

  /** What others see; follows from the steps. */
  public void project(long record, @Nullable LocalDate standingUntil) {
    jdbc.sql("update credit.dishonesty set standing_until = :until where id = :id")
        .param("until", standingUntil, Types.DATE)
        .param("id", record)
        .update();
  }

  private static String kind(Step step) {
    return switch (step) {
      case Step.Told told -> "TOLD";
      case Step.Objection objection -> "OBJECTED";
      case Step.Rejected rejected -> "REJECTED";
      case Step.TakenBack back -> "WITHDRAWN";
      case Step.MadeGood good -> "REPAIRED";
    };
  }

  private static String detail(Step step) {
    return switch (step) {
      case Step.Told told -> told.how().name();
      case Step.Objection objection -> objection.checking().name();
      case Step.Rejected rejected -> "AS_FOUND";
      case Step.TakenBack back -> "NOT_AS_FOUND";
      case Step.MadeGood good -> "DUTIES_DONE";
    };
  }

  private static Step step(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("on_day", LocalDate.class);
    String detail = row.getString("detail");
    String kind = row.getString("step");
    return switch (kind) {
      case "TOLD" -> new Step.Told(on, Telling.valueOf(detail));
      case "OBJECTED" -> new Step.Objection(on, Checking.valueOf(detail));
      case "REJECTED" -> new Step.Rejected(on);
      case "WITHDRAWN" -> new Step.TakenBack(on);
      case "REPAIRED" -> new Step.MadeGood(on);
      default -> throw new IllegalStateException("Maybe a new kind of step: " + kind);
    };
  }

  private static final String COLUMNS =
      """
      select d.id, d.resident, d.area, coalesce(d.commitment, 0) as commitment, d.case_file,
             d.case_number, d.kind, d.clause, d.decided_on, d.final_on, d.evidence,
             d.evidence_digest, d.expires_on
      from credit.dishonesty d
      """;

  public Optional<DishonestyRecord> byId(long id) {
    return read(jdbc.sql(COLUMNS + "where d.id = :id").param("id", id)).stream().findFirst();
  }

  /** Newest first, those with a smaller number. */
  public List<DishonestyRecord> before(long id, int atMost) {
    return read(
        jdbc.sql(COLUMNS + "where d.id < :id order by d.id desc limit :atMost")
            .param("id", id)
            .param("atMost", atMost));
  }

  /** Those that have effect that day. */
  public List<DishonestyRecord> effective(LocalDate day) {
    return read(
        jdbc.sql(COLUMNS + "where d.standing_until > :day order by d.id").param("day", day));
  }

  private List<DishonestyRecord> read(JdbcClient.StatementSpec statement) {
    List<DishonestyRecord> bare = statement.query((row, number) -> record(row)).list();
    Map<Long, List<Step>> steps = steps(bare.stream().map(DishonestyRecord::id).toList());
    return bare.stream()
        .map(one ->
            new DishonestyRecord(
                one.id(),
                one.resident(),
                one.area(),
                one.commitment(),
                one.decision(),
                one.expiresOn(),
                steps.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Step>> steps(Collection<Long> records) {
    Map<Long, List<Step>> steps = new HashMap<>();
    jdbc.sql(
            """
            select s.record, s.kind as step, s.on_day, s.detail from credit.step s
            where s.record = any (:records) order by s.id
            """)
        .param("records", records.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    steps
                        .computeIfAbsent(row.getLong("record"), key -> new ArrayList<>())
                        .add(step(row)));
    return steps;
  }

  private static DishonestyRecord record(ResultSet row) throws SQLException {
    return new DishonestyRecord(
        row.getLong("id"),
        row.getLong("resident"),
        row.getString("area"),
        row.getLong("commitment"),
        new FinalDecision(
            row.getLong("case_file"),
            row.getString("case_number"),
            FinalDecision.Breach.valueOf(row.getString("kind")),
            row.getString("clause"),
            row.getObject("decided_on", LocalDate.class),
            row.getObject("final_on", LocalDate.class),
            FinalDecision.Paper.valueOf(row.getString("evidence")),
            HexFormat.of().formatHex(row.getBytes("evidence_digest"))),
        row.getObject("expires_on", LocalDate.class),
        List.of());
  }

  /** Of the whole city: clause and last day of the longest record that has effect, or clear. */
  public Standing standing(Collection<Long> residents, LocalDate day) {
    return jdbc.sql("select clause, until_day from credit.standing_of(:who, :day) limit 1")
        .param("who", residents.toArray(Long[]::new))
        .param("day", day)
        .query((row, number) ->
            (Standing)
                new Standing.HasRecord(
                    row.getString("clause"), row.getObject("until_day", LocalDate.class)))
        .optional()
        .orElseGet(Standing.Clear::new);
  }
}
