package org.zhengling.platform.ledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.ledger.AccountKey;

/** Opening accounts. */
@Repository
public class AccountRows {
  private final JdbcClient jdbc;

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Opens those that are not there; in one order, so that two who open the same never wait in a
   * circle.
   */
  public void open(Collection<AccountKey> keys, Instant at) {
    List<AccountKey> all = keys.stream().distinct().toList();
    jdbc.sql(
            """
            insert into ledger.account
              (asset, area, owner_kind, owner, purpose, level, year, pot, opened_at)
            select 'money', k.area, k.owner_kind, k.owner, k.purpose, k.level, k.year, k.pot, :at
            from unnest(:areas::text[], :kinds::text[], :owners::text[], :purposes::text[],
                        :levels::text[], :years::int[], :pots::text[])
                 as k (area, owner_kind, owner, purpose, level, year, pot)
            where not exists (
              select 1 from ledger.account a
              where a.asset = 'money' and a.area = k.area and a.owner_kind = k.owner_kind
                and a.owner = k.owner and a.purpose = k.purpose and a.level = k.level
                and a.year = k.year and a.pot = k.pot)
            order by 2, 3, 4, 5, 6, 7, 8
            on conflict do nothing
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("areas", texts(all, key -> key.fund().area()))
        .param("kinds", texts(all, key -> key.fund().kind().name()))
        .param("owners", texts(all, key -> key.fund().owner()))
        .param("purposes", texts(all, key -> key.fund().purpose()))
        .param("levels", texts(all, key -> key.fund().level().name()))
        .param("years", all.stream().map(key -> key.fund().year()).toArray(Integer[]::new))
        .param("pots", texts(all, key -> key.pot().name()))
        .update();
  }

  private static String[] texts(List<AccountKey> keys, Function<AccountKey, String> column) {
    return keys.stream().map(column).toArray(String[]::new);
  }
}
