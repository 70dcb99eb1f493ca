package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhengling.app.Startup;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.access.CitizenAnswer;
import org.zhengling.platform.access.CitizenSessions;
import org.zhengling.platform.access.Delegations;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLink;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.AuditReading;
import org.zhengling.platform.audit.store.EntryViews;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.NewResident;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Residents;
import org.zhengling.platform.registry.WithoutNumber;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;
import org.zhengling.platform.supervision.Supervision;

/**
 * Every address of the running program, as its mappings name them, read by every kind of post of
 * three counties at once: no page carries a row of another county. Rows of a county are known by a
 * word that stands in them and nowhere else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryAddressTest {
  /** What lends or gives a post comes last: the word of another county stands in its pages then. */
  private static final int LAST = Integer.MAX_VALUE;

  private static final String CITY = "370800000000";
  private static final String PASSWORD = "shi nian shu mu";
  private static final long SEED = 20200827;

  /** A county and the word in its rows. */
  private static final Map<String, String> COUNTIES =
      Map.of("370811000000", "外乡甲甲", "370826000000", "外乡乙乙", "370883000000", "外乡丙丙");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private RunningServer server;

  private final Map<String, Long> people = new LinkedHashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> residents = new ArrayList<>();
  private final List<String> households = new ArrayList<>();

  @BeforeAll
  void threeCountiesWithEveryKindOfPost() {
    server = RunningServer.demonstration(folder.resolve("data"));
    COUNTIES.forEach(this::settle);
    for (PostKind kind : PostKind.values()) {
      enter(kind, CITY, "全市的人");
    }
    COUNTIES.keySet().forEach(this::report);
    COUNTIES.forEach(this::register);
    listAddresses();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private void settle(String area, String word) {
    for (PostKind kind : PostKind.values()) {
      enter(kind, area, word);
    }
  }

  private static String name(PostKind kind, String area) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "." + area;
  }

  private void enter(PostKind kind, String area, String word) {
    Access access = server.get(Access.class);
    NewPost post =
        new NewPost(kind, word + kind.chinese(), area, null, LocalDate.of(2021, 1, 1), null);
    SignedIn administrator = signedIn("guanli", "guanli-shili-2021");
    OneTimeLink link =
        administrator.call(
            () -> access.createPerson(new NewPerson(name(kind, area), word + "人", true), post));
    server.did(() -> {
      server.get(OneTimeLinks.class).setPassword(link.token(), PASSWORD);
      return true;
    });
    people.put(name(kind, area), signedIn(name(kind, area), PASSWORD).personId());
  }

  private SignedIn signedIn(String name, String password) {
    SignInAnswer answer =
        server.did(() ->
            server
                .get(SignIns.class)
                .signIn(name, password, new SignInFrom("127.0.0.1", "Linux，Chrome")));
    return ((SignInAnswer.Welcome) answer).signedIn();
  }

  private void report(String area) {
    SignedIn reporter = signedIn(name(PostKind.REPORTER, area), PASSWORD);
    Board board = reporter.call(() -> server.get(Boards.class).inScope());
    for (Board.Row row : board.rows()) {
      Board.Cell cell = row.cells().get(area);
      if (cell != null) {
        reporter.call(() -> {
          server
              .get(Supervision.class)
              .report(cell.assignment().id(), 55, COUNTIES.get(area) + "的说明", reporter);
          return area;
        });
      }
    }
  }

  /** Somebody whose name and address hold the word of the county. */
  private void register(String area, String word) {
    SignedIn clerk = signedIn(name(PostKind.CLERK, area), PASSWORD);
    clerk.call(() -> {
      NewResident person =
          NewResident.without(word + "人", WithoutNumber.OTHER, area, "自述").sample();
      NumberAnswer answer = server.get(Residents.class).enter(person);
      long resident = ((NumberAnswer.Accepted) answer).resident();
      residents.add(String.valueOf(resident));
      LocalDate day = LocalDate.of(2021, 1, 1);
      long household =
          server
              .get(Households.class)
              .open(new Households.NewHousehold(resident, area, word + "路", day, "户口簿"));
      households.add(String.valueOf(household));
      return area;
    });
  }

  /** What stands in place of a variable, and what a list is asked; a new page adds its own. */
  private Map<String, List<String>> fillings() {
    List<String> ids = people.values().stream().map(String::valueOf).toList();
    List<String> documents =
        server.get(Library.class).documents().stream()
            .map(document -> Reader.encode(document.number()))
            .limit(2)
            .toList();
    Map<String, List<String>> fillings = new TreeMap<>();
    fillings.put("/people/{id}/post", ids);
    fillings.put("/security/people/{id}", ids);
    fillings.put("/imports/{id}", List.of("1", "2"));
    fillings.put("/notices/{id}", List.of("1"));
    fillings.put("/objections/{id}", List.of("1"));
    fillings.put("/funds/accounts/{id}", List.of("1", "2"));
    fillings.put("/payments/{id}", List.of("1"));
    fillings.put("/payments/{id}/replies/{reply}/faults.csv", List.of("1"));
    fillings.put("/audit/roots/{number}", List.of("1", "2"));
    fillings.put("/audit/roots/{number}/text", List.of("1"));
    fillings.put("/imports/{id}/publish", List.of("1", "2"));
    fillings.put("/documents/{number}", documents);
    fillings.put("/documents/{number}.pdf", documents);
    fillings.put("/documents/{number}.json", documents);
    fillings.put("/documents/{number}.xml", documents);
    fillings.put("/documents/{number}/print", documents);
    fillings.put("/sources/{slug}", List.of("bank-deposits", "vehicles"));
    fillings.put("/registry/people/{id}", residents);
    fillings.put("/registry/people/{id}/correct", residents);
    fillings.put("/registry/people/{id}/merge", residents);
    fillings.put("/registry/facts/{fact}", List.of("1?id=" + residents.getFirst()));
    fillings.put("/registry/merges/{merge}/split", List.of("1"));
    fillings.put("/registry/households/{id}", households);
    fillings.put("/registry/memberships/{id}", List.of("1"));
    fillings.put("/credit/{id}", List.of("1"));
    fillings.put("/programmes/{slug}", List.of("childcare", "social-assistance"));
    return fillings;
  }

  private List<String> expanded(String pattern) {
    if (pattern.equals("/tasks/one")) {
      Board board =
          new Scope(List.of(CITY))
              .<Board, RuntimeException>call(() -> server.get(Boards.class).inScope());
      return board.rows().stream()
          .limit(4)
          .flatMap(row ->
              COUNTIES.keySet().stream()
                  .map(area -> "/tasks/one?id=" + Reader.encode(row.task().id()) + "&area=" + area))
          .toList();
    }
    if (pattern.equals("/search")) {
      return COUNTIES.values().stream().map(word -> "/search?q=" + Reader.encode(word)).toList();
    }
    if (pattern.equals("/documents/{number}/clauses/{path}")) {
      return server.get(Library.class).documents().stream()
          .limit(1)
          .flatMap(document ->
              server.get(Library.class).clauses(document.number()).stream()
                  .limit(3)
                  .map(clause ->
                      "/documents/"
                          + Reader.encode(document.number())
                          + "/clauses/"
                          + Reader.encode(clause.path())))
          .toList();
    }
    if (pattern.startsWith("/cases/{id}")) {
      return List.of(pattern.replace("{id}", "1").replace("{document}", "1"));
    }
    if (!pattern.contains("{")) {
      return List.of(pattern);
    }
    List<String> filled = fillings().get(pattern);
    if (filled == null) {
      unknown.add(pattern);
      return List.of();
    }
    return filled.stream().map(one -> pattern.replaceAll("\\{[^}]+}", one)).toList();
  }

  private void listAddresses() {
    Set<String> patterns = new TreeSet<>();
    server
        .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            patterns.addAll(mapping.getPatternValues());
          }
        });
    patterns.forEach(pattern -> addresses.addAll(expanded(pattern)));
    addresses.addAll(List.of("/tasks?state=overdue", "/wall-chart?screen=true"));
  }

  @Test
  void every_address_with_a_variable_is_among_those_that_are_read() {
    assertThat(unknown).isEmpty();
    assertThat(addresses).contains("/people", "/security", "/tasks", "/work", "/wall-chart");
    assertThat(addresses).hasSizeGreaterThan(60);
  }

  /** What somebody read: the words of counties that stood there, and pages that failed. */
  private record Seen(String area, Set<String> words, List<String> faults) {}

  private Seen read(PostKind kind, String area, Random random) throws Exception {
    Set<String> words = new TreeSet<>();
    List<String> faults = new ArrayList<>();
    String own = COUNTIES.getOrDefault(area, "");
    List<String> order = new ArrayList<>(addresses);
    Collections.shuffle(order, random);
    try (Reader reader = new Reader(server.address(), name(kind, area), PASSWORD)) {
      for (String address : order) {
        HttpResponse<String> page = reader.read(address);
        if (page.statusCode() >= 500) {
          faults.add(address + ": " + page.statusCode());
        }
        for (String word : COUNTIES.values()) {
          // The words that were asked for stand in the field of the search.
          boolean there = page.body().contains(word) && !address.startsWith("/search");
          if (there) {
            words.add(word);
          }
          if (there && !area.equals(CITY) && !word.equals(own)) {
            faults.add(kind + " of " + area + " reads " + word + " at " + address);
          }
        }
      }
    }
    return new Seen(area, words, faults);
  }

  private Map<String, List<Seen>> everybodyReads(Set<String> areas) throws Exception {
    Random seeds = new Random(SEED);
    List<Callable<Seen>> readers = new ArrayList<>();
    for (String area : areas) {
      for (PostKind kind : PostKind.values()) {
        long seed = seeds.nextLong();
        readers.add(() -> read(kind, area, new Random(seed)));
      }
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Seen> seen = new ArrayList<>();
      for (Future<Seen> one : threads.invokeAll(readers)) {
        seen.add(one.get());
      }
      return seen.stream().collect(Collectors.groupingBy(Seen::area));
    }
  }

  @Test
  void nobody_of_a_county_reads_a_row_of_another_while_all_read_at_once() throws Exception {
    Map<String, List<Seen>> seen = everybodyReads(COUNTIES.keySet());
    assertThat(seen.values().stream().flatMap(List::stream).flatMap(one -> one.faults().stream()))
        .isEmpty();
    seen.forEach((area, all) ->
        // The walk can see: administrators and reporters of the county read its own rows.
        assertThat(all)
            .anySatisfy(one -> assertThat(one.words()).containsExactly(COUNTIES.get(area))));
  }

  @Test
  void the_city_reads_them_all() throws Exception {
    List<Seen> seen = Objects.requireNonNull(everybodyReads(Set.of(CITY)).get(CITY));
    assertThat(seen.stream().flatMap(one -> one.faults().stream())).isEmpty();
    assertThat(seen)
        .filteredOn(one -> one.words().containsAll(COUNTIES.values()))
        .as("posts that read people or reports")
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  @Order(LAST)
  void whoever_looks_at_delegations_is_in_the_audit_with_whose_names_they_saw() throws Exception {
    long lender = Objects.requireNonNull(people.get(name(PostKind.LEADER, "370883000000")));
    long delegate = Objects.requireNonNull(people.get(name(PostKind.LEADER, "370826000000")));
    SignedIn by = signedIn(name(PostKind.LEADER, "370883000000"), PASSWORD);
    LocalDate from = Startup.DEMO_DAY;
    by.call(() ->
        server
            .get(Delegations.class)
            .lend(name(PostKind.LEADER, "370826000000"), from, from.plusDays(2)));
    try (Reader reader = new Reader(server.address(), by.signInName(), PASSWORD)) {
      assertThat(reader.read("/delegations").statusCode()).isEqualTo(200);
    }
    SignedIn guard = signedIn(name(PostKind.SECURITY_ADMINISTRATOR, "370883000000"), PASSWORD);
    try (Reader reader = new Reader(server.address(), guard.signInName(), PASSWORD)) {
      assertThat(reader.read("/security/delegations").statusCode()).isEqualTo(200);
    }
    SignedIn auditor = signedIn(name(PostKind.AUDIT_ADMINISTRATOR, CITY), PASSWORD);
    EntryViews.Wanted looks =
        new EntryViews.Wanted(null, null, null, "READ_PEOPLE", EntryViews.Outcome.ANY, null, null);
    assertThat(
            auditor
                .<AuditReading.Page, RuntimeException>call(
                    () -> server.get(AuditReading.class).read(looks, "查看人员资料", 0))
                .entries())
        .anySatisfy(one -> {
          assertThat(one.about()).isEqualTo("代理");
          assertThat(one.actor()).isEqualTo(lender);
          assertThat(one.subjects()).containsExactlyInAnyOrder(lender, delegate);
        })
        .anySatisfy(one -> {
          assertThat(one.about()).isEqualTo("代理监督");
          assertThat(one.subjects()).contains(lender, delegate);
        });
  }

  @Test
  @Order(LAST)
  void an_applicant_with_a_receipt_opens_nothing_that_a_stranger_may_not() throws Exception {
    Citizen citizen = new Citizen(1, "示例 1 号", "370811000000");
    CitizenAnswer answer =
        server.did(() ->
            server
                .get(CitizenSessions.class)
                .begin("R-1", "127.0.0.1", () -> Optional.of(citizen)));
    String cookie = "zl-case=" + ((CitizenAnswer.Welcome) answer).token();
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (String address :
          addresses.stream().filter(one -> !one.startsWith("/my-case")).toList()) {
        URI uri = URI.create(server.address() + address);
        HttpRequest stranger = HttpRequest.newBuilder(uri).build();
        HttpRequest applicant = HttpRequest.newBuilder(uri).header("Cookie", cookie).build();
        int expected = browser.send(stranger, HttpResponse.BodyHandlers.discarding()).statusCode();
        assertThat(browser.send(applicant, HttpResponse.BodyHandlers.discarding()).statusCode())
            .as(address)
            .isEqualTo(expected);
      }
      HttpRequest own = HttpRequest.newBuilder(URI.create(server.address() + "/my-case")).build();
      assertThat(
              browser
                  .send(own, HttpResponse.BodyHandlers.discarding())
                  .headers()
                  .firstValue("Location"))
          .as("without the session")
          .contains("/receipt?why=needed");
      HttpRequest let =
          HttpRequest.newBuilder(URI.create(server.address() + "/my-case/nothing-here"))
              .header("Cookie", cookie)
              .build();
      assertThat(browser.send(let, HttpResponse.BodyHandlers.discarding()).statusCode())
          .as("with it one is let in below one's own case")
          .isEqualTo(404);
    }
  }

  private record Limited(String table, String column) {}

  /** Every table with an area but the public ones. */
  private List<Limited> tables() {
    return sql()
        .sql(
            """
            select distinct n.nspname || '.' || c.relname as limited, a.attname as held_in
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname not like 'pg\\_%'
              and (a.attname = 'area' or a.attname like '%\\_area')
            order by 1
            """)
        .query((row, number) -> new Limited(row.getString("limited"), row.getString("held_in")))
        .list()
        .stream()
        // Found by the digest of a token, before there is a scope: CitizenSessionsTest.
        .filter(limited -> !limited.table().equals("access.citizen_session"))
        .toList();
  }

  private JdbcClient sql() {
    return server.get(JdbcClient.class);
  }

  private long rows(String table, String where) {
    return sql()
        .sql("select count(*) from " + table + " where " + where)
        .query(Long.class)
        .single();
  }

  @Test
  void no_table_with_an_area_shows_a_row_without_a_scope_or_one_of_another_area() {
    assertThat(tables()).hasSizeGreaterThanOrEqualTo(3);
    for (Limited limited : tables()) {
      String table = limited.table();
      assertThat(rows(table, "true")).as(table).isZero();
      for (String county : COUNTIES.keySet()) {
        String foreign =
            limited.column()
                + " not in (select descendant from access.area_closure where ancestor = '"
                + county
                + "')";
        Scope scope = new Scope(List.of(county));
        assertThat(scope.<Long, RuntimeException>call(() -> rows(table, foreign)))
            .as(table)
            .isZero();
      }
    }
    Scope city = new Scope(List.of(CITY));
    for (String table : List.of("access.post", "supervision.assignment", "supervision.report")) {
      assertThat(city.<Long, RuntimeException>call(() -> rows(table, "true")))
          .as(table)
          .isPositive();
    }
  }

  /**
   * A function that runs as the owner is a hole by design: a search over a register is one. Each is
   * named here with the test that tries it with foreign rows; a new one fails until it has its own.
   */
  private static final Map<String, String> HOLES =
      Map.ofEntries(
          Map.entry("access.posts_of", "SignInTest: posts of one person, before there is a scope"),
          Map.entry("access.has_administrator", "GivingPostsTest: yes or no"),
          Map.entry("access.excluded_by", "ThreeAdministratorsTest: one kind of post"),
          Map.entry("access.delegations_of", "DelegationsTest: those of one person"),
          Map.entry("access.end_delegation", "DelegationsTest: by one of the two"),
          Map.entry("access.remove_ended_links", "RetentionTest: only links that ended"),
          Map.entry(
              "supervision.public_progress", "supervision.ForeignRowsTest: no note and no person"),
          Map.entry("ledger.lock_accounts", "LedgerDatabaseTest: accounts of the scope alone"),
          Map.entry("ledger.write_transfers", "LedgerDatabaseTest: accounts of the scope alone"),
          Map.entry("ledger.roll_up", "LedgerDatabaseTest: a trigger of what was written"),
          Map.entry("ledger.begin_account", "LedgerDatabaseTest: a trigger of what was opened"),
          Map.entry("notices.shown", "NoticesTest: columns for everybody alone"),
          Map.entry("registry.holder_of", "RegistryForeignRowsTest: a county and nothing else"),
          Map.entry(
              "registry.organisation_of", "RegistryForeignRowsTest: a county and nothing else"),
          Map.entry("registry.ask_move", "RegistryForeignRowsTest: tells who asks nothing"),
          Map.entry("registry.hand_over", "RegistryForeignRowsTest: by the holder alone"),
          Map.entry("registry.keep_as", "DuplicatesTest: both are seen"),
          Map.entry("registry.split_off", "RegistryForeignRowsTest: refused for foreign people"),
          Map.entry("credit.standing_of", "CreditTest: clause and last day"));

  @Test
  void every_function_that_runs_as_the_owner_has_a_test_with_foreign_rows() {
    assertThat(
            sql()
                .sql(
                    """
                    select n.nspname || '.' || p.proname
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where p.prosecdef and n.nspname in ('access', 'supervision', 'clauses', 'registry', 'credit', 'ledger', 'notices')
                    """)
                .query((row, number) -> row.getString(1))
                .list())
        .containsExactlyInAnyOrderElementsOf(HOLES.keySet());
  }

  @Test
  @Order(LAST)
  void changing_the_post_changes_what_is_seen_and_nothing_adds_up() {
    String first = "370811000000";
    String second = "370826000000";
    long person = Objects.requireNonNull(people.get(name(PostKind.LEADER, first)));
    Access access = server.get(Access.class);
    NewPost more =
        new NewPost(PostKind.LEADER, "领导岗", second, null, LocalDate.of(2021, 1, 1), null);
    signedIn("guanli", "guanli-shili-2021").call(() -> access.givePost(person, more));
    for (Post post : access.postsOf(person)) {
      SignedIn inPost =
          new SignedIn(person, name(PostKind.LEADER, first), "领导", post, access.postsOf(person));
      Board board = inPost.call(() -> server.get(Boards.class).inScope());
      assertThat(board.rows().stream().flatMap(row -> row.cells().keySet().stream()).distinct())
          .containsExactly(post.areaCode());
    }
    signedIn("guanli", "guanli-shili-2021")
        .call(() -> {
          access.endPost(access.postsOf(person).getLast().id());
          return person;
        });
  }
}
