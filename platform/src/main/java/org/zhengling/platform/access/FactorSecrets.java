package org.zhengling.platform.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.store.SecondFactors;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;

/** Seals the secrets of second factors, each bound to its person: moved to another it opens not. */
@Component
class FactorSecrets implements SealedColumn {
  private static final Purpose PURPOSE = new Purpose("access.second-factor");

  private final Keys keys;
  private final SecondFactors factors;

  FactorSecrets(Keys keys, SecondFactors factors) {
    this.keys = keys;
    this.factors = factors;
  }

  byte[] seal(long person, byte[] secret) {
    return keys.seal(PURPOSE, secret, bound(person));
  }

  byte[] open(long person, byte[] sealed) {
    return keys.open(PURPOSE, sealed, bound(person));
  }

  private static byte[] bound(long person) {
    return ("access.second_factor.secret " + person).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Purpose purpose() {
    return PURPOSE;
  }

  @Override
  public Set<Long> keysInUse() {
    return factors.keysInUse();
  }

  /** A secret in its row. */
  record Secret(SecondFactors.Row row) implements Cell {
    @Override
    public byte[] sealed() {
      return row.sealed();
    }

    @Override
    public byte[] bound() {
      return FactorSecrets.bound(row.person());
    }
  }

  @Override
  public List<Secret> sealedBefore(long key, int atMost) {
    return factors.sealedBefore(key, atMost).stream().map(Secret::new).toList();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Secret(SecondFactors.Row row))) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    factors.replace(row.person(), row.sealed(), sealedAnew);
  }
}
