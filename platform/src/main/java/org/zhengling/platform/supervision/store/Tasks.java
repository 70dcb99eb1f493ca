package org.zhengling.platform.supervision.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.clauses.DocumentPublished;
import org.zhengling.platform.supervision.Progress;

/** Tasks, their split to areas, and the reports on them. */
@Repository
public class Tasks {
  private final JdbcClient jdbc;

  Tasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes a task of the published edition; one that exists keeps its areas and reports, and stays
   * ended until {@link #setEnding} says otherwise.
   */
  public void put(DocumentPublished document, OrderedTask task, int position) {
    jdbc.sql(
            """
            insert into supervision.task
              (id, document, clause_path, edition, position, title, lead, responsible, deadline,
               deadline_text, starts_on, sample)
            values (:id, :document, :clause, :edition, :position, :title, :lead, :responsible,
                    :deadline, :deadlineText, :startsOn, :sample)
            on conflict (id) do update set
              edition = excluded.edition, position = excluded.position, title = excluded.title,
              lead = excluded.lead, responsible = excluded.responsible,
              deadline = excluded.deadline, deadline_text = excluded.deadline_text,
              starts_on = excluded.starts_on, sample = excluded.sample
            """)
        .param("id", task.id())
        .param("document", document.number())
        .param("clause", task.clause().text())
        .param("edition", document.edition())
        .param("position", position)
        .param("title", task.text())
        .param("lead", task.lead().toArray(String[]::new))
        .param("responsible", task.responsible().toArray(String[]::new))
        .param("deadline", DeadlineCode.print(task.deadline()))
        .param("deadlineText", task.deadlineText())
        .param("startsOn", document.startsOn())
        .param("sample", document.sample())
        .update();
  }

  /** Ends the tasks that a new edition no longer orders. */
  public void endOthers(DocumentPublished document, String ground, Instant at) {
    jdbc.sql(
            """
            with ended as (
              update supervision.task set ended_on = :on, ended_by = :ground
              where document = :document and edition < :edition
                and (ended_on is null or ended_on > :on)
              returning id)
            insert into supervision.task_change (task, what, on_day, ground, recorded_at)
            select id, 'ENDED', :on, :ground, cast(:at as timestamptz) from ended
            """)
        .param("on", document.inForceFrom())
        .param("ground", ground)
        .param("document", document.number())
        .param("edition", document.edition())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** A task of the newest edition, with the day and ground of its ending where it has one. */
  public record Running(String id, String clause, @Nullable LocalDate endedOn, String endedBy) {}

  /** Every task that the newest edition of a document orders. */
  public List<Running> ofCurrentEdition(String document) {
    return jdbc.sql(
            """
            select id, clause_path, ended_on, ended_by from supervision.task
            where document = :document
              and edition = (select max(edition) from supervision.task where document = :document)
            order by position
            """)
        .param("document", document)
        .query((row, number) ->
            new Running(
                row.getString("id"),
                row.getString("clause_path"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by")))
        .list();
  }

  /** Gives a task its ending, or takes it back; what was so already leaves no trace. */
  public void setEnding(
      Running task, @Nullable LocalDate on, String ground, LocalDate today, Instant at) {
    if (Objects.equals(task.endedOn(), on) && task.endedBy().equals(ground)) {
      return;
    }
    jdbc.sql("update supervision.task set ended_on = :on, ended_by = :ground where id = :id")
        .param("on", on)
        .param("ground", ground)
        .param("id", task.id())
        .update();
    jdbc.sql(
            """
            insert into supervision.task_change (task, what, on_day, ground, recorded_at)
            values (:task, :what, :on, :ground, :at)
            """)
        .param("task", task.id())
        .param("what", on == null ? "RESUMED" : "ENDED")
        .param("on", on == null ? today : on)
        .param("ground", ground)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Who gives a task to an area. */
  public enum Origin {
    /** The document names it. */
    ORDER,
    /** The supervision office. */
    SPLIT
  }

  /**
   * Gives a task to an area; one that has it already keeps its reports and learns who acts now, one
   * that had lost it goes on.
   */
  public void assign(
      String task, String area, String unit, Origin origin, LocalDate on, Instant at) {
    jdbc.sql(
            """
            with before as (
              select id, area from supervision.assignment
              where task = :task and area = :area and ended_on is not null),
            resumed as (
              insert into supervision.assignment_change
                (assignment, area, what, on_day, ground, recorded_at)
              select id, area, 'RESUMED', :on, '', cast(:at as timestamptz) from before)
            insert into supervision.assignment (task, area, unit, created_at, named, split)
            values (:task, :area, :unit, :at, :named, :split)
            on conflict (task, area) do update set
              unit = excluded.unit, named = assignment.named or excluded.named,
              split = assignment.split or excluded.split, ended_on = null, ended_by = ''
            """)
        .param("task", task)
        .param("area", area)
        .param("unit", unit)
        .param("named", origin == Origin.ORDER)
        .param("split", origin == Origin.SPLIT)
        .param("on", on)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Ends the parts of areas that the order no longer names, unless the office gave them. */
  public void endUnnamed(
      String task, Collection<String> named, LocalDate on, String ground, Instant at) {
    String[] areas = named.toArray(String[]::new);
    jdbc.sql(
            """
            update supervision.assignment set named = false
            where task = :task and named and area <> all (:areas)
            """)
        .param("task", task)
        .param("areas", areas)
        .update();
    jdbc.sql(
            """
            with ended as (
              update supervision.assignment set ended_on = :on, ended_by = :ground
              where task = :task and not named and not split and ended_on is null
              returning id, area)
            insert into supervision.assignment_change
              (assignment, area, what, on_day, ground, recorded_at)
            select id, area, 'ENDED', :on, :ground, cast(:at as timestamptz) from ended
            """)
        .param("task", task)
        .param("on", on)
        .param("ground", ground)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Area of a running assignment that the scope in force can see. */
  public Optional<String> areaOf(long assignment, LocalDate today) {
    return jdbc.sql(
            """
            select area from supervision.assignment
            where id = ? and (ended_on is null or ended_on > ?)
            """)
        .param(assignment)
        .param(today)
        .query(String.class)
        .optional();
  }

  /** One line in the history of an assignment; nothing is ever overwritten. */
  public void report(
      long assignment,
      String area,
      Progress progress,
      String note,
      Instant at,
      long person,
      String post,
      boolean sample) {
    jdbc.sql(
            """
            insert into supervision.report
              (assignment, area, percent, note, reported_on, reported_at, person, post, sample)
            values (:assignment, :area, :percent, :note, :on, :at, :person, :post, :sample)
            """)
        .param("assignment", assignment)
        .param("area", area)
        .param("percent", progress.percent())
        .param("note", note)
        .param("on", progress.reportedOn())
        .param("at", Timestamp.from(at))
        .param("person", person)
        .param("post", post)
        .param("sample", sample)
        .update();
  }

  /** Ids of tasks in force, for a generator of sample reports and for tests. */
  public List<String> ids(LocalDate today) {
    return jdbc.sql(
            """
            select id from supervision.task where ended_on is null or ended_on > ? order by id
            """)
        .param(today)
        .query((row, number) -> row.getString("id"))
        .list();
  }
}
