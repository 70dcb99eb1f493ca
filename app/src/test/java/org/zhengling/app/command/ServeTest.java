package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of one data directory: a first start without demonstration, a second server turned away,
 * a gazette brought in beside the running server, {@code kill -9}, a start with TLS on what it
 * left, an orderly stop.
 */
class ServeTest {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/welcome\\?token=[\\w-]+");

  @TempDir private static Path home = Path.of("");
  private static Path data = Path.of("");

  private static final Map<String, String> settings = new LinkedHashMap<>();
  private static List<String> firstPrinted = List.of();
  private static List<String> firstLinks = List.of();
  private static List<String> secondLinks = List.of();
  private static HttpResponse<String> welcome;
  private static HttpResponse<String> front;
  private static HttpResponse<String> signIn;
  private static HttpResponse<String> gazettesBefore;
  private static HttpResponse<String> gazettesAfter;
  private static Program.Ended secondServer;
  private static Program.Ended takenPort;
  private static Program.Ended imported;
  private static Program.Ended importedAgain;
  private static Program.Ended stopped;
  private static Postmaster orphan;
  private static boolean orphanRan;
  private static boolean somebodyWasSentAway;
  private static Postmaster replacement;
  private static String safeAddress;
  private static HttpResponse<String> safeSignIn;
  private static List<String> commandLines = List.of();

