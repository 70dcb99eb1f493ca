package org.zhengling.platform.exchange;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.testkit.TestDatabase;

/** A city with one legal purpose, a verifier, and a department with a database of its own. */
final class SharingDesk implements AutoCloseable {
  static final String PURPOSE = "household-check";
  static final String CLAUSE = "示例条例 第五十八条";
  static final LocalDate TODAY = LocalDate.of(2021, 3, 31);
  static final String DIGEST = Sm3.hex("signed");
  static final CaseReference CASE = new CaseReference(137, "任古示〔2021〕137号", CityHall.RENCHENG);
  static final DateRange YEAR = new DateRange(LocalDate.of(2020, 3, 1), LocalDate.of(2021, 3, 1));

  final CityHall hall;
  final TestDatabase department = TestDatabase.fresh();
  final SignedIn verifier;

  SharingDesk(Class<?>... further) {
    hall = new CityHall(further);
    hall.dayIs(TODAY.toString());
    verifier = hall.at(CityHall.CITY, PostKind.VERIFIER);
    as(() -> {
      catalogue()
          .record(new LegalPurpose(PURPOSE, "家庭状况核对", CLAUSE, LocalDate.of(2014, 5, 1), null));
      return "recorded";
    });
    sql("create schema tax");
    sql(
        "create table tax.wage (sfzh text, ny text, je text, dw text, gxrq date default"
            + " '2021-03-30')");
    sql(
        "do $$ begin if not exists (select 1 from pg_roles where rolname = 'tax_reader') then"
            + " create role tax_reader login password 'only-read'; end if; end $$");
    sql("grant usage on schema tax to tax_reader");
    sql("grant select on tax.wage to tax_reader");
  }

  /** In the department's database, as its owner. */
  void sql(String statement, Object... params) {
    JdbcClient.create(department.seeingEverything()).sql(statement).params(params).update();
  }

  Catalogue catalogue() {
    return hall.get(Catalogue.class);
  }

  <T> T as(Callable<T> act) {
    return as(verifier, act);
  }

  static <T> T as(SignedIn who, Callable<T> act) {
    try {
      return who.<T, Exception>call(act::call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Maybe an act of the test threw", e);
    }
  }

  Way.Database wageTable(Way.@Nullable AsOf asOf) {
    try (Connection connection = department.seeingEverything().getConnection()) {
      URI url = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
      return new Way.Database(
          "127.0.0.1",
          url.getPort(),
          url.getPath().substring(1),
          "tax_reader",
          "only-read",
          "tax",
          "wage",
          "sfzh",
          asOf);
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the department's database is gone", e);
    }
  }

  static List<Item> wageItems() {
    return List.of(
        new Item("month", "所属月份", ItemType.MONTH, "ny", false, "工资所属月份"),
        new Item("wage", "工资", ItemType.YUAN, "je", true, "税前工资"),
        new Item("employer", "扣缴单位", ItemType.TEXT, "dw", false, "扣缴义务人"));
  }

  static Source.Limits limits(int retries) {
    return new Source.Limits(30, Duration.ofSeconds(5), retries, 3, Duration.ofMinutes(5));
  }

  Source source(String slug, String name, Way way, Source.Limits limits) {
    return source(slug, name, way, limits, Source.Consent.REQUIRED, Source.Timing.REAL_TIME);
  }

  Source source(
      String slug,
      String name,
      Way way,
      Source.Limits limits,
      Source.Consent consent,
      Source.Timing timing) {
    return new Source(
        slug,
        new Source.Listing(name, "市税务局", "3070010001", "示例", "每月", LocalDate.of(2020, 1, 1)),
        new Source.Terms(Source.Sharing.CONDITIONAL, "凭协议和授权", consent, timing),
        limits,
        wageItems(),
        "month",
        way,
        null,
        true);
  }

  /** Adds it, without any agreement. */
  Source listed(Source source) {
    as(() -> {
      catalogue().add(source);
      return source;
    });
    return source;
  }

  /** Adds it with an agreement for the whole of this year. */
  Source connected(Source source) {
    listed(source);
    agree(source.slug(), LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31));
    return source;
  }

  long agree(String source, LocalDate first, LocalDate last) {
    return as(() ->
        catalogue()
            .enter(
                new Agreement.Draft(
                    source,
                    "济共享〔2021〕1号",
                    first,
                    last,
                    Set.of(PURPOSE),
                    DIGEST,
                    DIGEST,
                    first.isAfter(TODAY) ? TODAY : first)));
  }

  static Enquiry.Subject resident(int which) {
    // Order 000 was never given to anybody: the number is invented.
    IdNumber number = new IdNumber(37_081_119_700_101_000L + which * 1000L);
    return new Enquiry.Subject(1_000_000_001L + which, number, "示例" + which);
  }

  long authorise(Enquiry.Subject subject, String... sources) {
    return authorise(subject, CASE, TODAY, TODAY.plusDays(180), sources);
  }

  long authorise(
      Enquiry.Subject subject,
      CaseReference inCase,
      LocalDate given,
      LocalDate last,
      String... sources) {
    return as(() ->
        hall.get(Authorisations.class)
            .enter(
                new Authorisation.Draft(
                    subject.resident(),
                    inCase,
                    "授权书 2021 版",
                    DIGEST,
                    Authorisation.GivenBy.SELF,
                    Authorisation.Method.SIGNED_PAPER,
                    DIGEST,
                    Set.of(sources),
                    given,
                    last)));
  }

  static Enquiry enquiry(Enquiry.Subject subject, String... sources) {
    return new Enquiry(CASE, PURPOSE, subject, Set.of(sources), YEAR);
  }

  Replies ask(Enquiry enquiry) {
    return as(() -> hall.get(Exchange.class).ask(enquiry));
  }

  Answer answer(Enquiry.Subject subject, String source) {
    return ask(enquiry(subject, source)).answer(source);
  }

  @Override
  public void close() {
    hall.close();
    department.close();
  }
}
