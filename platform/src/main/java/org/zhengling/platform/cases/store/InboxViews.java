package org.zhengling.platform.cases.store;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Inbox.Place;

/** Open cases in the order of their clocks. */
@Repository
public class InboxViews {
  /** How a case without a last day is sorted. */
  public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

  private static final String WHERE =
      """
      where phase = 'OPEN'
        and (:desk::text is null
             or (desk_area = :deskArea and desk = :desk
                 and (desk_post is null or desk_post = :deskPost))
             or id in (select r.case_file from cases.opinion_request r
                       where r.area = :opinionArea and r.answered_seq is null
                         and (r.department is null or r.department = :department)))
        and (:procedure::text is null or procedure = :procedure)
        and (:area::text is null or area = :area)
        and (:dueClass::int is null or (due_class = :dueClass and due_on between :from and :to))
      """;

  private final JdbcClient jdbc;

  InboxViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The desk of one post.
   *
   * @param opinionArea whose opinions the post gives; absent where it gives none
   * @param department its unit; absent for a post of an area as a whole
   */
  public record Desk(
      String area,
      PostKind kind,
      long post,
      @Nullable String opinionArea,
      @Nullable String department) {}

  /** Days of one class, both within. */
  public record Range(int dueClass, LocalDate from, LocalDate to) {}

  /** Which cases; what is absent limits nothing. */
  public record Filter(
      @Nullable Desk desk,
      @Nullable String procedure,
      @Nullable String area,
      @Nullable Range range) {}

  /** A case with its place in the order. */
  public record Row(CaseFile caseFile, Place place) {}

  public List<Row> page(Filter filter, Place after, int atMost) {
    return filtered(
            "select "
                + CaseFiles.COLUMNS
                + ", due_class, due_on from cases.case_file "
                + WHERE
                + """
                  and (due_class, due_on, id) > (:afterClass, :afterDay, :afterId)
                order by due_class, due_on, id limit :atMost
                """,
            filter)
        .param("afterClass", after.dueClass())
        .param("afterDay", after.dueOn())
        .param("afterId", after.id())
        .param("atMost", atMost)
        .query((row, number) ->
            new Row(
                CaseFiles.read(row, number),
                new Place(
                    row.getInt("due_class"),
                    row.getObject("due_on", LocalDate.class),
                    row.getLong("id"))))
        .list();
  }

  /** How many of each group, groups without any left out. */
  public Map<WorkGroup, Long> counts(Filter filter, LocalDate today, LocalDate soon) {
    Map<WorkGroup, Long> counts = new EnumMap<>(WorkGroup.class);
    filtered(
            """
            select case when due_class = 2 then 'SUSPENDED' when due_class = 1 then 'NO_DAY'
                        when due_on < :today then 'OVERDUE' when due_on = :today then 'TODAY'
                        when due_on <= :soon then 'SOON' else 'LATER' end as work_group,
                   count(*) as number
            from cases.case_file
            """
                + WHERE
                + " group by 1",
            filter)
        .param("today", today)
        .param("soon", soon)
        .query((row, number) ->
            Map.entry(WorkGroup.valueOf(row.getString("work_group")), row.getLong("number")))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
    Desk desk = filter.desk();
    Range range = filter.range();
    return jdbc.sql(sql)
        .param("desk", desk == null ? null : desk.kind().name(), Types.VARCHAR)
        .param("deskArea", desk == null ? null : desk.area(), Types.VARCHAR)
        .param("deskPost", desk == null ? null : desk.post(), Types.BIGINT)
        .param("opinionArea", desk == null ? null : desk.opinionArea(), Types.VARCHAR)
        .param("department", desk == null ? null : desk.department(), Types.VARCHAR)
        .param("procedure", filter.procedure(), Types.VARCHAR)
        .param("area", filter.area(), Types.VARCHAR)
        .param("dueClass", range == null ? null : range.dueClass(), Types.INTEGER)
        .param("from", range == null ? null : range.from(), Types.DATE)
        .param("to", range == null ? null : range.to(), Types.DATE);
  }
}
