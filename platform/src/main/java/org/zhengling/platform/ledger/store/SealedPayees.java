package org.zhengling.platform.ledger.store;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;

/** Names and accounts of payees, for sealing them anew. */
@Repository
public class SealedPayees implements SealedColumn {
  public static final Purpose PURPOSE = new Purpose("ledger.payee");

  private static final String KEY =
      "('x' || encode(substring(payee from 3 for 8), 'hex'))::bit(64)::bigint";

  private final JdbcClient jdbc;

  SealedPayees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final class Payee implements Cell {
    private final long id;
    private final byte[] sealed;

    Payee(long id, byte[] sealed) {
      this.id = id;
      this.sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
      return sealed.clone();
    }

    @Override
    public byte[] bound() {
      return Payments.bound(id);
    }
  }

  @Override
  public Purpose purpose() {
    return PURPOSE;
  }

  @Override
  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select distinct " + KEY + " as key from ledger.payment")
            .query((row, number) -> row.getLong("key"))
            .list());
  }

  @Override
  public List<? extends Cell> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            """
            select id, payee from ledger.payment where %s < :key order by id limit :atMost
            """
                .formatted(KEY))
        .param("key", key)
        .param("atMost", atMost)
        .query((row, number) -> new Payee(row.getLong("id"), row.getBytes("payee")))
        .list();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    Payee one = (Payee) cell;
    jdbc.sql("update ledger.payment set payee = :anew where id = :id and payee = :sealed")
        .param("anew", sealedAnew)
        .param("id", one.id)
        .param("sealed", one.sealed)
        .update();
  }
}
