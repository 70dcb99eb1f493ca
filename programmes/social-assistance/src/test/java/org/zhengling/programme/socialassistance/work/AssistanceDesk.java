package org.zhengling.programme.socialassistance.work;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.exchange.Agreement;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.ItemType;
import org.zhengling.platform.exchange.LegalPurpose;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.NewResident;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Relation;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.rules.Relative;
import org.zhengling.programme.socialassistance.rules.Residence;
import org.zhengling.testkit.TestDatabase;

/** A township with everybody who works on an application, and departments with their own tables. */
final class AssistanceDesk implements AutoCloseable {
  private static final String SIGNED = Sm3.hex("signed");
  private static final LocalDate TODAY = LocalDate.of(2020, 11, 30);

  final CityHall hall = new CityHall(Programme.class);
  private final TestDatabase departments = TestDatabase.fresh();
  final String township;
  final SignedIn clerk;
  final SignedIn officer;
  final SignedIn decider;
  final SignedIn countyOfficer;
  final SignedIn treasurer;
  private long forms;

  /** The programme without its pages. */
  @Configuration
  @ComponentScan(
      basePackages = "org.zhengling.programme.socialassistance",
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(\\.web\\.|\\$).*"))
  static class Programme {}

  AssistanceDesk() {
    hall.dayIs(TODAY.toString());
    AreaDirectory areas = hall.get(AreaDirectory.class);
    township = areas.children(CityHall.RENCHENG).getFirst().code();
    clerk = person(1, township, PostKind.CLERK);
    officer = person(2, township, PostKind.CASE_OFFICER);
    decider = person(3, township, PostKind.DECIDER);
    countyOfficer = person(4, CityHall.RENCHENG, PostKind.CASE_OFFICER);
    treasurer = person(6, CityHall.RENCHENG, PostKind.TREASURER);
    SignedIn verifier = person(5, CityHall.CITY, PostKind.VERIFIER);
    as(
        verifier,
        () -> {
          hall.get(Catalogue.class)
              .record(
                  new LegalPurpose(
                      HouseholdCheck.PURPOSE,
                      "家庭经济状况核对",
                      "社会救助暂行办法 第五十八条",
                      LocalDate.of(2014, 5, 1),
                      null));
          return "recorded";
        });
    sql("create schema office");
    sql(
        "do $$ begin if not exists (select 1 from pg_roles where rolname = 'office_reader') then"
            + " create role office_reader login password 'only-read'; end if; end $$");
    sql("grant usage on schema office to office_reader");
    connect(
        verifier,
        "employment-wages",
        Map.of("month", ItemType.MONTH, "amount", ItemType.YUAN, "what", ItemType.TEXT),
        "month");
    connect(
        verifier, "bank-deposits", Map.of("balance", ItemType.YUAN, "what", ItemType.TEXT), null);
    connect(verifier, "police-vehicles", Map.of("what", ItemType.TEXT, "use", ItemType.TEXT), null);
    connect(
        verifier, "resources-houses", Map.of("what", ItemType.TEXT, "use", ItemType.TEXT), null);
    connect(verifier, "health-deaths", Map.of("state", ItemType.TEXT, "since", ItemType.DAY), null);
  }

  private SignedIn person(long id, String area, PostKind kind) {
    String name = hall.get(AreaDirectory.class).area(area).orElseThrow().name();
    Post post = new Post(id, name + kind.chinese(), kind, area, name, null);
    return new SignedIn(id, "ren" + id, "人" + id, post, List.of(post));
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

  UUID form() {
    forms++;
    return new UUID(0, forms);
  }

  /** In the departments' database, as its owner. */
  void sql(String statement, Object... params) {
    JdbcClient.create(departments.seeingEverything()).sql(statement).params(params).update();
  }

  private void connect(
      SignedIn verifier, String slug, Map<String, ItemType> fields, @Nullable String periodField) {
    String table = slug.replace('-', '_');
    List<Item> items = new ArrayList<>();
    StringBuilder columns = new StringBuilder("sfzh text");
    new java.util.TreeMap<>(fields)
        .forEach((field, type) -> {
          columns.append(", ").append(field).append(" text");
          items.add(new Item(field, field, type, field, false, "示例"));
        });
    sql("create table office." + table + " (" + columns + ")");
    sql("grant select on office." + table + " to office_reader");
    as(
        verifier,
        () -> {
          Catalogue catalogue = hall.get(Catalogue.class);
          catalogue.add(
              new Source(
                  slug,
                  new Source.Listing(
                      "示例 " + slug, "示例部门", "3070010001", "示例", "每天", LocalDate.of(2020, 1, 1)),
                  new Source.Terms(
                      Source.Sharing.CONDITIONAL,
                      "凭协议和授权",
                      Source.Consent.REQUIRED,
                      Source.Timing.REAL_TIME),
                  new Source.Limits(90, Duration.ofSeconds(5), 0, 9, Duration.ofMinutes(5)),
                  items,
                  periodField,
                  way(table),
                  null,
                  true));
          return catalogue.enter(
              new Agreement.Draft(
                  slug,
                  "济共享〔2020〕" + slug + "号",
                  LocalDate.of(2020, 9, 1),
                  LocalDate.of(2030, 12, 31),
                  Set.of(HouseholdCheck.PURPOSE),
                  SIGNED,
                  SIGNED,
                  LocalDate.of(2020, 9, 1)));
        });
  }

  private Way.Database way(String table) {
    try (Connection connection = departments.seeingEverything().getConnection()) {
      URI url = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
      return new Way.Database(
          "127.0.0.1",
          url.getPort(),
          url.getPath().substring(1),
          "office_reader",
          "only-read",
          "office",
          table,
          "sfzh",
          null);
    } catch (SQLException e) {
      throw new IllegalStateException("Maybe the departments' database is gone", e);
    }
  }

  /** Invented: order 000 was never given to anybody. One a year and month of birth. */
  private static IdNumber number(int year, int which) {
    int month = which % 12 + 1;
    int day = which / 12 + 1;
    return new IdNumber(
        37_081_100_000_000_000L + year * 10_000_000L + month * 100_000L + day * 1_000L);
  }

  /** A family of the township: who they are, and what they declare. */
  final class Family {
    final Map<String, Long> members = new LinkedHashMap<>();
    final Map<String, IdNumber> numbers = new LinkedHashMap<>();
    private final List<Relative> relatives = new ArrayList<>();
    private final long household;

    Family(int which) {
      household =
          as(
              clerk,
              () -> {
                enter("张三", AssistanceDesk.number(1979, which), Relative.Relation.APPLICANT);
                enter("赵某", AssistanceDesk.number(1981, which), Relative.Relation.SPOUSE);
                enter("张小某", AssistanceDesk.number(2010, which), Relative.Relation.CHILD);
                Households households = hall.get(Households.class);
                long id =
                    households.open(
                        new Households.NewHousehold(
                            of("张三"), township, "示例路 1 号", LocalDate.of(2015, 1, 1), "户口簿"));
                households.join(id, of("赵某"), Relation.SPOUSE, LocalDate.of(2015, 1, 1), "户口簿");
                households.join(id, of("张小某"), Relation.CHILD, LocalDate.of(2015, 1, 1), "户口簿");
                return id;
              });
    }

    private void enter(String name, IdNumber number, Relative.Relation relation) {
      NumberAnswer answer =
          hall.get(Residents.class).enter(NewResident.of(name, number, township, "身份证"));
      long id = ((NumberAnswer.Accepted) answer).resident();
      members.put(name, id);
      numbers.put(name, number);
      relatives.add(
          new Relative(
              id,
              relation,
              number.birthDate(),
              Relative.Upkeep.INDEPENDENT,
              new Relative.AtHome()));
    }

    long of(String name) {
      return java.util.Objects.requireNonNull(members.get(name));
    }

    String text(String name) {
      return java.util.Objects.requireNonNull(numbers.get(name)).text();
    }

    Declaration declaration(List<Declaration.StaffRelative> staff) {
      return new Declaration(household, Residence.URBAN, relatives, List.of(), staff, Map.of());
    }

    Intake intake(UUID form, List<String> consenting) {
      return intake(form, consenting, List.of());
    }

    Intake intake(UUID form, List<String> consenting, List<Declaration.StaffRelative> staff) {
      return new Intake(
          form,
          township,
          "张三户",
          declaration(staff),
          consenting.stream()
              .map(name ->
                  new Intake.Consent(
                      of(name),
                      Authorisation.GivenBy.SELF,
                      Authorisation.Method.SIGNED_PAPER,
                      paper("授权 " + name)))
              .toList(),
          paper("承诺"),
          Intake.Origin.SAMPLE);
    }

    CaseFile apply() {
      return as(
          clerk,
          () -> hall.get(Applications.class).accept(intake(form(), List.of("张三", "赵某", "张小某"))));
    }
  }

  static Scan paper(String words) {
    return new Scan("签字.txt", words.getBytes(StandardCharsets.UTF_8));
  }

  AllowanceFile file(CaseFile file) {
    return as(officer, () -> hall.get(AllowanceFiles.class).of(file.id()));
  }

  /** Asks the sources. */
  CaseFile check(CaseFile file) {
    return as(
        officer,
        () ->
            hall.get(HouseholdCheck.class)
                .check(new HouseholdCheck.Order(file.id(), version(file), form())));
  }

  int version(CaseFile file) {
    return file(file).file().version();
  }

  @Override
  public void close() {
    hall.close();
    departments.close();
  }
}
