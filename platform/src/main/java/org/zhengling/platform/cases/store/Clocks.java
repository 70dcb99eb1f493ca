package org.zhengling.platform.cases.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.time.Budget;
import org.zhengling.platform.cases.ClockRule;
import org.zhengling.platform.cases.Doer;
import org.zhengling.platform.cases.Ground;
import org.zhengling.platform.cases.Rung;

/** Clocks of cases, what happened to them, and the days that follow from both. */
@Repository
public class Clocks {
  private final JdbcClient jdbc;

  Clocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A clock as it is kept.
   *
   * @param suspended it stands still and no day can be told
   * @param dueOn projected; absent while no day can be told
   * @param missingYear projected: the year whose holiday table is missing
   */
  public record ClockRow(
      long id,
      long caseFile,
      String name,
      String title,
      Budget budget,
      ClauseId clause,
      Set<Rung> rungs,
      LocalDate startedOn,
      @Nullable LocalDate stoppedOn,
      boolean suspended,
      @Nullable LocalDate dueOn,
      @Nullable Integer missingYear) {}

  /** What may happen to a clock. */
  public enum What {
    START,
    SUSPEND,
    RESUME,
    STOP
  }

  /**
   * Something that happened to a clock.
   *
   * @param ground of a suspension or of its end, else absent
   * @param limit of a suspension that ends by itself, else absent
   * @param clause of a suspension, else absent
   */
  public record ActRow(
      long clock,
      int seq,
      What what,
      LocalDate on,
      @Nullable Ground ground,
      @Nullable Budget limit,
      @Nullable ClauseId clause,
      String note,
      String personName,
      String postTitle,
      Instant at) {}

  private static final String COLUMNS =
      """
      id, case_file, name, title, budget, clause_document, clause_path, rungs, started_on,
      stopped_on, suspended, due_on, missing_year
      """;

