package org.zhengling.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
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
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.store.ScopedDataSource;
import org.zhengling.platform.audit.AnchorFile;
import org.zhengling.platform.cases.FilesFolder;
import org.zhengling.platform.keys.KeyProvider;
import org.zhengling.platform.keys.KeyProviders;
import org.zhengling.testkit.TestDatabase;

/** Every capability on a real database with the areas of the city, without pages. */
public final class CityHall implements AutoCloseable {
  public static final String CITY = "370800000000";
  public static final String RENCHENG = "370811000000";
  public static final String WEISHAN = "370826000000";

  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 9, 20);
  private static final Instant OPENED = Instant.parse("2020-09-20T01:00:00Z");

  private final TestDatabase database;
  private final AtomicReference<LocalDate> today = new AtomicReference<>(FIRST_DAY);
  private final AtomicReference<Instant> now = new AtomicReference<>(OPENED);
  private final AnnotationConfigApplicationContext context;
  private final Path anchors = temporary();

  /** Opens with further beans, for instance a listener that fails. */
  public CityHall(Class<?>... further) {
    this.database = database();
    this.context = context(database.serving(), today::get, now::get, anchors, further);
  }

  /** The areas, units and holidays are filled in once for the whole test run. */
  public static TestDatabase database() {
    return TestDatabase.filled(
        "city", pool -> context(pool, () -> FIRST_DAY, () -> OPENED, temporary()).close());
  }

  /** One for the whole test run: what a template sealed opens in its copies. */
  public static KeyProvider masterKey() {
    return KeyProviders.choose(
        Map.of("ZL_KEYS", "7c1fe09a35d84b62a90d17e6f3285bc4"),
        Path.of("keys"),
        Set.of(),
        new SecureRandom());
  }

  /** A folder of its own for what a server keeps beside the database. */
  public static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("zhengling");
      folder.toFile().deleteOnExit();
      return folder.resolve("anchors");
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk is full", e);
    }
  }

  private static AnnotationConfigApplicationContext context(
      DataSource pool, BusinessDay day, InstantSource clock, Path anchors, Class<?>... further) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    DataSource scoped = new ScopedDataSource(pool);
    context.registerBean(DataSource.class, () -> scoped);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(scoped));
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(scoped));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(scoped));
    context.registerBean(BusinessDay.class, () -> day);
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    context.registerBean(KeyProvider.class, CityHall::masterKey);
    context.registerBean(AnchorFile.class, () -> new AnchorFile(anchors));
    context.registerBean(FilesFolder.class, () -> new FilesFolder(anchors.resolveSibling("files")));
    context.register(Beans.class);
    for (Class<?> one : further) {
      context.register(one);
    }
    context.refresh();
    return context;
  }

  /** Neither pages nor what other tests nest. */
  @Configuration
  @EnableTransactionManagement
  @ComponentScan(
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|\\$).*"))
  static class Beans {}

  /** A second server beside this one: starts on the same database and stops. */
  public void startAgain() {
    context(database.serving(), today::get, now::get, anchors).close();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** As the program reads: as {@code zl_app}, in the scope that is bound. */
  public JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  /** Looks behind what was done. */
  public JdbcClient seeingEverything() {
    return JdbcClient.create(behind());
  }

  /** The database as its owner has it. */
  public DataSource behind() {
    return database.seeingEverything();
  }

  /** Where this server anchors its audit. */
  public Path anchors() {
    return anchors;
  }

  public void dayIs(String date) {
    today.set(LocalDate.parse(date));
  }

  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** Somebody with a post there; the area stands for the person's number. */
  public SignedIn at(String area, PostKind kind) {
    String name = get(AreaDirectory.class).area(area).orElseThrow().name();
    Post post = new Post(1, name + kind.chinese(), kind, area, name, null);
    return new SignedIn(area.hashCode(), "zhangsan", "张三", post, List.of(post));
  }

  /** How many rows each table of gazettes and tasks holds. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    seeingEverything()
        .sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema in ('clauses', 'supervision') and table_type = 'BASE TABLE'
            """)
        .query((row, number) -> row.getString(1))
        .list()
        .forEach(table -> counts.put(table, count(table)));
    return counts;
  }

  private long count(String table) {
    return seeingEverything().sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
