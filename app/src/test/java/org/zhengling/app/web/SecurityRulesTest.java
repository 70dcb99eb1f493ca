package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.FilterChainProxy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityRulesTest {
  private static final String PASSWORD = "shi nian shu mu";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private RunningServer server;

  @BeforeAll
  void theFirstAdministratorUsesThePrintedLink() throws Exception {
    server =
        new RunningServer(folder.resolve("data"), Map.of("zl.second-factor.required", "nobody"));
    String link = RunningServer.linkIn(server.printed());
    Map<String, String> person =
        Map.of(
            "token",
            link.substring(link.indexOf('=') + 1),
            "name",
            "管理员",
            "signInName",
            "guanli",
            "password",
            PASSWORD,
            "again",
            PASSWORD);
    assertThat(server.submit(link, "/welcome", person).statusCode()).isEqualTo(302);
    assertThat(server.read(link).body()).contains("用过").doesNotContain("name=\"password\"");
  }

  @BeforeEach
  void asAStranger() {
    server.forgetCookies();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private HttpResponse<String> signIn(String next) throws Exception {
    return server.submit(
        "/sign-in", "/sign-in", Map.of("name", "guanli", "password", PASSWORD, "next", next));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/people", "/work", "/anything", "/actuator/env", "/people/1/post"})
  void whatIsNotOpenLeadsToTheSignInPage(String path) throws Exception {
    HttpResponse<String> response = server.read(path);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(RunningServer.location(response)).startsWith("/sign-in?why=needed&next=%2F");
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInPlainWords() throws Exception {
    HttpResponse<String> response = server.post("/sign-in", "name=guanli&password=x");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("没有提交。").contains("刷新后再提交");
  }

  @Test
  void signingInLeadsWhereThePersonWantedToGoUnderANewSessionNumber() throws Exception {
    assertThat(RunningServer.location(signIn("/people"))).isEqualTo("/people");
    String first = server.sessionNumber();
    assertThat(server.read("/people").body()).contains("人员与岗位").contains("济宁市系统管理岗");
    assertThat(server.sessionNumber()).isEqualTo(first);
    server.submit("/people", "/sign-out", Map.of());
    signIn("");
    assertThat(server.sessionNumber()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/\t/evil.example",
        "people"
      })
  void noFormLeadsToAStrangersAddress(String back) throws Exception {
    assertThat(RunningServer.location(signIn(back))).isEqualTo("/people");
    HttpResponse<String> elder =
        server.submit("/people", "/elder", Map.of("elder", "true", "back", back));
    assertThat(RunningServer.location(elder)).endsWith("/").doesNotContain("evil");
  }

  /** The three administrators share nothing, and none of them does the work of the offices. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/work",
        "/tasks",
        "/wall-chart",
        "/imports",
        "/security",
        "/delegations",
        "/audit",
        "/x"
      })
  void theSystemAdministratorOpensNothingButTheirOwn(String path) throws Exception {
    signIn("");
    HttpResponse<String> response = server.read(path);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("您现在的岗位不办这件事");
  }

  @Test
  void aSessionThatWasEndedElsewhereOpensNothingMore() throws Exception {
    signIn("");
    assertThat(server.read("/account").body()).contains("登录在哪里").contains("就是这里");
    server.submit("/account", "/sign-out", Map.of());
    HttpResponse<String> after = server.read("/people");
    assertThat(after.statusCode()).isEqualTo(303);
  }

  @Test
  void theCookieOfASessionIsOutOfReachOfScripts() throws Exception {
    HttpResponse<String> response = signIn("");
    assertThat(response.headers().allValues("Set-Cookie"))
        .anyMatch(cookie ->
            cookie.startsWith("zl=")
                && cookie.contains("HttpOnly")
                && cookie.contains("SameSite=Lax")
                && !cookie.contains("Max-Age"));
  }

  @Test
  void severalFormsInARowKeepWorking() throws Exception {
    signIn("");
    for (int round = 0; round < 3; round++) {
      assertThat(server.submit("/people/new", "/people", Map.of("name", "张三")).statusCode())
          .isEqualTo(422);
    }
  }

  @Test
  void nothingTypedIsLostWhenAFormIsRefused() throws Exception {
    signIn("");
    String body =
        server
            .submit(
                "/people/new",
                "/people",
                Map.of("name", "张三", "signInName", "不行", "title", "任城区填报岗", "kind", "REPORTER"))
            .body();
    assertThat(body)
        .contains("value=\"张三\"")
        .contains("value=\"不行\"")
        .contains("value=\"任城区填报岗\"")
        .containsPattern("value=\"REPORTER\" selected")
        .contains("href=\"#signInName\"")
        .contains("href=\"#area\"");
  }

  @Test
  void aLinkForAPasswordIsShownOnce() throws Exception {
    signIn("");
    Map<String, String> person =
        Map.of(
            "name", "李四",
            "signInName", "lisi",
            "kind", "REPORTER",
            "title", "任城区填报岗",
            "area", "370811000000",
            "from", "2020-09-20");
    assertThat(server.submit("/people/new", "/people", person).statusCode()).isEqualTo(302);
    assertThat(RunningServer.linkIn(server.read("/people").body())).isNotBlank();
    assertThat(server.read("/people").body()).contains("李四").doesNotContain("welcome?token");
  }

  @Test
  void headersLetNothingForeignIn() throws Exception {
    var headers = server.read("/sign-in").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite"));
  }

  @Test
  void aReaderGetsNoSession() throws Exception {
    server.read("/sign-in");
    assertThat(server.sessionNumber()).isEmpty();
  }

  @Test
  void aWrongPasswordAndAnUnknownNameReadTheSame() throws Exception {
    HttpResponse<String> wrong =
        server.submit("/sign-in", "/sign-in", Map.of("name", "nobody", "password", "x"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("用户名或密码不对");
  }

  @Test
  void anUnknownAddressAndAMisspeltNumberAreAnsweredKindly() throws Exception {
    HttpResponse<String> unknown = server.read("/documents/a/b/c/d");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("没有这一页").doesNotContain("Exception");
    signIn("");
    HttpResponse<String> misspelt = server.read("/people/abc/post");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(misspelt.body()).doesNotContain("Exception");
  }

  @Test
  void aTooLargeFileIsAnsweredWithOneClearSentence() throws Exception {
    signIn("");
    HttpResponse<String> response = server.post("/people", "file=" + "x".repeat(21_500_000));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("文件太大，最多 20 MB");
  }

  @Test
  void theLogHoldsNoNames() throws Exception {
    signIn("");
    server.read("/people/abc/post");
    String log = Files.readString(folder.resolve("data/logs/server.log"));
    assertThat(log).doesNotContain("guanli").doesNotContain("管理员").doesNotContain(PASSWORD);
  }

  @Test
  void theFrameworkInventsNoUser() {
    assertThat(server.get(FilterChainProxy.class).getFilterChains()).hasSize(1);
    assertThat(server.findsNo(UserDetailsService.class)).isTrue();
  }
}
