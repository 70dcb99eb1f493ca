package org.zhengling.platform.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enquiries that stand out, within the scope in force; nobody who was asked about is named. */
@Component
public class AnomalyViews {
  private static final int MOST = 100;

  private final JdbcClient jdbc;

  AnomalyViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An officer who asked about many; {@code middle} is the median of all officers. */
  public record Officer(String name, String post, long residents, long middle) {}

  /** Some enquiries of one officer for one case. */
  public record Some(String name, String post, String caseNumber, long enquiries) {}

  public List<Officer> farAbove(Instant since, int times, int atLeast) {
    return jdbc.sql(
            """
            with officers as (
              select person, max(person_name) as name, max(post_title) as post,
                     count(distinct resident) as residents
              from exchange.enquiry where asked_at >= :since group by person),
            middle as (
              select percentile_disc(0.5) within group (order by residents) as value from officers)
            select name, post, residents, value from officers, middle
            where residents >= :least and residents > :times * value
            order by residents desc limit :most
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("least", atLeast)
        .param("times", times)
        .param("most", MOST)
        .query((row, number) ->
            new Officer(
                row.getString("name"),
                row.getString("post"),
                row.getLong("residents"),
                row.getLong("value")))
        .list();
  }

  public List<Some> outsideHours(Instant since, int firstHour, int lastHour) {
    return jdbc.sql(
            """
            select person_name, post_title, case_number, count(*) as n
            from exchange.enquiry
            where asked_at >= :since
              and (extract(hour from asked_at at time zone 'Asia/Shanghai') < :first
                or extract(hour from asked_at at time zone 'Asia/Shanghai') >= :last
                or extract(isodow from asked_at at time zone 'Asia/Shanghai') > 5)
            group by person, person_name, post_title, case_number
            order by n desc, case_number limit :most
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("first", firstHour)
        .param("last", lastHour)
        .param("most", MOST)
        .query(AnomalyViews::some)
        .list();
  }

  public List<Some> unopened(Instant since, Instant until) {
    return jdbc.sql(
            """
            select e.person_name, e.post_title, e.case_number, count(*) as n
            from exchange.enquiry e
            where e.asked_at >= :since and e.asked_at < :until
              and not exists (
                select 1 from exchange.look l
                where l.case_file = e.case_file and l.looked_at >= e.asked_at)
            group by e.person, e.person_name, e.post_title, e.case_number
            order by n desc, e.case_number limit :most
            """)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .query(AnomalyViews::some)
        .list();
  }

  private static Some some(ResultSet row, int number) throws SQLException {
    return new Some(
        row.getString("person_name"),
        row.getString("post_title"),
        row.getString("case_number"),
        row.getLong("n"));
  }
}
