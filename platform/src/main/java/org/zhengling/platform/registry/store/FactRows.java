package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.registry.By;
import org.zhengling.platform.registry.FactKind;

/** Dated facts as they lie in the table; personal ones sealed. */
@Repository
public class FactRows {
  private final JdbcClient jdbc;

  FactRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row; exactly one of value and sealed is there.
   *
   * @param standing no later row corrects it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by id alone
  public record Row(
      long id,
      long subject,
      String kind,
      String chinese,
      @Nullable String value,
      byte @Nullable [] sealed,
      DateRange days,
      String source,
      @Nullable Long corrects,
      String ground,
      boolean standing,
      Instant enteredAt,
      String enteredPost) {}

  /** What is written. */
  @SuppressWarnings("ArrayRecordComponent") // written once and never compared
  public record Draft(
      long id,
      long subject,
      String kind,
      @Nullable String value,
      byte @Nullable [] sealed,
      DateRange days,
      String source,
      @Nullable Long corrects,
      String ground) {}

  /** The first to name a kind owns it; answers who does. */
  public String owner(FactKind kind) {
    jdbc.sql(
            """
            insert into registry.fact_kind (name, chinese, owner, personal)
            values (:name, :chinese, :owner, :personal)
            on conflict (name) do nothing
            """)
        .param("name", kind.name())
        .param("chinese", kind.chinese())
        .param("owner", kind.owner())
        .param("personal", kind.secrecy() == FactKind.Secrecy.PERSONAL)
        .update();
    return jdbc.sql("select owner from registry.fact_kind where name = :name")
        .param("name", kind.name())
        .query(String.class)
        .single();
  }

  /** False where the row that it corrects was corrected already. */
  public boolean add(Draft draft, By by) {
    return jdbc.sql(
                """
                insert into registry.fact
                  (id, subject, kind, value, sealed, from_day, to_day, source, corrects, ground,
                   entered_at, entered_by, entered_post)
                values (:id, :subject, :kind, :value, :sealed, :from, :to, :source, :corrects,
                        :ground, :at, :person, :post)
                on conflict (corrects) do nothing
                """)
            .param("id", draft.id())
            .param("subject", draft.subject())
            .param("kind", draft.kind())
            .param("value", draft.value(), Types.VARCHAR)
            .param("sealed", draft.sealed(), Types.BINARY)
            .param("from", draft.days().from())
            .param("to", draft.days().to(), Types.DATE)
            .param("source", draft.source())
            .param("corrects", draft.corrects(), Types.BIGINT)
            .param("ground", draft.ground())
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .update()
        == 1;
  }

  private static final String COLUMNS =
      """
      select f.id, f.subject, f.kind, k.chinese, f.value, f.sealed, f.from_day, f.to_day, f.source,
             f.corrects, f.ground, f.entered_at, f.entered_post,
             not exists (select 1 from registry.fact c where c.corrects = f.id) as standing
      from registry.fact f join registry.fact_kind k on k.name = f.kind
      """;

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("subject"),
        row.getString("kind"),
        row.getString("chinese"),
        row.getString("value"),
        row.getBytes("sealed"),
        new DateRange(
            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
        row.getString("source"),
        row.getObject("corrects", Long.class),
        row.getString("ground"),
        row.getBoolean("standing"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        row.getString("entered_post"));
  }

  public Optional<Row> byId(long id) {
    return jdbc.sql(COLUMNS + "where f.id = :id").param("id", id).query(FactRows::row).optional();
  }

  /** Newest first. */
  public List<Row> of(Collection<Long> subjects) {
    return jdbc.sql(COLUMNS + "where f.subject = any (:subjects) order by f.id desc")
        .param("subjects", subjects.toArray(Long[]::new))
        .query(FactRows::row)
        .list();
  }

  /**
   * A kept subject with the row in force that day.
   *
   * @param kept whom it is about, after merges
   */
  public record InForce(long kept, Row row) {}

  /** At most one for each subject: the one that began last, of several the one entered last. */
  public List<InForce> on(Collection<Long> subjects, String kind, LocalDate day) {
    return jdbc.sql(
            """
            select distinct on (wanted.kept) wanted.kept, f.*
            from (select distinct coalesce(s.kept_as, s.id) as kept
                  from registry.subject s where s.id = any (:subjects)) wanted
            join registry.subject part on part.id = wanted.kept or part.kept_as = wanted.kept
            join (
            """
                + COLUMNS
                + """
                    where f.kind = :kind and f.from_day <= :day and (f.to_day is null or f.to_day > :day)
                ) f on f.subject = part.id
                where f.standing
                order by wanted.kept, f.from_day desc, f.id desc
                """)
        .param("subjects", subjects.toArray(Long[]::new))
        .param("kind", kind)
        .param("day", day)
        .query((row, number) -> new InForce(row.getLong("kept"), row(row, number)))
        .list();
  }
}
