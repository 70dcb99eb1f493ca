package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL of Debian's package; the one that somebody signed in to is killed.
 * The oldest PostgreSQL of the machine is taken: it proves the oldest supported one.
 */
class KilledServerTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final int GLANCES = 900;

  @TempDir private static Path home = Path.of("");
  private static DebianPostgres postgres;
  private static String version = "";
  private static HttpResponse<String> atTheFirst;
  private static HttpResponse<String> atTheOther;
  private static HttpResponse<String> afterTheKill;
  private static HttpResponse<String> atTheReplacement;
  private static HttpResponse<String> afterSigningOut;
  private static HttpResponse<String> readyAfterTheKill;
  private static int backends;
  private static String heldBy = "";
  private static String heldSince = "";
  private static String sweeps = "";
  private static String left = "";
  private static String printed = "";
  private static HttpResponse<String> throughTheProxy;
  private static HttpResponse<String> notThroughIt;
  private static HttpResponse<String> readyWithoutADatabase;
  private static HttpResponse<String> liveWithoutADatabase;
  private static Program.Ended backedUp;
  private static Program.Ended restored;

  @BeforeAll
  static void liveThroughIt() throws IOException, InterruptedException, SQLException {
    Optional<Path> programs = DebianPostgres.installed();
    assumeTrue(programs.isPresent(), "no PostgreSQL package: apt-get install postgresql");
    postgres = DebianPostgres.start(programs.orElseThrow());
    version = postgres.ask("postgres", "show server_version_num");
    postgres.ask("postgres", "create database city encoding 'UTF8' template template0");
    Map<String, String> url = Map.of("ZL_DATABASE_URL", postgres.url("city"));
    Map<String, String> often = new HashMap<>(url);
    often.put("ZL_JOBS_POLL", "1s");
    often.put("ZL_JOBS_HEARTBEAT", "1s");
    // The second stands behind a proxy on this machine and tells its log to the terminal.
    Map<String, String> behind = new HashMap<>(often);
    behind.put("ZL_PROXY", "127.0.0.1");
    behind.put("ZL_LOG", "console");
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    try (Program first = Program.start(home, often, serve("first"))) {
      String one = first.address();
      // Both open with the same master key, as a machine room hands it out.
      Files.createDirectory(home.resolve("second"));
      Files.copy(
          home.resolve("first/keys"),
          home.resolve("second/keys"),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      try (Connection held = heldUp();
          Program second = Program.start(home, behind, serve("second"))) {
        String other = second.address();
        signIn(browser, one);
        atTheFirst = read(browser, one + "work");
        atTheOther = read(browser, other + "work");
        first.kill();
        held.rollback();
        takeOver();
        throughTheProxy = throughTheProxy(browser, other, "https");
        notThroughIt = throughTheProxy(browser, other, "http");
        afterTheKill = read(browser, other + "work");
        readyAfterTheKill = read(browser, other + "health/ready");
        backends =
            Integer.parseInt(
                postgres.ask(
                    "postgres", "select count(*) from pg_stat_activity where usename = 'zl_app'"));
        Path file = home.resolve("city.zip");
        backedUp =
            Program.run(
                home, url, "backup", file.toString(), "--data", home.resolve("second").toString());
        restored =
            Program.run(
                home,
                "restore",
                file.toString(),
                "--demo",
                "--data",
                home.resolve("third").toString());
        try (Program replacement = Program.start(home, url, serve("first"))) {
          String again = replacement.address();
          atTheReplacement = read(browser, again + "work");
          submit(browser, other, "sign-out", "");
          afterSigningOut = read(browser, again + "work");
        }
        printed = second.printed();
        postgres.interrupt();
        readyWithoutADatabase = read(browser, other + "health/ready");
        liveWithoutADatabase = read(browser, other + "health/live");
      }
    }
  }

  /**
   * The first server takes the job that removes what is due, and stays in the middle of it: what it
   * needs is locked from here.
   */
  private static Connection heldUp() throws SQLException {
    Connection held = postgres.connect("city");
    held.setAutoCommit(false);
    try (Statement statement = held.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(9704201220200822)");
    }
    postgres.ask(
        "city",
        "insert into access.one_time_link (digest, purpose, made_at, expires_at) values"
            + " (repeat('f', 64), 'first-administrator', now() - interval '8 months', now() -"
            + " interval '7 months')");
    until("select exists (select 1 from jobs.job where task_name = 'retention')");
    postgres.ask(
        "city",
        "update jobs.job set execution_time = now() where task_name = 'retention' and not picked");
    until(
        "select exists (select 1 from jobs.job where task_name = 'retention' and picked)"
            + " and exists (select 1 from pg_stat_activity where usename = 'zl_app'"
            + " and wait_event_type = 'Lock' and query like '%9704201220200822%')");
    heldSince = postgres.ask("city", "select now()");
    heldBy = postgres.ask("city", "select picked_by from jobs.job where task_name = 'retention'");
    return held;
  }

  private static void takeOver() throws SQLException {
    until(
        "select exists (select 1 from jobs.job where task_name = 'retention' and not picked"
            + " and last_success > '"
            + heldSince
            + "')");
    sweeps =
        postgres.ask(
            "city",
            "select string_agg(about, ';') from audit.entry where act = 'SWEEP_RECORDS'"
                + " and about like '%失效的一次性链接%'");
    left =
        postgres.ask(
            "city", "select count(*) from access.one_time_link where digest = repeat('f', 64)");
  }

  /** Looks again and again, with patience for a busy machine. */
  private static void until(String question) throws SQLException {
    for (int i = 0; i < GLANCES; i++) {
      if (postgres
          .ask("city", "select coalesce(pg_sleep(0.2)::text, '') || (" + question + ")")
          .endsWith("true")) {
        return;
      }
    }
    throw new IllegalStateException("Maybe no server does its jobs: " + question);
  }

  private static HttpResponse<String> throughTheProxy(
      HttpClient browser, String address, String scheme) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address + "sign-in"))
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Proto", scheme)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aJobThatTheKilledServerHeldIsDoneByTheOtherOnce() {
    assertThat(heldBy).isNotEmpty().isNotEqualTo("null");
    assertThat(sweeps).contains("失效的一次性链接 1 条").doesNotContain(";");
    assertThat(left).isEqualTo("0");
  }

  @Test
  void aProxyThatIsNamedIsBelievedAboutTheWay() {
    assertThat(throughTheProxy.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(notThroughIt.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void theLogAlsoGoesToTheTerminalAsRecords() {
    assertThat(printed.lines().filter(line -> line.startsWith("{")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("\"@timestamp\"").endsWith("}"));
  }

  @Test
  void aServerWhoseDatabaseIsGoneAsksNotToBeSentVisitors() {
    assertThat(readyWithoutADatabase.statusCode()).isEqualTo(503);
    assertThat(readyWithoutADatabase.body()).isEqualTo("{\"status\":\"down\"}");
    assertThat(liveWithoutADatabase.statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static String[] serve(String folder) {
    return new String[] {
      "serve", "--demo", "--port", "0", "--data", home.resolve(folder).toString()
    };
  }

  private static void signIn(HttpClient browser, String address)
      throws IOException, InterruptedException {
    submit(browser, address, "sign-in", "&name=ducha&password=ducha-shili-2021");
  }

  private static void submit(HttpClient browser, String address, String path, String fields)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(read(browser, address + "search").body());
    assertThat(token.find()).isTrue();
    String body = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + fields;
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private static HttpResponse<String> read(HttpClient browser, String address)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theOldestSupportedPostgresServes() {
    assertThat(Integer.parseInt(version)).isGreaterThanOrEqualTo(150000);
    assertThat(atTheFirst.statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignedInAtOneServerIsSignedInAtTheOther() {
    assertThat(atTheOther.statusCode()).isEqualTo(200);
    assertThat(atTheOther.body()).contains("市政府督查岗");
  }

  @Test
  void aSessionSurvivesTheKillOfTheServerThatBeganIt() {
    assertThat(afterTheKill.statusCode()).isEqualTo(200);
    assertThat(afterTheKill.body()).contains("市政府督查岗");
    assertThat(readyAfterTheKill.body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(backends).as("connections of the one that is left").isBetween(1, 30);
  }

  @Test
  void aServerThatTakesThePlaceOfTheKilledOneKnowsTheSessionAndItsEnd() {
    assertThat(atTheReplacement.statusCode()).isEqualTo(200);
    assertThat(afterSigningOut.statusCode()).isEqualTo(303);
  }

  @Test
  void aBackupOfTheOldestPostgresIsRestoredIntoTheEmbeddedOne() {
    assertThat(backedUp.err()).isEmpty();
    assertThat(backedUp.code()).isZero();
    assertThat(restored.err()).isEmpty();
    assertThat(restored.out()).contains("摘要全部一致");
    assertThat(restored.code()).isZero();
  }
}
