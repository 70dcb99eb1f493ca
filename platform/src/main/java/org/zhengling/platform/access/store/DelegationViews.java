package org.zhengling.platform.access.store;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts that were lent, as pages show them. */
@Component
public class DelegationViews {
  private static final RowMapper<Delegation> DELEGATION =
      (row, number) ->
          new Delegation(
              row.getLong("id"),
              row.getString("title"),
              row.getString("area_name"),
              row.getString("lender"),
              row.getLong("lender_id"),
              row.getString("delegate"),
              row.getLong("delegate_id"),
              row.getObject("held_from", LocalDate.class),
              row.getObject("held_to", LocalDate.class).minusDays(1),
              row.getBoolean("mine"));

  private final JdbcClient jdbc;

  DelegationViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A post that was lent.
   *
   * @param title of the post, with its mark of a delegation
   * @param lastDay inclusive, as pages say it; before {@code from} when it ended before it began
   * @param mine lent to the person asked about, else lent by them
   */
  public record Delegation(
      long id,
      String title,
      String areaName,
      String lender,
      long lenderId,
      String delegate,
      long delegateId,
      LocalDate from,
      LocalDate lastDay,
      boolean mine) {

    public boolean over(LocalDate today) {
      return lastDay.isBefore(today) || lastDay.isBefore(from);
    }
  }

  /** Everybody whose name stands there. */
  public static List<Long> people(List<Delegation> delegations) {
    return delegations.stream()
        .flatMap(one -> Stream.of(one.lenderId(), one.delegateId()))
        .distinct()
        .toList();
  }

  /** What a person lent and was lent, wherever those posts are; the newest first. */
  public List<Delegation> of(long person) {
    return jdbc.sql(
            """
            select id, title, area_name, lender, lender_id, delegate, delegate_id, held_from, held_to, mine
            from access.delegations_of(:person)
            """)
        .param("person", person)
        .query(DELEGATION)
        .list();
  }

  /** Those of the scope, the newest first. */
  public List<Delegation> inScope() {
    return jdbc.sql(
            """
            select p.id, p.title, a.name as area_name, l.name as lender, l.id as lender_id,
                   w.name as delegate, w.id as delegate_id, p.held_from, p.held_to, false as mine
            from access.post p
            join access.post o on o.id = p.lent_from
            join access.person l on l.id = o.person
            join access.person w on w.id = p.person
            join access.area a on a.code = p.area
            order by p.held_from desc, p.id desc
            """)
        .query(DELEGATION)
        .list();
  }
}
