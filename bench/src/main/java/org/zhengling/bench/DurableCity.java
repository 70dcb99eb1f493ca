package org.zhengling.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.access.store.ScopedDataSource;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.AnchorFile;
import org.zhengling.platform.keys.KeyProvider;
import org.zhengling.platform.keys.KeyProviders;
import org.zhengling.platform.ledger.Accounts;
import org.zhengling.platform.ledger.Entry;
import org.zhengling.platform.ledger.Fund;
import org.zhengling.platform.ledger.Ledger;
import org.zhengling.platform.ledger.Move;
import org.zhengling.platform.ledger.Movement;
import org.zhengling.platform.ledger.OwnerKind;
import org.zhengling.platform.ledger.Posted;
import org.zhengling.platform.ledger.Posting;
import org.zhengling.platform.ledger.Pot;
import org.zhengling.platform.ledger.SourceLevel;
import org.zhengling.testkit.TestDatabase;

/** A city's ledger on an embedded PostgreSQL that writes through to the disk. */
final class DurableCity implements AutoCloseable {
  static final String CITY = "370800000000";

  private final TestDatabase database;
  private final AnnotationConfigApplicationContext context;

  DurableCity() {
    System.setProperty(TestDatabase.DURABLE, "on");
    this.database = TestDatabase.fresh();
    DataSource scoped = new ScopedDataSource(database.serving());
    this.context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> scoped);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(scoped));
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(scoped));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(scoped));
    context.registerBean(BusinessDay.class, () -> () -> LocalDate.of(2020, 9, 20));
    context.registerBean(InstantSource.class, () -> InstantSource.fixed(Instant.EPOCH));
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    context.registerBean(
        KeyProvider.class,
        () ->
            KeyProviders.choose(
                Map.of("ZL_KEYS", "7c1fe09a35d84b62a90d17e6f3285bc4"),
                Path.of("keys"),
                Set.of(),
                new SecureRandom()));
    context.registerBean(AnchorFile.class, () -> new AnchorFile(anchors()));
    context.register(Beans.class);
    context.refresh();
    String fsync = ask("show fsync") + " " + ask("show synchronous_commit");
    if (!fsync.equals("on on")) {
      throw new IllegalStateException("Maybe the cluster was started for tests: " + fsync);
    }
  }

  /** The ledger and what it leans on. */
  @Configuration
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {
        "org.zhengling.platform.ledger",
        "org.zhengling.platform.access",
        "org.zhengling.platform.audit",
        "org.zhengling.platform.keys"
      },
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|\\$).*"))
  static class Beans {}

  private static Path anchors() {
    try {
      return Files.createTempDirectory("zhengling").resolve("anchors");
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk is full", e);
    }
  }

  String ask(String sql) {
    return JdbcClient.create(database.seeingEverything()).sql(sql).query(String.class).single();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> T asTheProgram(Supplier<T> act) {
    return new Actor.Program("测量", CITY)
        .<T, RuntimeException>call(
            () -> new Scope(List.of(CITY)).<T, RuntimeException>call(act::get));
  }

  long open(String owner, Pot pot) {
    Fund fund = new Fund(OwnerKind.ORGANISATION, owner, CITY, "测量", SourceLevel.CITY, 2020);
    return asTheProgram(() -> get(Accounts.class).open(fund, pot));
  }

  Posted post(String key, List<Entry> entries) {
    return asTheProgram(() -> get(Ledger.class).post(new Posting(key, "测量", entries)));
  }

  static Entry move(String key, long from, long to, long fen) {
    return new Entry.Moves(key, Movement.ALLOT, "测量", null, List.of(new Move(from, to, fen)));
  }

  /** So many accounts with so much in each. */
  List<Long> accounts(String name, int count, long fen) {
    long source = open("来源", Pot.SOURCE);
    List<Long> accounts = new ArrayList<>();
    List<Entry> gifts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long account = open(name + i, Pot.AVAILABLE);
      accounts.add(account);
      gifts.add(move("give " + name + i, source, account, fen));
    }
    post("give " + name, gifts);
    return accounts;
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
