package org.zhengling.platform.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.keys.DataKey.Algorithm;
import org.zhengling.platform.keys.store.DataKeys;

/**
 * Changes keys while the city works: new values take a new key at once, old values are sealed anew
 * in small steps, and an old key is retired when nothing uses it.
 */
@Component
public class KeyRotation {
  private static final int STEP = 200;

  /** Longer than any server goes on with a key that is no longer the newest. */
  private static final Duration STILL_SEALING = Keys.NEWEST_KNOWN_FOR.multipliedBy(5);

  private final Keys keys;
  private final KeyProvider provider;
  private final DataKeys rows;
  private final ObjectProvider<SealedColumn> columns;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  KeyRotation(
      Keys keys,
      KeyProvider provider,
      DataKeys rows,
      ObjectProvider<SealedColumn> columns,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.keys = keys;
    this.provider = provider;
    this.rows = rows;
    this.columns = columns;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What a rotation did.
   *
   * @param made new data keys
   * @param rewrapped data keys that another master key wraps from now on
   * @param sealedAnew values
   * @param retired data keys that nothing uses any more
   */
  public record Rotated(int made, int rewrapped, int sealedAnew, int retired) {
    public boolean nothing() {
      return made + rewrapped + sealedAnew + retired == 0;
    }

    /** As the audit and the terminal say it. */
    public String chinese() {
      return "新密钥 "
          + made
          + " 把，换主密钥 "
          + rewrapped
          + " 把，重新封存 "
          + sealedAnew
          + " 项，停用 "
          + retired
          + " 把";
    }
  }

  /** New keys for every purpose that seals or signs, then everything that {@link #settle} does. */
  public Rotated rotate() {
    int made = Objects.requireNonNull(transaction.execute(status -> makeNew()));
    Rotated rest = settle();
    return new Rotated(made, rest.rewrapped(), rest.sealedAnew(), rest.retired());
  }

  /** Finishes what a rotation began: wraps, seals anew, retires. May be done at any time again. */
  public Rotated settle() {
    int rewrapped = Objects.requireNonNull(transaction.execute(status -> rewrap()));
    int sealedAnew = 0;
    for (SealedColumn column : columns) {
      sealedAnew += sealAnew(column);
    }
    int retired = Objects.requireNonNull(transaction.execute(status -> retire()));
    return new Rotated(0, rewrapped, sealedAnew, retired);
  }

  /**
   * A new master key wraps every data key from now on.
   *
   * @param newest its identifier
   */
  public record MasterChanged(String newest, int rewrapped) {}

  /** Adds a master key where the program may, and wraps every data key with it. */
  public MasterChanged changeMaster() {
    provider.add();
    int rewrapped = Objects.requireNonNull(transaction.execute(status -> rewrap()));
    return new MasterChanged(provider.newest(), rewrapped);
  }

  /** Takes away the master keys that wrap nothing any more; answers which. */
  public Set<String> forgetMasters() {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          rows.lockRotation();
          Set<String> inUse = new TreeSet<>();
          rows.all().forEach(row -> inUse.add(row.key().masterKey()));
          return provider.forget(inUse);
        }));
  }

  /** Keys of digests stay: what they recognise could not be recognised by another. */
  private int makeNew() {
    rows.lockRotation();
    List<DataKey> newest =
        newestOfEach().values().stream()
            .filter(key -> key.algorithm() != Algorithm.HMAC_SM3)
            .toList();
    newest.forEach(key -> keys.make(key.purpose(), key.algorithm()));
    return newest.size();
  }

  private Map<String, DataKey> newestOfEach() {
    Map<String, DataKey> newest = new LinkedHashMap<>();
    for (DataKey key : keys.list()) {
      if (key.retiredAt() == null) {
        newest.put(key.purpose().name() + " " + key.algorithm(), key);
      }
    }
    return newest;
  }

  private int rewrap() {
    rows.lockRotation();
    int count = 0;
    for (DataKeys.Row row : rows.all()) {
      DataKey key = row.key();
      if (!key.masterKey().equals(provider.newest())) {
        byte[] secret = keys.unwrap(row);
        byte[] wrapped = provider.wrap(secret, Keys.bound(key.purpose(), key.algorithm()));
        rows.rewrap(key.id(), wrapped, provider.newest());
        count++;
      }
    }
    return count;
  }

  private int sealAnew(SealedColumn column) {
    Purpose purpose = column.purpose();
    long newest = keys.newest(purpose, Algorithm.SM4_GCM);
    int count = 0;
    int step = STEP;
    while (step == STEP) {
      step =
          Objects.requireNonNull(
              transaction.execute(status -> {
                List<? extends SealedColumn.Cell> cells = column.sealedBefore(newest, STEP);
                for (SealedColumn.Cell cell : cells) {
                  byte[] plain = keys.open(purpose, cell.sealed(), cell.bound());
                  column.replace(cell, keys.seal(newest, purpose, plain, cell.bound()));
                }
                return cells.size();
              }));
      count += step;
    }
    return count;
  }

  private int retire() {
    rows.lockRotation();
    Instant now = clock.instant();
    Map<String, DataKey> newest = newestOfEach();
    int count = 0;
    for (DataKey key : keys.list()) {
      DataKey after = newest.get(key.purpose().name() + " " + key.algorithm());
      if (key.retiredAt() == null
          && after != null
          && after.id() > key.id()
          && !after.madeAt().plus(STILL_SEALING).isAfter(now)
          && unused(key)) {
        rows.retire(key.id(), now);
        count++;
      }
    }
    return count;
  }

  /**
   * Signatures are checked with the open part, which stays; of values every column must be sure.
   */
  private boolean unused(DataKey key) {
    if (key.algorithm() == Algorithm.SM2_SM3) {
      return true;
    }
    List<SealedColumn> mine =
        columns.stream().filter(column -> column.purpose().equals(key.purpose())).toList();
    return !mine.isEmpty()
        && mine.stream().noneMatch(column -> column.keysInUse().contains(key.id()));
  }
}
