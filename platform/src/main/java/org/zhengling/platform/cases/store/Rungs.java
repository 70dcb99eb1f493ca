package org.zhengling.platform.cases.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.cases.Rung;

/** Rungs of clocks: which are due, and which were told. */
@Repository
public class Rungs {
  private final JdbcClient jdbc;

  Rungs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A rung that was reached. */
  public record FiredRung(long clock, Rung rung, LocalDate firedOn) {}

  public List<FiredRung> fired(Collection<Long> clocks) {
    return jdbc.sql(
            """
            select clock, rung, fired_on from cases.rung
            where clock = any (:clocks) and fired_at is not null order by fired_at, due_on
            """)
        .param("clocks", clocks.toArray(Long[]::new))
        .query((row, number) ->
            new FiredRung(
                row.getLong("clock"),
                Rung.valueOf(row.getString("rung")),
                row.getObject("fired_on", LocalDate.class)))
        .list();
  }

  /** A rung that waits to be told. */
  public record DueRung(long clock, long caseFile, Rung rung, LocalDate dueOn) {
    /** Before every rung there is. */
    public static final DueRung NONE = new DueRung(0, 0, Rung.HALF, LocalDate.of(1900, 1, 1));
  }

  /** Some rungs that are due by a day and come after one, in the order of their days. */
  public List<DueRung> due(LocalDate by, DueRung after, int atMost) {
    return jdbc.sql(
            """
            select clock, case_file, rung, due_on from cases.rung
            where fired_at is null and due_on <= :by
              and (due_on, clock, rung) > (:afterDay, :afterClock, :afterRung)
            order by due_on, clock, rung limit :atMost
            """)
        .param("by", by)
        .param("afterDay", after.dueOn())
        .param("afterClock", after.clock())
        .param("afterRung", after.rung().name())
        .param("atMost", atMost)
        .query((row, number) ->
            new DueRung(
                row.getLong("clock"),
                row.getLong("case_file"),
                Rung.valueOf(row.getString("rung")),
                row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /** True for exactly one caller: the rung was still due and is told from now on. */
  public boolean fire(DueRung rung, LocalDate on, Instant at) {
    return jdbc.sql(
                """
                update cases.rung set fired_on = :on, fired_at = :at
                where clock = :clock and rung = :rung and fired_at is null and due_on <= :on
                """)
            .param("on", on)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("clock", rung.clock())
            .param("rung", rung.rung().name())
            .update()
        == 1;
  }
}
