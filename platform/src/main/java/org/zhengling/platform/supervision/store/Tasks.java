package org.zhengling.platform.supervision.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

  /** Writes a task of the published edition; one that exists keeps its areas and reports. */
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
              starts_on = excluded.starts_on, sample = excluded.sample, ended_on = null
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
  public void endOthers(String document, int edition, LocalDate on) {
    jdbc.sql(
            """
            update supervision.task set ended_on = :on
            where document = :document and edition < :edition and ended_on is null
            """)
        .param("on", on)
        .param("document", document)
        .param("edition", edition)
        .update();
  }

  /** Gives a task to an area; one that has it already keeps its reports and learns who acts now. */
  public void assign(String task, String area, String unit, Instant at) {
    jdbc.sql(
            """
            insert into supervision.assignment (task, area, unit, created_at)
            values (:task, :area, :unit, :at)
            on conflict (task, area) do update set unit = excluded.unit
            where assignment.unit <> excluded.unit
            """)
        .param("task", task)
        .param("area", area)
        .param("unit", unit)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Area of an assignment that the scope in force can see. */
  public Optional<String> areaOf(long assignment) {
    return jdbc.sql("select area from supervision.assignment where id = ?")
        .param(assignment)
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
  public List<String> ids() {
    return jdbc.sql("select id from supervision.task where ended_on is null order by id")
        .query((row, number) -> row.getString("id"))
        .list();
  }
}