  @BeforeAll
  static void liveThroughIt()
      throws IOException, InterruptedException, SQLException, GeneralSecurityException {
    data = home.resolve("city");
    String folder = data.toString();
    String gazette = SmallGazette.in(home).toString();
    try (Program server = Program.start(home, Map.of(), "serve", "--data", folder, "--port", "0")) {
      String address = server.address();
      firstLinks = links(server);
      HttpClient client = HttpClient.newHttpClient();
      welcome = read(client, firstLinks.getFirst());
      front = read(client, address);
      signIn = read(client, address + "sign-in");
      secondServer = Program.run(home, "serve", "--data", folder, "--port", "0");
      String port = String.valueOf(URI.create(address).getPort());
      takenPort =
          Program.run(home, "serve", "--data", home.resolve("b").toString(), "--port", port);
      imported = Program.run(home, "gazette", "import", gazette, "--data", folder);
      gazettesBefore = read(client, address + "gazettes");
      orphan = Postmaster.of(data);
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        settings.put(setting, orphan.ask("show " + setting));
      }
      firstPrinted = server.printed().lines().toList();
      server.kill();
      orphanRan = orphan.runs();
    }
    // Somebody who still looks into the orphan does not keep it alive.
    try (Connection somebody = orphan.connect();
        Program server =
            Program.start(home, Map.of(), "serve", "--data", folder, "--port", "0", "--tls")) {
      safeAddress = server.address();
      somebodyWasSentAway = !somebody.isValid(1);
      secondLinks = links(server);
      replacement = Postmaster.of(data);
      gazettesAfter = read(trusting(data), safeAddress + "gazettes");
      safeSignIn = read(trusting(data), safeAddress + "sign-in");
      commandLines =
          ProcessHandle.allProcesses()
              .flatMap(process -> process.info().commandLine().stream())
              .toList();
      stopped = server.stop();
    }
    importedAgain = Program.run(home, "gazette", "import", gazette, "--data", folder);
  }

  @AfterAll
  static void nothingRunsOn() throws IOException {
    Postmaster.endUnder(data);
  }

  @Test
  void theDatabaseIsDurable() {
    assertThat(settings)
        .hasSize(3)
        .allSatisfy((setting, value) -> assertThat(value).as(setting).isEqualTo("on"));
  }

  @Test
  void theFirstStartPrintsOneLinkThatLetsTheFirstAdministratorIn() {
    assertThat(firstLinks).hasSize(1);
    assertThat(welcome.statusCode()).isEqualTo(200);
  }

  @Test
  void nothingButTheLinkTheAddressAndTheLogIsPrinted() {
    assertThat(firstPrinted).hasSize(4);
    assertThat(firstPrinted.get(0)).startsWith("还没有系统管理员。");
    assertThat(firstPrinted.get(1)).isEqualTo(firstLinks.getFirst());
    assertThat(firstPrinted.get(2)).startsWith("政令通已启动：http://127.0.0.1:");
    assertThat(firstPrinted.get(3)).contains(data.resolve("logs/server.log").toString());
  }

  @Test
  void aCityWithoutDemonstrationShowsItsFrontPageAndNoSampleAccounts() {
    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(front.body()).contains("lang=\"zh-CN\"").doesNotContain("示例数据");
    assertThat(signIn.statusCode()).isEqualTo(200);
    assertThat(signIn.body()).doesNotContain("示例账号", "-shili-", "ducha");
  }

  @Test
  void aSecondServerOnTheSameDataDirectoryIsTurnedAway() {
    OneSentence.of(secondServer, 3).startsWith("没有启动。数据目录 " + data + " 正被另一个服务使用。");
  }

  @Test
  void aTakenPortIsTold() {
    OneSentence.of(takenPort, 3).startsWith("没有启动。端口 ").contains("已被别的程序占用", "--port");
    assertThat(home.resolve("b")).doesNotExist();
  }

  @Test
  void aGazetteIsImportedBesideTheRunningServer() {
    assertThat(imported.err()).isEmpty();
    assertThat(imported.out().lines())
        .containsExactly("第 1 号导入：新发布 1 份文件，换新版 0 份，没有变化 0 份，任务 2 项。");
    assertThat(imported.code()).isZero();
    assertThat(gazettesBefore.body()).contains(SmallGazette.NUMBER);
  }

  @Test
  void nothingCommittedIsLostWhenTheServerIsKilled() {
    assertThat(gazettesAfter.statusCode()).isEqualTo(200);
    assertThat(gazettesAfter.body()).contains(SmallGazette.NUMBER);
  }

  @Test
  void theOrphanedDatabaseIsReplaced() {
    assertThat(orphanRan).as("the database outlives its killed server").isTrue();
    assertThat(orphan.runs()).isFalse();
    assertThat(somebodyWasSentAway).isTrue();
    assertThat(replacement.pid()).isNotEqualTo(orphan.pid());
  }

  @Test
  void whileNobodyAdministratesAnotherStartPrintsAnotherLink() {
    assertThat(secondLinks).hasSize(1).doesNotContainAnyElementsOf(tokensOnly(firstLinks));
    assertThat(tokensOnly(secondLinks)).doesNotContainAnyElementsOf(tokensOnly(firstLinks));
  }

  @Test
  void withTlsTheAddressIsHttpsAndItsCertificateFitsThisMachine() {
    // The pages were read by a client that trusts this one certificate and checks its name.
    assertThat(safeAddress).startsWith("https://127.0.0.1:");
    assertThat(secondLinks).allSatisfy(link -> assertThat(link).startsWith(safeAddress));
  }

  @Test
  void withTlsCookiesAreForTlsAloneAndTheBrowserStaysOnIt() {
    assertThat(safeSignIn.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    assertThat(safeSignIn.headers().firstValue("Strict-Transport-Security"))
        .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
    assertThat(safeSignIn.sslSession())
        .hasValueSatisfying(tls -> assertThat(tls.getProtocol()).isEqualTo("TLSv1.3"));
  }

  @Test
  void noSecretStandsInTheListOfProcesses() throws IOException {
    List<String> secrets =
        List.of(
            Files.readString(data.resolve("secrets/database")).strip(),
            Files.readString(data.resolve("secrets/tls")).strip());
    assertThat(commandLines).anyMatch(line -> line.contains(data.toString()));
    for (String secret : secrets) {
      assertThat(commandLines).noneMatch(line -> line.contains(secret));
    }
  }

  @Test
  void anOrderlyStopStopsTheDatabaseToo() {
    assertThat(stopped.err()).isEmpty();
    assertThat(replacement.runs()).isFalse();
  }

  @Test
  void importingTheSameGazetteAgainAloneChangesNothing() {
    assertThat(importedAgain.err()).isEmpty();
    assertThat(importedAgain.out().lines())
        .containsExactly("第 1 号导入：新发布 0 份文件，换新版 0 份，没有变化 1 份，任务 0 项。");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  private static List<String> links(Program server) throws IOException {
    return LINK.matcher(server.printed()).results().map(MatchResult::group).toList();
  }

  private static List<String> tokensOnly(List<String> links) {
    return links.stream().map(link -> URI.create(link).getQuery()).toList();
  }

  private static HttpResponse<String> read(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A browser whose owner has accepted the certificate of this server, and no other. */
  private static HttpClient trusting(Path data) throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(data.resolve("secrets/server.p12"))) {
      own.load(in, Files.readString(data.resolve("secrets/tls")).toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", own.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), new SecureRandom());
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
