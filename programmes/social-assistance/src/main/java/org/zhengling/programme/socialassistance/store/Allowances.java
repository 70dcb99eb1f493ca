package org.zhengling.programme.socialassistance.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.quantity.Money;

/** The cases of the allowance as lists and payment runs need them, and the draws of counties. */
@Repository
public class Allowances {
  private final JdbcClient jdbc;

  Allowances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case that was just opened.
   *
   * @param household in the register, as the applicant is
   */
  public record Opened(
      long caseFile,
      String number,
      String area,
      String county,
      long household,
      long applicant,
      LocalDate acceptedOn,
      String state,
      boolean sample) {}

  public void add(Opened one) {
    jdbc.sql(
            """
            insert into social_assistance.allowance
              (case_file, number, area, county, household, applicant, accepted_on, state, sample)
            values (:caseFile, :number, :area, :county, :household, :applicant, :acceptedOn,
                    :state, :sample)
            """)
        .paramSource(one)
        .update();
  }

  /** Follows the case. */
  public void stand(long caseFile, String state) {
    jdbc.sql("update social_assistance.allowance set state = :state where case_file = :id")
        .param("state", state)
        .param("id", caseFile)
        .update();
  }

  /** It was granted: from when on what is paid, and when it is looked at again. */
  public void grant(
      long caseFile, LocalDate on, Money monthly, YearMonth from, LocalDate recheckOn) {
    jdbc.sql(
            """
            update social_assistance.allowance
            set decided_on = :on, monthly_fen = :fen, pays_from = :from, recheck_on = :recheckOn
            where case_file = :id
            """)
        .param("on", on)
        .param("fen", monthly.fen())
        .param("from", from.atDay(1))
        .param("recheckOn", recheckOn)
        .param("id", caseFile)
        .update();
  }

  /** It was refused. */
  public void refuse(long caseFile, LocalDate on) {
    jdbc.sql("update social_assistance.allowance set decided_on = :on where case_file = :id")
        .param("on", on)
        .param("id", caseFile)
        .update();
  }

  /** What is paid to a household in a month. */
  public record Payable(
      long caseFile, String number, String area, long applicant, Money monthly, boolean sample) {}

  /** Every household of a county that is paid in that month, by case. */
  public List<Payable> payable(String county, YearMonth month) {
    return jdbc.sql(
            """
            select case_file, number, area, applicant, monthly_fen, sample
            from social_assistance.allowance
            where county = :county and pays_from <= :month
              and (pays_until is null or pays_until > :month)
            order by case_file
            """)
        .param("county", county)
        .param("month", month.atDay(1))
        .query((row, number) ->
            new Payable(
                row.getLong("case_file"),
                row.getString("number"),
                row.getString("area"),
                row.getLong("applicant"),
                new Money(row.getLong("monthly_fen")),
                row.getBoolean("sample")))
        .list();
  }

  /** A case by its number and its identifier. */
  public record Listed(long caseFile, String number) {}

  /** Cases of a county that are in one of these states and were never listed for a draw. */
  public List<Listed> toDraw(String county, List<String> states) {
    return jdbc.sql(
            """
            select a.case_file, a.number from social_assistance.allowance a
            where a.county = :county and a.state = any (:states)
              and not exists (
                select 1 from social_assistance.visit_draw d
                where d.area = :county and a.number = any (d.listed))
            order by a.number
            """)
        .param("county", county)
        .param("states", states.toArray(String[]::new))
        .query((row, number) -> new Listed(row.getLong("case_file"), row.getString("number")))
        .list();
  }

  /**
   * A draw as it was made.
   *
   * @param listDigest SM3 of the numbers, one a line
   */
  public record Draw(
      String area,
      LocalDate on,
      int percent,
      String seed,
      List<String> listed,
      String listDigest,
      List<String> drawn,
      long person,
      String post) {}

  public void add(Draw draw) {
    jdbc.sql(
            """
            insert into social_assistance.visit_draw
              (area, drawn_on, percent, seed, listed, list_digest, drawn, person, post)
            values (:area, :on, :percent, :seed, :listed, :digest, :drawn, :person, :post)
            """)
        .param("area", draw.area())
        .param("on", draw.on())
        .param("percent", draw.percent())
        .param("seed", draw.seed())
        .param("listed", draw.listed().toArray(String[]::new))
        .param("digest", draw.listDigest())
        .param("drawn", draw.drawn().toArray(String[]::new))
        .param("person", draw.person())
        .param("post", draw.post())
        .update();
  }

  /** Draws of a county, newest first. */
  public List<Draw> draws(String county) {
    return jdbc.sql(
            """
            select area, drawn_on, percent, seed, listed, list_digest, drawn, person, post
            from social_assistance.visit_draw where area = ? order by id desc
            """)
        .param(county)
        .query((row, number) ->
            new Draw(
                row.getString("area"),
                row.getObject("drawn_on", LocalDate.class),
                row.getInt("percent"),
                row.getString("seed"),
                List.of((String[]) row.getArray("listed").getArray()),
                row.getString("list_digest"),
                List.of((String[]) row.getArray("drawn").getArray()),
                row.getLong("person"),
                row.getString("post")))
        .list();
  }
}
