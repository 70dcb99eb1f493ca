package org.zhengling.platform.access.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.AreaDirectory.Level;
import org.zhengling.platform.access.UnitDirectory.Expansion;
import org.zhengling.platform.access.UnitDirectory.Unit;

/**
 * Areas and units in the database. They are filled from the lists shipped beside the face whenever
 * those changed; an area or unit that left the lists stays, because old posts and cases name it.
 * The lists hold no quotation marks, so that a line splits at its commas.
 */
@Component
public class CityTables {
  private static final List<String> LISTS =
      List.of("areas.csv", "zones.csv", "departments.csv", "short-names.csv");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  CityTables(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Fills the tables unless they hold exactly these lists already. */
  public void fill() {
    Map<String, String> lists = new HashMap<>();
    StringBuilder all = new StringBuilder();
    for (String name : LISTS) {
      String text = read(name);
      lists.put(name, text);
      all.append(text);
    }
    String digest = Digest.of(all.toString());
    transaction.executeWithoutResult(status -> {
      // Several servers may start at once: one fills, the others find it done.
      jdbc.sql("select pg_advisory_xact_lock(9704201220200802)").query().listOfRows();
      if (!digest.equals(filled())) {
        fillAreas(lists);
        fillUnits(Objects.requireNonNull(lists.get("departments.csv")));
        remember(digest);
      }
    });
  }

  private @Nullable String filled() {
    return jdbc.sql("select digest from access.source where name = 'city'")
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void remember(String digest) {
    jdbc.sql(
            """
            insert into access.source (name, digest, filled_at) values ('city', :digest, :at)
            on conflict (name) do update set digest = excluded.digest, filled_at = excluded.filled_at
            """)
        .param("digest", digest)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void fillAreas(Map<String, String> lists) {
    jdbc.sql(
            """
            with short as (
              select split_part(line, ',', 1) as code, split_part(line, ',', 2) as name
              from string_to_table(:shortNames, e'\\n') line
            ), zone as (
              select split_part(line, ',', 2) as place, split_part(line, ',', 4) as legal_county
              from string_to_table(:zones, e'\\n') with ordinality as row (line, number)
              where number > 1 and split_part(line, ',', 2) <> ''
            ), listed as (
              select split_part(line, ',', 1) as code, split_part(line, ',', 2) as name,
                     split_part(line, ',', 3) as level, nullif(split_part(line, ',', 4), '') as parent,
                     number
              from string_to_table(:areas, e'\\n') with ordinality as row (line, number)
              where number > 1 and line <> ''
            )
            insert into access.area (code, name, short_name, level, parent, legal_county, sort)
            select l.code, l.name,
                   coalesce(s.name, case l.level
                     when 'county' then regexp_replace(l.name, '[区县市]$', '') else l.name end),
                   l.level, l.parent, nullif(z.legal_county, ''), l.number
            from listed l
            left join short s on s.code = l.code
            left join zone z on z.place = l.code and l.parent like 'zone-%'
            on conflict (code) do update set
              name = excluded.name, short_name = excluded.short_name, level = excluded.level,
              parent = excluded.parent, legal_county = excluded.legal_county, sort = excluded.sort
            """)
        .param("areas", lists.get("areas.csv"))
        .param("zones", lists.get("zones.csv"))
        .param("shortNames", lists.get("short-names.csv"))
        .update();
    jdbc.sql("delete from access.area_closure").update();
    jdbc.sql(
            """
            with recursive closure (descendant, ancestor) as (
              select code, code from access.area
              union all
              select c.descendant, a.parent
              from closure c join access.area a on a.code = c.ancestor
              where a.parent is not null
            )
            insert into access.area_closure (descendant, ancestor)
            select descendant, ancestor from closure
            """)
        .update();
  }

  private void fillUnits(String departments) {
    jdbc.sql(
            """
            insert into access.department (id, name, level, expands, area)
            select split_part(line, ',', 1), split_part(line, ',', 2), split_part(line, ',', 3),
                   nullif(split_part(line, ',', 5), ''), nullif(split_part(line, ',', 6), '')
            from string_to_table(:departments, e'\\n') with ordinality as row (line, number)
            where number > 1 and line <> ''
            on conflict (id) do update set
              name = excluded.name, level = excluded.level, expands = excluded.expands,
              area = excluded.area
            """)
        .param("departments", departments)
        .update();
    jdbc.sql("delete from access.department_alias").update();
    jdbc.sql(
            """
            insert into access.department_alias (alias, department)
            select alias, split_part(line, ',', 1)
            from string_to_table(:departments, e'\\n') with ordinality as row (line, number),
                 string_to_table(split_part(line, ',', 4), '|') alias
            where number > 1 and alias <> ''
            """)
        .param("departments", departments)
        .update();
  }

  /** Every area, parents before their children. */
  public List<Area> areas() {
    return jdbc.sql(
            """
            select code, name, short_name, level, parent, legal_county
            from access.area order by sort
            """)
        .query((row, number) ->
            new Area(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("parent"),
                row.getString("legal_county")))
        .list();
  }

  public List<Unit> units() {
    return jdbc.sql("select id, name, level, expands, area from access.department order by name")
        .query((row, number) ->
            new Unit(
                row.getString("id"),
                row.getString("name"),
                row.getString("level"),
                expansion(row.getString("expands")),
                row.getString("area")))
        .list();
  }

  private static Expansion expansion(@Nullable String expands) {
    return switch (expands) {
      case null -> Expansion.NOT_LISTED;
      case "counties" -> Expansion.COUNTIES;
      case "counties+zones" -> Expansion.COUNTIES_AND_ZONES;
      default -> throw new IllegalStateException("Maybe a new word in departments.csv: " + expands);
    };
  }

  /** Identifier of the unit by each way it has been written. */
  public Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    jdbc.sql("select alias, department from access.department_alias")
        .query((RowCallbackHandler) row -> aliases.put(row.getString(1), row.getString(2)));
    return aliases;
  }

  private static String read(String name) {
    try (InputStream in = Area.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Maybe the list was not packed: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
      if (text.contains("\"")) {
        throw new IllegalStateException("Maybe a comma stands inside a field of " + name);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the archive is damaged: " + name, e);
    }
  }
}
