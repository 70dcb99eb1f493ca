package org.zhengling.platform.exchange.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.zhengling.platform.exchange.Source;

/** The parameters of a source's row. */
final class SourceRow extends MapSqlParameterSource {
  SourceRow(Source source, byte[] sealed, Instant at) {
    addValue("slug", source.slug());
    addValue("name", source.listing().name());
    addValue("department", source.listing().department());
    addValue("code", source.listing().code());
    addValue("summary", source.listing().summary());
    addValue("cycle", source.listing().updateCycle());
    addValue("publishedOn", source.listing().publishedOn());
    addValue("sharing", source.terms().sharing().name());
    addValue("condition", source.terms().condition());
    addValue("consent", source.terms().consent().name());
    addValue("timing", source.terms().timing().name());
    addValue("fresh", source.limits().freshDays());
    addValue("limit", (int) source.limits().answer().toMillis());
    addValue("retries", source.limits().retries());
    addValue("opensAfter", source.limits().opensAfter());
    addValue("rest", (int) source.limits().rest().toSeconds());
    addValue("way", source.way().kind().name());
    addValue("settings", sealed);
    addValue("items", CatalogueForm.items(source.items()));
    addValue("periodField", source.periodField(), Types.VARCHAR);
    addValue("at", at.atOffset(ZoneOffset.UTC));
    addValue("retiredOn", source.retiredOn(), Types.DATE);
    addValue("sample", source.sample());
  }
}
