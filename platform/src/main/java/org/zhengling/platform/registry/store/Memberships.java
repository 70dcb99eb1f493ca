package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.registry.By;
import org.zhengling.platform.registry.Membership;
import org.zhengling.platform.registry.Relation;

/** Who belongs to which household on which days; the database keeps the days apart. */
@Repository
public class Memberships {
  private static final String COLUMNS =
      """
      select m.id, m.household, m.holder, m.relation, lower(m.period) as from_day,
             upper(m.period) as to_day, m.ground
      from registry.membership m
      where m.withdrawn_at is null and
      """;

  private final JdbcClient jdbc;

  Memberships(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Violates a constraint where the person is in a household, or the household has a head. */
  public long add(
      long household, long resident, Relation relation, LocalDate from, String ground, By by) {
    return jdbc.sql(
            """
            insert into registry.membership
              (household, resident, holder, relation, period, ground, entered_at, entered_by,
               entered_post)
            values (:household, :resident, :resident, :relation, daterange(:from, null), :ground,
                    :at, :person, :post)
            returning id
            """)
        .param("household", household)
        .param("resident", resident)
        .param("relation", relation.name())
        .param("from", from)
        .param("ground", ground)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .query(Long.class)
        .single();
  }

  /** False where it has ended or was withdrawn. */
  public boolean end(long id, LocalDate to, String ground) {
    return jdbc.sql(
                """
                update registry.membership
                set period = daterange(lower(period), :to), left_ground = :ground
                where id = :id and upper_inf(period) and withdrawn_at is null
                """)
            .param("id", id)
            .param("to", to)
            .param("ground", ground)
            .update()
        == 1;
  }

  /** False where it was withdrawn. */
  public boolean withdraw(long id, String ground, Instant at) {
    return jdbc.sql(
                """
                update registry.membership set withdrawn_at = :at, left_ground = :ground
                where id = :id and withdrawn_at is null
                """)
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("ground", ground)
            .update()
        == 1;
  }

  private static Membership row(ResultSet row, int number) throws SQLException {
    return new Membership(
        row.getLong("id"),
        row.getLong("household"),
        row.getLong("holder"),
        Relation.valueOf(row.getString("relation")),
        new DateRange(
            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
        row.getString("ground"));
  }

  public Optional<Membership> byId(long id) {
    return jdbc.sql(COLUMNS + " m.id = :id and not isempty(m.period)")
        .param("id", id)
        .query(Memberships::row)
        .optional();
  }

  /** Head first, then in the order of entry. */
  public List<Membership> members(Collection<Long> households, LocalDate day) {
    return jdbc.sql(
            COLUMNS
                + """
                 m.household = any (:households) and m.period @> :day::date
                order by m.household, m.relation <> 'HEAD', m.id
                """)
        .param("households", households.toArray(Long[]::new))
        .param("day", day)
        .query(Memberships::row)
        .list();
  }

  /** Where these people belong that day; by the kept ones. */
  public List<Membership> of(Collection<Long> residents, LocalDate day) {
    return jdbc.sql(
            COLUMNS + " m.holder = any (:residents) and m.period @> :day::date order by m.id")
        .param("residents", residents.toArray(Long[]::new))
        .param("day", day)
        .query(Memberships::row)
        .list();
  }

  /** Of a household, latest first. */
  public List<Membership> history(long household) {
    return jdbc.sql(
            COLUMNS
                + " m.household = :household and not isempty(m.period)"
                + " order by lower(m.period) desc, m.id desc")
        .param("household", household)
        .query(Memberships::row)
        .list();
  }

  /** Of a person, latest first. */
  public List<Membership> historyOf(long resident) {
    return jdbc.sql(
            COLUMNS
                + " m.holder = :resident and not isempty(m.period)"
                + " order by lower(m.period) desc, m.id desc")
        .param("resident", resident)
        .query(Memberships::row)
        .list();
  }
}
