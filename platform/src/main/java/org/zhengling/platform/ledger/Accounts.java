package org.zhengling.platform.ledger;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.ledger.store.AccountRows;
import org.zhengling.platform.ledger.store.AccountViews;

/** Accounts of the scope: opened when first asked for, never closed, never below their floor. */
@Component
public class Accounts {
  private final AccountRows rows;
  private final AccountViews views;
  private final InstantSource clock;

  Accounts(AccountRows rows, AccountViews views, InstantSource clock) {
    this.rows = rows;
    this.views = views;
    this.clock = clock;
  }

  /** The number of each account; those that are not there are opened. */
  @Transactional
  public Map<AccountKey, Long> open(Collection<AccountKey> keys) {
    Map<AccountKey, Long> found = numbers(keys);
    List<AccountKey> missing = keys.stream().filter(key -> !found.containsKey(key)).toList();
    if (!missing.isEmpty()) {
      rows.open(missing, clock.instant());
      found.putAll(numbers(missing));
    }
    return found;
  }

  @Transactional
  public long open(Fund fund, Pot pot) {
    AccountKey key = new AccountKey(fund, pot);
    return Objects.requireNonNull(open(List.of(key)).get(key));
  }

  private Map<AccountKey, Long> numbers(Collection<AccountKey> keys) {
    Map<AccountKey, Long> found = new HashMap<>();
    views.find(keys).forEach(account -> found.put(account.key(), account.id()));
    return found;
  }

  /** As it stands; empty where it is not there or not in scope. */
  public Optional<Account> account(long id) {
    return views.account(id);
  }

  /** As it stands; zero where it was never opened. */
  public long amount(Fund fund, Pot pot) {
    return views.find(List.of(new AccountKey(fund, pot))).stream().mapToLong(Account::amount).sum();
  }
}
