package org.zhengling.platform.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.time.DeadlineCode;
import org.zhengling.platform.supervision.Assignment;
import org.zhengling.platform.supervision.Progress;
import org.zhengling.platform.supervision.SupervisedTask;

/** Tasks, assignments and reports, for reading. */
@Repository
public class TaskViews {
  private final JdbcClient jdbc;

  TaskViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line of the history of an assignment. */
  public record HistoryLine(
      int percent, String note, LocalDate reportedOn, Instant reportedAt, String post) {}

  /** Tasks that run on that day. */
  public List<SupervisedTask> tasks(LocalDate today) {
    return jdbc.sql(
            """
            select id, document, clause_path, title, lead, responsible, deadline, deadline_text,
                   starts_on, sample
            from supervision.task where ended_on is null or ended_on > ?
            order by document, position
            """)
        .param(today)
        .query(TaskViews::task)
        .list();
  }

  private static SupervisedTask task(ResultSet row, int number) throws SQLException {
    return new SupervisedTask(
        row.getString("id"),
        row.getString("document"),
        row.getString("clause_path"),
        row.getString("title"),
        List.of((String[]) row.getArray("lead").getArray()),
        List.of((String[]) row.getArray("responsible").getArray()),
        DeadlineCode.parse(row.getString("deadline")),
        row.getString("deadline_text"),
        row.getObject("starts_on", LocalDate.class),
        row.getBoolean("sample"));
  }

  /** Running assignments with their reports, those of the scope in force. */
  public List<Assignment> assignments(LocalDate today) {
    return progress(
        today,
        """
        select a.id as assignment, a.task, a.area, a.unit, r.percent, r.reported_on
        from supervision.assignment a
        left join supervision.report r on r.assignment = a.id
        where a.ended_on is null or a.ended_on > ?
        order by a.id, r.id
        """);
  }

  /** Running assignments of the whole city with what everybody may read of their reports. */
  public List<Assignment> publicAssignments(LocalDate today) {
    return progress(
        today,
        """
        select assignment, task, area, unit, percent, reported_on
        from supervision.public_progress()
        where ended_on is null or ended_on > ?
        """);
  }

  private List<Assignment> progress(LocalDate today, String sql) {
    Map<Long, Assignment> assignments = new LinkedHashMap<>();
    Map<Long, List<Progress>> reports = new LinkedHashMap<>();
    jdbc.sql(sql)
        .param(today)
        .query(row -> {
          long id = row.getLong("assignment");
          assignments.computeIfAbsent(id, key -> head(row, key));
          LocalDate on = row.getObject("reported_on", LocalDate.class);
          if (on != null) {
            reports
                .computeIfAbsent(id, key -> new ArrayList<>())
                .add(new Progress(row.getInt("percent"), on));
          }
        });
    return assignments.values().stream()
        .map(one ->
            new Assignment(
                one.id(),
                one.task(),
                one.area(),
                one.unit(),
                reports.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Assignment head(ResultSet row, long id) {
    try {
      return new Assignment(
          id, row.getString("task"), row.getString("area"), row.getString("unit"), List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe a column was renamed: assignment " + id, e);
    }
  }

  /** Newest first. */
  public List<HistoryLine> history(long assignment) {
    return jdbc.sql(
            """
            select percent, note, reported_on, reported_at, post
            from supervision.report where assignment = ? order by id desc
            """)
        .param(assignment)
        .query((row, number) ->
            new HistoryLine(
                row.getInt("percent"),
                row.getString("note"),
                row.getObject("reported_on", LocalDate.class),
                row.getTimestamp("reported_at").toInstant(),
                row.getString("post")))
        .list();
  }
}
