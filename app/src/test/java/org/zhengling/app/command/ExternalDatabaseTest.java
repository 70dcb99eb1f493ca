package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.app.database.RealPostgres;

/** The program on a PostgreSQL of the city's machine room, told by {@code ZL_DATABASE_URL}. */
class ExternalDatabaseTest {
  private static final String ENCODED =
      URLEncoder.encode(RealPostgres.PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

  /** Several servers on one database share their master key. */
  private static final String MASTER_KEY = "7c1fe09a35d84b62a90d17e6f3285bc4";

  @TempDir private static Path home = Path.of("");
  private static RealPostgres postgres;
  private static HttpResponse<String> signIn;
  private static HttpResponse<String> gazettes;
  private static Program.Ended imported;

  @BeforeAll
  static void serveOnIt() throws IOException, InterruptedException, SQLException {
    postgres = RealPostgres.start(home);
    postgres.execute("postgres", "create database city encoding 'UTF8' template template0");
    Map<String, String> plain =
        Map.of(
            "ZL_DATABASE_URL",
            "postgresql://postgres:" + ENCODED + "@" + place(),
            "ZL_KEYS",
            MASTER_KEY);
    try (Program server = Program.start(home, plain, serve("first"))) {
      String address = server.address();
      signIn = read(address + "sign-in");
      Map<String, String> jdbc =
          Map.of(
              "ZL_DATABASE_URL",
              "jdbc:postgresql://" + place(),
              "ZL_DATABASE_USER",
              "postgres",
              "ZL_DATABASE_PASSWORD",
              RealPostgres.PASSWORD,
              "ZL_KEYS",
              MASTER_KEY);
      String gazette = SmallGazette.in(home).toString();
      String elsewhere = home.resolve("second").toString();
      imported = Program.run(home, jdbc, "gazette", "import", gazette, "--data", elsewhere);
      gazettes = read(address + "gazettes");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void pagesAreAnswered() {
    assertThat(signIn.statusCode()).isEqualTo(200);
  }

  @Test
  void aCommandWithTheOtherFormOfTheAddressWorksOnTheSameDatabase() {
    assertThat(imported.err()).isEmpty();
    assertThat(imported.code()).isZero();
    assertThat(gazettes.body()).contains(SmallGazette.NUMBER);
  }

  @Test
  void noDatabaseOfOurOwnIsMade() {
    assertThat(home.resolve("first/server.lock")).exists();
    assertThat(home.resolve("first/postgres")).doesNotExist();
    assertThat(home.resolve("second/postgres")).doesNotExist();
  }

  @Test
  void twoRolesAreThereAndTheServingOneCannotBypass() throws SQLException {
    assertThat(
            postgres.ask(
                "city",
                "select string_agg(rolname || ' ' || (rolsuper or rolbypassrls), ', ' order by"
                    + " rolname) from pg_roles where rolname like 'zl%'"))
        .isEqualTo("zl_app false, zl_owner false");
  }

  @Test
  void aWrongPasswordIsTold() throws IOException, InterruptedException {
    OneSentence.of(run(url("postgresql://postgres:guess@" + place())), 3)
        .startsWith("没有启动。数据库不认用户 postgres 的密码。")
        .doesNotContain("guess");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsTold() throws IOException, InterruptedException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    OneSentence.of(run(url("postgresql://postgres:secret@127.0.0.1:" + nobody + "/city")), 3)
        .startsWith("没有启动。连不上数据库 ")
        .doesNotContain("secret");
  }

  @Test
  void anAddressThatCannotBeReadIsTold() throws IOException, InterruptedException {
    OneSentence.of(run(url("mysql://root@127.0.0.1/city")), 3)
        .startsWith("没有启动。ZL_DATABASE_URL 读不懂。");
  }

  @Test
  void aServingRoleThatCanBypassRowLevelSecurityIsRefused()
      throws IOException, InterruptedException, SQLException {
    postgres.execute("postgres", "alter role zl_app bypassrls");
    try {
      OneSentence.of(run(url("postgresql://postgres:" + ENCODED + "@" + place())), 3)
          .startsWith("没有启动。数据库角色 zl_app 的权限过大，能绕过按区划的行级限制。");
    } finally {
      postgres.execute("postgres", "alter role zl_app nobypassrls");
    }
  }

  private static String place() {
    return "127.0.0.1:" + postgres.port() + "/city";
  }

  private static Map<String, String> url(String url) {
    return Map.of("ZL_DATABASE_URL", url);
  }

  private static Program.Ended run(Map<String, String> variables)
      throws IOException, InterruptedException {
    return Program.run(home, variables, serve("refused"));
  }

  private static String[] serve(String folder) {
    return new String[] {"serve", "--port", "0", "--data", home.resolve(folder).toString()};
  }

  private static HttpResponse<String> read(String address)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).GET().build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
