package org.zhengling.platform.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.store.ScopedDataSource;
import org.zhengling.platform.keys.KeyProvider;
import org.zhengling.testkit.TestDatabase;

/** The whole of access on a database of its own, without pages; day and clock move when told. */
final class Office implements AutoCloseable {
  static final String RENCHENG = "370811000000";
  static final String WEISHAN = "370826000000";
  static final String PASSWORD = "shi nian shu mu";

  private final TestDatabase database = CityHall.database();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private LocalDate today = LocalDate.of(2020, 9, 20);
  private Instant now = Instant.parse("2020-09-20T01:00:00Z");
  private @Nullable SignedIn administrator;

  Office() {
    DataSource data = new ScopedDataSource(database.serving());
    context.registerBean(DataSource.class, () -> data);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(data));
    context.registerBean(BusinessDay.class, () -> () -> today);
    context.registerBean(InstantSource.class, () -> () -> now);
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    context.registerBean(KeyProvider.class, CityHall::masterKey);
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

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return get(JdbcClient.class);
  }

  JdbcClient seeingEverything() {
    return JdbcClient.create(database.seeingEverything());
  }

  LocalDate today() {
    return today;
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

  SignInAnswer.Welcome welcome(String signInName) {
    return (SignInAnswer.Welcome) get(Access.class).signIn(signInName, PASSWORD);
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