  private static ClockRow clock(ResultSet row, int number) throws SQLException {
    return new ClockRow(
        row.getLong("id"),
        row.getLong("case_file"),
        row.getString("name"),
        row.getString("title"),
        Budgets.read(row.getString("budget")),
        new ClauseId(
            row.getString("clause_document"), new ClausePath(row.getString("clause_path"))),
        rungs(row.getArray("rungs")),
        row.getObject("started_on", LocalDate.class),
        row.getObject("stopped_on", LocalDate.class),
        row.getBoolean("suspended"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("missing_year", Integer.class));
  }

  private static Set<Rung> rungs(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray())
        .map(Rung::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rung.class)));
  }

  /** Every clock of the cases, in the order in which they started. */
  public List<ClockRow> of(Collection<Long> cases) {
    return jdbc.sql(
            "select " + COLUMNS + " from cases.clock where case_file = any (:cases) order by id")
        .param("cases", cases.toArray(Long[]::new))
        .query(Clocks::clock)
        .list();
  }

  /** The running clocks of a case, locked until the transaction ends. */
  public List<ClockRow> lockRunning(long caseFile) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from cases.clock where case_file = :case and stopped_on is null order by id for update
                """)
        .param("case", caseFile)
        .query(Clocks::clock)
        .list();
  }

  /** Some running clocks after a number, in the order of their numbers, locked. */
  public List<ClockRow> lockRunningAfter(long id, int atMost) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from cases.clock where id > :id and stopped_on is null
                order by id limit :atMost for update
                """)
        .param("id", id)
        .param("atMost", atMost)
        .query(Clocks::clock)
        .list();
  }

  /** What happened to the clocks, in order. */
  public List<ActRow> acts(Collection<Long> clocks) {
    return jdbc.sql(
            """
            select clock, seq, what, on_day, ground, limit_budget, clause_document, clause_path, note,
                   person_name, post_title, at
            from cases.clock_act where clock = any (:clocks) order by clock, seq
            """)
        .param("clocks", clocks.toArray(Long[]::new))
        .query(Clocks::act)
        .list();
  }

  private static ActRow act(ResultSet row, int number) throws SQLException {
    String ground = row.getString("ground");
    String limit = row.getString("limit_budget");
    String document = row.getString("clause_document");
    return new ActRow(
        row.getLong("clock"),
        row.getInt("seq"),
        What.valueOf(row.getString("what")),
        row.getObject("on_day", LocalDate.class),
        ground == null ? null : Ground.valueOf(ground),
        limit == null ? null : Budgets.read(limit),
        document == null
            ? null
            : new ClauseId(document, new ClausePath(row.getString("clause_path"))),
        row.getString("note"),
        row.getString("person_name"),
        row.getString("post_title"),
        row.getTimestamp("at").toInstant());
  }

  /** A clock with its rungs; empty where one of this name runs already in the case. */
  public Optional<Long> add(long caseFile, ClockRule rule, LocalDate startedOn) {
    Optional<Long> id =
        jdbc.sql(
                """
                insert into cases.clock
                  (case_file, name, title, budget, clause_document, clause_path, rungs, started_on)
                values (:case, :name, :title, :budget, :document, :path, :rungs, :startedOn)
                on conflict (case_file, name) where stopped_on is null do nothing
                returning id
                """)
            .param("case", caseFile)
            .param("name", rule.name())
            .param("title", rule.title())
            .param("budget", Budgets.print(rule.budget()))
            .param("document", rule.clause().document())
            .param("path", rule.clause().path().text())
            .param("rungs", names(rule.rungs()))
            .param("startedOn", startedOn)
            .query(Long.class)
            .optional();
    id.ifPresent(clock ->
        jdbc.sql(
                """
                insert into cases.rung (clock, case_file, rung)
                select :clock, :case, rung from unnest(:rungs::text[]) rung
                """)
            .param("clock", clock)
            .param("case", caseFile)
            .param("rungs", names(rule.rungs()))
            .update());
    return id;
  }

  private static String[] names(Set<Rung> rungs) {
    return rungs.stream().map(Rung::name).sorted().toArray(String[]::new);
  }

  public void append(long caseFile, ActRow act, Doer doer) {
    ClauseId clause = act.clause();
    Ground ground = act.ground();
    Budget limit = act.limit();
    jdbc.sql(
            """
            insert into cases.clock_act
              (clock, case_file, seq, what, on_day, ground, limit_budget, clause_document, clause_path,
               note, person_name, post_title, at)
            values (:clock, :case, :seq, :what, :on, :ground, :limit, :document, :path, :note,
               :personName, :postTitle, :at)
            """)
        .param("clock", act.clock())
        .param("case", caseFile)
        .param("seq", act.seq())
        .param("what", act.what().name())
        .param("on", act.on())
        .param("ground", ground == null ? null : ground.name(), Types.VARCHAR)
        .param("limit", limit == null ? null : Budgets.print(limit), Types.VARCHAR)
        .param("document", clause == null ? null : clause.document(), Types.VARCHAR)
        .param("path", clause == null ? null : clause.path().text(), Types.VARCHAR)
        .param("note", act.note())
        .param("personName", doer.name())
        .param("postTitle", doer.postTitle())
        .param("at", act.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The days that follow from what happened to a clock. */
  public record Projection(
      @Nullable LocalDate stoppedOn,
      boolean suspended,
      @Nullable LocalDate dueOn,
      @Nullable Integer missingYear) {}

  public void project(long clock, Projection to) {
    jdbc.sql(
            """
            update cases.clock set
              stopped_on = :stoppedOn, suspended = :suspended, due_on = :dueOn, missing_year = :missing
            where id = :clock
            """)
        .param("stoppedOn", to.stoppedOn(), Types.DATE)
        .param("suspended", to.suspended())
        .param("dueOn", to.dueOn(), Types.DATE)
        .param("missing", to.missingYear(), Types.INTEGER)
        .param("clock", clock)
        .update();
  }

  /** From when on a rung is due; one that was reached already keeps its day. */
  public void projectRung(long clock, Rung rung, @Nullable LocalDate dueOn) {
    jdbc.sql(
            """
            update cases.rung set due_on = :dueOn
            where clock = :clock and rung = :rung and fired_at is null
            """)
        .param("dueOn", dueOn, Types.DATE)
        .param("clock", clock)
        .param("rung", rung.name())
        .update();
  }

  /** The first day of its running clocks counts for the case; without one it is sorted last. */
  public void projectCase(long caseFile) {
    jdbc.sql(
            """
            update cases.case_file f set
              due_on = coalesce(c.due_on, date '9999-12-31'),
              due_class = case when c.due_on is not null then 0 when c.suspended then 2 else 1 end
            from (select min(due_on) as due_on, coalesce(bool_or(suspended), false) as suspended
                  from cases.clock where case_file = :case and stopped_on is null) c
            where f.id = :case
            """)
        .param("case", caseFile)
        .update();
  }

  /** The holiday tables that the projected days follow; empty before any were used. */
  public String calendarUsed() {
    return jdbc.sql("select version from cases.calendar_used")
        .query(String.class)
        .optional()
        .orElse("");
  }

  public void useCalendar(String version, Instant at) {
    jdbc.sql(
            """
            insert into cases.calendar_used (version, used_at) values (:version, :at)
            on conflict (single_row) do update set version = excluded.version, used_at = excluded.used_at
            """)
        .param("version", version)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
