package org.zhengling.platform.exchange.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.LegalPurpose;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;

/** The catalogue's rows: sources, their settings sealed, and legal purposes. */
@Component
public class Sources implements SealedColumn {
  private static final Purpose SETTINGS = new Purpose("exchange.settings");
  private static final String KEY =
      "('x' || encode(substring(settings from 3 for 8), 'hex'))::bit(64)::bigint";
  private static final String COLUMNS =
      """
      select slug, name, department, code, summary, sharing, sharing_condition, consent, timing,
             update_cycle, fresh_days, limit_millis, retries, opens_after, rest_seconds, way,
             settings, items, period_field, published_on, retired_on, sample
      from exchange.source
      """;

  private final JdbcClient jdbc;
  private final Keys keys;

  Sources(JdbcClient jdbc, Keys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  private static byte[] bound(String slug) {
    return ("exchange.source.settings " + slug).getBytes(StandardCharsets.UTF_8);
  }

  /** Adds it with an empty chain; false when there is one of this name. */
  public boolean add(Source source, Instant at) {
    int added =
        jdbc.sql(
                """
                insert into exchange.source
                  (slug, name, department, code, summary, sharing, sharing_condition, consent,
                   timing, update_cycle, fresh_days, limit_millis, retries, opens_after,
                   rest_seconds, way, settings, items, period_field, published_on, changed_at,
                   retired_on, sample)
                values
                  (:slug, :name, :department, :code, :summary, :sharing, :condition, :consent,
                   :timing, :cycle, :fresh, :limit, :retries, :opensAfter, :rest, :way, :settings,
                   :items, :periodField, :publishedOn, :at, null, :sample)
                on conflict do nothing
                """)
            .paramSource(new SourceRow(source, sealed(source), at))
            .update();
    if (added == 1) {
      jdbc.sql("insert into exchange.chain (source) values (?)").param(source.slug()).update();
      jdbc.sql("insert into exchange.health (source) values (?)").param(source.slug()).update();
    }
    return added == 1;
  }

  public void change(Source source, Instant at) {
    jdbc.sql(
            """
            update exchange.source set
              name = :name, department = :department, code = :code, summary = :summary,
              sharing = :sharing, sharing_condition = :condition, consent = :consent,
              timing = :timing, update_cycle = :cycle, fresh_days = :fresh, limit_millis = :limit,
              retries = :retries, opens_after = :opensAfter, rest_seconds = :rest, way = :way,
              settings = :settings, items = :items, period_field = :periodField,
              published_on = :publishedOn, changed_at = :at, retired_on = :retiredOn
            where slug = :slug
            """)
        .paramSource(new SourceRow(source, sealed(source), at))
        .update();
  }

  private byte[] sealed(Source source) {
    return keys.seal(SETTINGS, CatalogueForm.settings(source.way()), bound(source.slug()));
  }

  public List<Source> all() {
    return jdbc.sql(COLUMNS + "order by code, slug").query(this::source).list();
  }

  public Optional<Source> bySlug(String slug) {
    return jdbc.sql(COLUMNS + "where slug = ?").param(slug).query(this::source).optional();
  }

  public List<Source> bySlugs(Set<String> slugs) {
    return jdbc.sql(COLUMNS + "where slug = any (?) order by code, slug")
        .param(slugs.toArray(String[]::new))
        .query(this::source)
        .list();
  }

  private Source source(ResultSet row, int number) throws SQLException {
    String slug = row.getString("slug");
    Way.Kind kind = Way.Kind.valueOf(row.getString("way"));
    byte[] settings = keys.open(SETTINGS, row.getBytes("settings"), bound(slug));
    return new Source(
        slug,
        new Source.Listing(
            row.getString("name"),
            row.getString("department"),
            row.getString("code"),
            row.getString("summary"),
            row.getString("update_cycle"),
            row.getObject("published_on", LocalDate.class)),
        new Source.Terms(
            Source.Sharing.valueOf(row.getString("sharing")),
            row.getString("sharing_condition"),
            Source.Consent.valueOf(row.getString("consent")),
            Source.Timing.valueOf(row.getString("timing"))),
        new Source.Limits(
            row.getInt("fresh_days"),
            Duration.ofMillis(row.getInt("limit_millis")),
            row.getInt("retries"),
            row.getInt("opens_after"),
            Duration.ofSeconds(row.getInt("rest_seconds"))),
        CatalogueForm.items(row.getString("items")),
        row.getString("period_field"),
        CatalogueForm.settings(kind, settings),
        row.getObject("retired_on", LocalDate.class),
        row.getBoolean("sample"));
  }

  /** False when there is one of this name. */
  public boolean add(LegalPurpose purpose, Instant at) {
    return jdbc.sql(
                """
                insert into exchange.legal_purpose
                  (slug, name, clause, first_day, end_day, recorded_at)
                values (:slug, :name, :clause, :first, :end, :at)
                on conflict do nothing
                """)
            .param("slug", purpose.slug())
            .param("name", purpose.name())
            .param("clause", purpose.clause())
            .param("first", purpose.firstDay())
            .param("end", purpose.endDay(), Types.DATE)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public void endPurpose(String slug, LocalDate endDay) {
    jdbc.sql("update exchange.legal_purpose set end_day = ? where slug = ?")
        .params(endDay, slug)
        .update();
  }

  public List<LegalPurpose> purposes() {
    return jdbc.sql(
            "select slug, name, clause, first_day, end_day from exchange.legal_purpose order by"
                + " slug")
        .query((row, number) ->
            new LegalPurpose(
                row.getString("slug"),
                row.getString("name"),
                row.getString("clause"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("end_day", LocalDate.class)))
        .list();
  }

  @Override
  public Purpose purpose() {
    return SETTINGS;
  }

  @Override
  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select distinct " + KEY + " as key from exchange.source")
            .query(Long.class)
            .list());
  }

  /** The settings of a source in its row. */
  private static final class Settings implements Cell {
    private final String slug;
    private final byte[] sealed;

    Settings(String slug, byte[] sealed) {
      this.slug = slug;
      this.sealed = sealed;
    }

    @Override
    public byte[] sealed() {
      return sealed.clone();
    }

    @Override
    public byte[] bound() {
      return Sources.bound(slug);
    }
  }

  @Override
  public List<? extends Cell> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            "select slug, settings from exchange.source where %s < :key order by slug limit :most"
                .formatted(KEY))
        .param("key", key)
        .param("most", atMost)
        .query((row, number) -> new Settings(row.getString("slug"), row.getBytes("settings")))
        .list();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Settings settings)) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    jdbc.sql("update exchange.source set settings = ? where slug = ? and settings = ?")
        .params(sealedAnew, settings.slug, settings.sealed)
        .update();
  }
}
