package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.AccessGuard;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;

/** The city's own sign-in, played by a small provider on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideSignInTest {
  private static final String PASSWORD = "shi nian shu mu";
  private static final String KNOWN = "a1b2-known";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private LocalProvider provider;

  @SuppressWarnings("NullAway.Init")
  private RunningServer server;

  @BeforeAll
  void oneReporterIsLinked() throws Exception {
    provider = new LocalProvider();
    server =
        new RunningServer(
            folder.resolve("data"),
            Map.of(
                "zl.oidc.issuer",
                provider.issuer(),
                "zl.oidc.id",
                LocalProvider.CLIENT,
                "zl.oidc.secret",
                LocalProvider.SECRET,
                "zl.second-factor.required",
                "nobody"));
    String link = RunningServer.linkIn(server.printed());
    SignedIn first =
        server.did(() ->
            server
                .get(OneTimeLinks.class)
                .becomeFirstAdministrator(
                    link.substring(link.indexOf('=') + 1),
                    new NewPerson("guanli", "管理员", false),
                    PASSWORD));
    enter(first, "anquan", PostKind.SECURITY_ADMINISTRATOR);
    enter(first, "tianbao", PostKind.REPORTER);
    long reporter = signedIn("tianbao").personId();
    AccessGuard guard = server.get(AccessGuard.class);
    signedIn("anquan")
        .call(() -> {
          guard.link(reporter, provider.issuer(), KNOWN);
          return reporter;
        });
  }

  @AfterAll
  void close() {
    server.close();
    provider.close();
  }

  @BeforeEach
  void asAStranger() {
    server.forgetCookies();
  }

  private void enter(SignedIn by, String name, PostKind kind) {
    NewPost post =
        new NewPost(kind, kind.chinese(), "370811000000", null, LocalDate.of(2020, 9, 1), null);
    String token =
        by.call(() -> server.get(Access.class).createPerson(new NewPerson(name, "张三", false), post))
            .token();
    server.did(() -> {
      server.get(OneTimeLinks.class).setPassword(token, PASSWORD);
      return true;
    });
  }

  private SignedIn signedIn(String name) {
    SignInAnswer answer =
        server.did(() ->
            server.get(SignIns.class).signIn(name, PASSWORD, new SignInFrom("127.0.0.1", "test")));
    return ((SignInAnswer.Welcome) answer).signedIn();
  }

  private String setOut(String next) throws Exception {
    HttpResponse<String> away = server.read("/sign-in/outside?next=" + next);
    assertThat(away.statusCode()).isEqualTo(303);
    return RunningServer.location(away);
  }

  private HttpResponse<String> comeBack(String query) throws Exception {
    return server.read("/sign-in/outside/back?" + query);
  }

  @Test
  void whoIsLinkedSignsInAndGoesWhereTheyWanted() throws Exception {
    assertThat(server.read("/sign-in").body()).contains("用统一身份认证登录");
    String away = setOut("%2Ftasks");
    assertThat(away)
        .startsWith(provider.issuer() + "/authorize?")
        .contains("code_challenge_method=S256")
        .contains("scope=openid")
        .doesNotContain(LocalProvider.SECRET);
    HttpResponse<String> back = comeBack(provider.signIn(KNOWN, away));
    assertThat(RunningServer.location(back)).isEqualTo("/tasks");
    assertThat(server.read("/account").body()).contains("用户名 tianbao");
  }

  @Test
  void whoIsNotLinkedIsToldTheirSubjectAndNobodyIsMade() throws Exception {
    HttpResponse<String> back = comeBack(provider.signIn("stranger-77", setOut("")));
    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("还没有对应到这里的人").contains("stranger-77");
    assertThat(server.sessionNumber()).isEmpty();
  }

  private void isNotBelieved(HttpResponse<String> back) throws Exception {
    assertThat(back.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(back.body()).contains("没有登录").doesNotContain("Exception");
    assertThat(server.sessionNumber()).isEmpty();
    assertThat(server.read("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenOfAStrangerForAnotherOrOfAnotherWayIsNotBelieved() throws Exception {
    Instant past = server.get(InstantSource.class).instant().minus(Duration.ofHours(2));
    List<Runnable> lies =
        List.of(
            () -> provider.tokenOfAStranger(),
            () -> provider.tokenWith(claims -> claims.audience("another")),
            () -> provider.tokenWith(claims -> claims.issuer("https://another.example")),
            () -> provider.tokenWith(claims -> claims.claim("nonce", "another")),
            () -> provider.tokenWith(claims -> claims.claim("nonce", null)),
            () -> provider.tokenWith(claims -> claims.subject(null)),
            () -> provider.tokenWith(claims -> claims.expirationTime(Date.from(past))));
    for (Runnable lie : lies) {
      server.forgetCookies();
      String query = provider.signIn(KNOWN, setOut(""));
      lie.run();
      isNotBelieved(comeBack(query));
    }
  }

  @Test
  void anAnswerThatThisBrowserDidNotAskForIsNotTaken() throws Exception {
    String query = provider.signIn(KNOWN, setOut(""));
    server.forgetCookies();
    isNotBelieved(comeBack(query));
    String own = provider.signIn(KNOWN, setOut(""));
    isNotBelieved(comeBack(own.replaceFirst("state=.*", "state=another")));
    isNotBelieved(comeBack("error=access_denied"));
  }

  @Test
  void aCodeWithoutTheVerifierOfThisWayIsRefusedByTheProvider() throws Exception {
    String first = setOut("");
    server.forgetCookies();
    String second = setOut("");
    provider.signIn(KNOWN, first);
    String state = second.replaceFirst(".*state=([^&]*).*", "$1");
    isNotBelieved(comeBack("code=one-time&state=" + state));
  }

  @Test
  void noForeignAddressIsLedTo() throws Exception {
    String away = setOut("https%3A%2F%2Fevil.example%2F");
    HttpResponse<String> back = comeBack(provider.signIn(KNOWN, away));
    assertThat(RunningServer.location(back)).isEqualTo("/work");
  }
}
