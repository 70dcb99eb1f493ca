package org.zhengling.platform.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.Answered;
import org.zhengling.platform.exchange.Asked;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.Looks;
import org.zhengling.platform.exchange.Looks.Look;

/** Who looked at residents' data, and what must not be told yet. */
@Component
public class LookRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  LookRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Somebody opened the answers to these enquiries. */
  public void add(List<Asked> opened, SignedIn by, String why, Instant at) {
    batches.batchUpdate(
        """
        insert into exchange.look
          (enquiry, area, case_file, resident, looked_at, person, person_name, post_title, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        opened.stream()
            .map(one ->
                new Object[] {
                  one.id(),
                  one.inCase().area(),
                  one.inCase().file(),
                  one.resident(),
                  at.atOffset(ZoneOffset.UTC),
                  by.personId(),
                  by.name(),
                  by.post().title(),
                  why
                })
            .toList());
  }

  public void delay(Looks.Delay delay, SignedIn by, Instant at) {
    jdbc.sql(
            """
            insert into exchange.disclosure_delay
              (resident, case_file, area, clause, ground, until_day, entered_by, entered_name,
               entered_at)
            values (:resident, :case, :area, :clause, :ground, :until, :by, :name, :at)
            """)
        .param("resident", delay.resident())
        .param("case", delay.inCase().file())
        .param("area", delay.inCase().area())
        .param("clause", delay.clause().strip())
        .param("ground", delay.ground().strip())
        .param("until", delay.until())
        .param("by", by.personId())
        .param("name", by.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Which looks are told. */
  public enum Which {
    /** Those that the resident may know of today. */
    DISCLOSED,
    ALL
  }

  public List<Look> ofResident(long resident, Which which, LocalDate today, int most) {
    return looks("e.resident = :id", "l.resident = :id", resident, which, today, most);
  }

  public List<Look> ofCase(long file, Which which, LocalDate today, int most) {
    return looks("e.case_file = :id", "l.case_file = :id", file, which, today, most);
  }

  private List<Look> looks(
      String asked, String opened, long id, Which which, LocalDate today, int most) {
    return jdbc.sql(
            """
            with asked as (
              select e.id, e.resident, e.case_file, e.case_number, e.asked_at as at, e.person_name,
                     e.post_title, 'ASKED' as kind, '' as why, e.source, e.purpose,
                     a.outcome, coalesce(a.records, 0) as records
              from exchange.enquiry e
              left join lateral (
                select outcome, records from exchange.answer
                where enquiry = e.id order by id desc limit 1) a on true
              where %1$s),
            opened as (
              select e.id, l.resident, l.case_file, e.case_number, l.looked_at as at, l.person_name,
                     l.post_title, 'OPENED' as kind, l.why, e.source, e.purpose,
                     a.outcome, coalesce(a.records, 0) as records
              from exchange.look l
              join exchange.enquiry e on e.id = l.enquiry
              left join lateral (
                select outcome, records from exchange.answer
                where enquiry = e.id order by id desc limit 1) a on true
              where %2$s)
            select v.id, v.resident, v.case_number, v.at, v.person_name, v.post_title, v.kind, v.why,
                   v.outcome, v.records, s.name as source_name, s.department, s.items, p.name as purpose,
                   p.clause
            from (select * from asked union all select * from opened) v
            join exchange.source s on s.slug = v.source
            join exchange.legal_purpose p on p.slug = v.purpose
            where :all or not exists (
              select 1 from exchange.disclosure_delay d
              where d.resident = v.resident and d.case_file = v.case_file and d.until_day > :today)
            order by v.at desc, v.id desc
            limit :most
            """
                .formatted(asked, opened))
        .param("id", id)
        .param("all", which == Which.ALL)
        .param("today", today)
        .param("most", most)
        .query(LookRows::look)
        .list();
  }

  private static Look look(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new Look(
        row.getLong("id"),
        row.getLong("resident"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Look.Kind.valueOf(row.getString("kind")),
        row.getString("person_name"),
        row.getString("post_title"),
        row.getString("purpose"),
        row.getString("clause"),
        row.getString("why"),
        row.getString("case_number"),
        row.getString("department"),
        row.getString("source_name"),
        CatalogueForm.items(row.getString("items")).stream().map(Item::name).toList(),
        outcome == null ? null : Answered.Outcome.valueOf(outcome),
        row.getInt("records"));
  }
}
