package org.zhengling.platform.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.store.ScopedDataSource;
import org.zhengling.platform.audit.AnchorFile;
import org.zhengling.platform.keys.KeyProvider;
import org.zhengling.testkit.TestDatabase;

/** The whole of access on a database of its own, without pages; day and clock move when told. */
final class Office implements AutoCloseable {
  static final String RENCHENG = "370811000000";
  static final String WEISHAN = "370826000000";
  static final String PASSWORD = "shi nian shu mu";

  private final TestDatabase database;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private LocalDate today = LocalDate.of(2020, 9, 20);
  private Instant now = Instant.parse("2020-09-20T01:00:00Z");
  private @Nullable SignedIn administrator;

  Office() {
    this(Map.of());
  }

  /** With settings of a city. */
  Office(Map<String, Object> settings) {
    this(CityHall.database(), settings);
  }

  private Office(TestDatabase database, Map<String, Object> settings) {
    this.database = database;
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("city", settings));
    DataSource data = new ScopedDataSource(database.serving());
    context.registerBean(DataSource.class, () -> data);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(data));
    context.registerBean(BusinessDay.class, () -> () -> today);
    context.registerBean(InstantSource.class, () -> () -> now);
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    context.registerBean(KeyProvider.class, CityHall::masterKey);
    context.registerBean(AnchorFile.class, () -> new AnchorFile(CityHall.temporary()));
    context.register(Beans.class);
    context.refresh();
  }

  @Configuration
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {
        "org.zhengling.platform.access",
        "org.zhengling.platform.audit",
        "org.zhengling.platform.keys"
      },
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|\\$).*"))
  static class Beans {}

  /** Another server on the same database. */
  Office secondServer() {
    return new Office(database, Map.of());
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  /** The connections themselves, as they lie in the pool. */
  DataSource pool() {
    return database.serving();
  }

  JdbcClient seeingEverything() {
    return JdbcClient.create(database.seeingEverything());
  }

  LocalDate today() {
    return today;
  }

  Instant now() {
    return now;
  }

  void dayIs(String date) {
    today = LocalDate.parse(date);
  }

  void pass(java.time.Duration time) {
    now = now.plus(time);
  }

  /** The first administrator, entered by the first link. */
  SignedIn administrator() {
    if (administrator == null) {
      OneTimeLinks links = get(OneTimeLinks.class);
      String token = links.inviteFirstAdministrator().orElseThrow().token();
      administrator =
          links.becomeFirstAdministrator(token, new NewPerson("guanli", "管理员", false), PASSWORD);
    }
    return administrator;
  }

  NewPost reporter(String area) {
    String name = get(AreaDirectory.class).area(area).orElseThrow().name();
    return new NewPost(PostKind.REPORTER, name + "填报岗", area, null, today, null);
  }

  OneTimeLink enter(String signInName, String area) {
    NewPerson person = new NewPerson(signInName, "张三", false);
    return administrator().call(() -> get(Access.class).createPerson(person, reporter(area)));
  }

  /** Somebody who can sign in with {@link #PASSWORD}. */
  SignedIn reporterOf(String area, String signInName) {
    get(OneTimeLinks.class).setPassword(enter(signInName, area).token(), PASSWORD);
    return welcome(signInName).signedIn();
  }

  static SignInFrom from(String address) {
    return new SignInFrom(address, "Windows，Edge");
  }

  SignInAnswer signIn(String signInName, String password) {
    return get(SignIns.class).signIn(signInName, password, from("10.1.2.3"));
  }

  SignInAnswer.Welcome welcome(String signInName) {
    return (SignInAnswer.Welcome) signIn(signInName, PASSWORD);
  }

  /** Somebody with a post of any kind who can sign in with {@link #PASSWORD}. */
  long person(String signInName, PostKind kind, String area) {
    NewPost post = new NewPost(kind, kind.chinese(), area, null, today, null);
    OneTimeLink link =
        administrator()
            .call(
                () -> get(Access.class).createPerson(new NewPerson(signInName, "李四", false), post));
    get(OneTimeLinks.class).setPassword(link.token(), PASSWORD);
    return seeingEverything()
        .sql("select id from access.person where sign_in_name = :name")
        .param("name", signInName)
        .query(Long.class)
        .single();
  }

  /** That person at work in their first post, however they signed in. */
  SignedIn at(long person, String signInName) {
    List<Post> held = get(Access.class).postsOf(person);
    return new SignedIn(person, signInName, "李四", held.getFirst(), held);
  }

  List<String> areasOfVisiblePosts() {
    return jdbc()
        .sql("select distinct area from access.post order by area")
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
