package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.context.WebApplicationContext;

/** What no page sends: forged names, forged cookies, odd methods, traps in files. */
class HostileRequestsTest {
  private static final String GAZETTE =
      """
      济宁市人民政府公报

      济宁市人民政府关于上传检验的通知
      济政字〔2020〕%d号

      一、总体要求
      （一）12月底前完成。（责任单位：市民政局）

      济宁市人民政府
      2020年8月1日
      """;

  @TempDir private static Path home = Path.of("");
  private static OpenCity city;

  @BeforeAll
  static void open() {
    city = new OpenCity(home.resolve("data"));
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @BeforeEach
  void asAStranger() {
    city.forget();
  }

  private static String request(String... lines) {
    return String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil"})
  void aStrangersNameOfThisServerIsTurnedAway(String host) throws IOException {
    String answer = city.raw(request("GET /sign-in HTTP/1.1", "Host: " + host));
    assertThat(answer).startsWith("HTTP/1.1 421").contains("不认识您用的网址").doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]", "10.1.2.3"})
  void namesThatCannotBeAStrangersAreAnswered(String host) throws IOException {
    assertThat(city.raw(request("GET /sign-in HTTP/1.1", "Host: " + host)))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void nobodyIsBelievedWhoSaysThatHeAsksForSomebodyElse() throws IOException {
    String answer =
        city.raw(
            request(
                "GET /people HTTP/1.1",
                "Host: 127.0.0.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example",
                "X-Original-URL: /"));
    assertThat(answer).startsWith("HTTP/1.1 303").doesNotContain("evil").doesNotContain("Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "OPTIONS", "PROPFIND", "JEFF"})
  void methodsThatNoPageKnowsAreRefused(String method) throws IOException {
    String answer =
        city.raw(request(method + " /search HTTP/1.1", "Host: 127.0.0.1", "X-Mine: zlmine"));
    assertThat(answer)
        .containsPattern("^HTTP/1\\.1 (4\\d\\d|501)")
        .doesNotContain("zlmine")
        .doesNotContain("Tomcat/");
  }

  @Test
  void twoLengthsOfOneRequestAreRefused() throws IOException {
    String answer =
        city.raw(
            request(
                    "POST /sign-in HTTP/1.1",
                    "Host: 127.0.0.1",
                    "Content-Length: 3",
                    "Transfer-Encoding: chunked")
                + "0\r\n\r\nGET /people HTTP/1.1\r\n\r\n");
    assertThat(answer.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../application.properties",
        "/assets/..%2fapplication.properties",
        "/assets/%2e%2e/%2e%2e/migration/app/",
        "/assets/..;/application.properties",
        "/assets//../../application.properties",
        "/webjars/..%5c..%5capplication.properties",
        "/webjars/",
        "/assets/",
        "/assets/%00.css",
        "/assets/org/zhengling/app/Server.class"
      })
  void noFileOfTheProgramIsReadByAPath(String path) throws IOException {
    String answer = city.raw(request("GET " + path + " HTTP/1.1", "Host: 127.0.0.1"));
    assertThat(answer)
        .containsPattern("^HTTP/1\\.1 4\\d\\d")
        .doesNotContain("spring.")
        .doesNotContain("V2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/metrics",
        "/prometheus",
        "/env",
        "/heapdump",
        "/beans",
        "/loggers",
        "/health",
        "/actuator/health",
        "/h2-console",
        "/v3/api-docs"
      })
  void nothingOfTheInsideIsShownOnThePagesPort(String path) throws Exception {
    assertThat(city.read(path).statusCode()).isIn(303, 404);
    city.signIn("ducha");
    assertThat(city.read(path).statusCode()).isEqualTo(404);
  }

  @Test
  void healthIsOneWord() throws Exception {
    for (String path : List.of("/health/live", "/health/ready")) {
      HttpResponse<String> answer = city.read(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
      assertThat(answer.headers().firstValue("Cache-Control"))
          .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
    }
  }

  @Test
  void aSessionNumberThatWasSlippedInIsWorthNothing() throws Exception {
    HttpRequest.Builder forged =
        HttpRequest.newBuilder(city.uri("/people"))
            .header("Cookie", "zl=0123456789ABCDEF0123456789ABCDEF");
    assertThat(city.send(forged.build()).statusCode()).isEqualTo(303);
    city.signIn("guanli");
    assertThat(city.cookie("zl")).isNotEmpty().isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    String used = city.cookie("zl");
    city.submit("/sign-out", Map.of());
    city.forget();
    HttpRequest again =
        HttpRequest.newBuilder(city.uri("/people")).header("Cookie", "zl=" + used).build();
    assertThat(city.send(again).statusCode()).as("a session that was ended").isEqualTo(303);
  }

  @Test
  void pagesOfSomebodyWhoIsSignedInAreKeptNowhere() throws Exception {
    city.signIn("ducha");
    for (String page : List.of("/work", "/tasks", "/wall-chart", "/wall-chart/time.json")) {
      HttpHeaders headers = city.read(page).headers();
      assertThat(headers.firstValue("Cache-Control").orElse("")).as(page).contains("no-store");
    }
  }

  @Test
  void dataForChartsIsNotForStrangersNorForOtherSites() throws Exception {
    assertThat(city.read("/wall-chart/time.json").statusCode()).isEqualTo(303);
    city.signIn("ducha");
    HttpResponse<String> data = city.read("/wall-chart/time.json");
    assertThat(data.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(data.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(data.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(data.body()).startsWith("{");
  }

  @Test
  void everyAnswerCarriesTheHeadersAlsoAnErrorAndAFile() throws Exception {
    for (String path :
        List.of("/", "/nothing-here/at/all", "/assets/zhengling.css", "/people", "/health/live")) {
      HttpHeaders headers = city.read(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains(
              "default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'");
      assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Server")).as(path).isEmpty();
      assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
    }
  }

  @Test
  void aNumberThatAClientSendsIsNotTakenOver() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(city.uri("/")).header("X-Request-Id", "zlmine").build();
    String number = city.send(request).headers().firstValue("X-Request-Id").orElse("");
    assertThat(number).matches("[2-9A-HJ-NP-Z]{8}");
    assertThat(city.read("/").headers().firstValue("X-Request-Id"))
        .isPresent()
        .get()
        .isNotEqualTo(number);
    assertThat(city.log()).doesNotContain("zlmine").contains(number);
  }

  @Test
  void aFileOfAStrangerIsTurnedAwayBeforeItIsKept() throws Exception {
    HttpResponse<String> answer =
        city.upload("/imports", "a.txt", GAZETTE.formatted(901).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("没有上传。您还没有登录");
    assertThat(temporary()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedByWhatItSaysAndByWhatItIs() throws Exception {
    city.signIn("gongbao");
    byte[] large = new byte[22_000_000];
    HttpResponse<String> said = city.upload("/imports", "a.txt", large);
    assertThat(said.statusCode()).isEqualTo(413);
    assertThat(said.body()).contains("文件太大，最多 20 MB");
    byte[] head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    HttpRequest silent =
        HttpRequest.newBuilder(city.uri("/imports?_csrf=" + city.token()))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(() ->
                    new java.io.SequenceInputStream(
                        new ByteArrayInputStream(head), new ByteArrayInputStream(large))))
            .build();
    assertThat(city.send(silent).statusCode()).as("in pieces of unknown number").isIn(403, 413);
    assertThat(temporary()).isEmpty();
  }

  @Test
  void whatAFileIsDecidesNotWhatItIsCalled() throws Exception {
    city.signIn("gongbao");
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    byte[] program = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0};
    byte[] page = "<html><script>zlxss(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    for (byte[] disguised : List.of(zip, program, page)) {
      HttpResponse<String> answer = city.upload("/imports", "公报.txt", disguised);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("<script>zlxss");
    }
  }

  @Test
  void theNameOfAFileLosesItsPathAndItsHiddenMarks() throws Exception {
    city.signIn("gongbao");
    byte[] gazette = GAZETTE.formatted(902).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        city.upload("/imports", "../../secrets/公\u202e报<script>zlxss.txt", gazette);
    assertThat(answer.statusCode()).isEqualTo(302);
    String list = city.read("/imports").body();
    assertThat(list)
        .contains("公报&lt;script&gt;zlxss.txt")
        .doesNotContain("secrets/")
        .doesNotContain("\u202e");
  }

  @Test
  void nothingOfAnUploadStaysInTheFolderForTemporaryFiles() throws Exception {
    city.signIn("gongbao");
    city.upload(
        "/imports",
        "b.txt",
        (GAZETTE.formatted(903) + "填充".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
    assertThat(temporary()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ownFolder())))
        .isEqualTo("rwx------");
  }

  @Test
  void anErrorPageTellsItsNumberAndNothingOfTheInside() throws Exception {
    HttpResponse<String> answer =
        city.read("/documents/" + "%E6%B5%8E".repeat(2) + "/clauses/nothing");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .doesNotContain("Exception", "org.", "java.", "Whitelabel", "Tomcat", "SQL");
  }

  /** Where the server keeps parts of forms while it reads them. */
  private static Path temporaryFolder() {
    return ((java.io.File)
            Objects.requireNonNull(
                Objects.requireNonNull(((WebApplicationContext) city.context).getServletContext())
                    .getAttribute("jakarta.servlet.context.tempdir")))
        .toPath();
  }

  /** The folder that this server made for itself, above the one of the pages. */
  private static Path ownFolder() {
    Path folder = temporaryFolder();
    while (!folder.getFileName().toString().startsWith("tomcat.")) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.walk(ownFolder())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".class"))
          .toList();
    }
  }

  @Test
  void aLinkMadeForSomebodyNamesTheServerAsItIsKnown() throws Exception {
    city.signIn("guanli");
    String page = city.read("/people").body();
    java.util.regex.Matcher id =
        java.util.regex.Pattern.compile("/people/(\\d+)/link").matcher(page);
    assertThat(id.find()).isTrue();
    HttpResponse<String> answer = city.submit("/people/" + id.group(1) + "/link", Map.of());
    assertThat(URI.create(answer.headers().firstValue("Location").orElse("")).getPath())
        .isEqualTo("/people");
    assertThat(city.read("/people").body())
        .contains("http://127.0.0.1:")
        .contains("/welcome?token=");
  }
}
