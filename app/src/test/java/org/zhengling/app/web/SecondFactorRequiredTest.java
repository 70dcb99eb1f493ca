package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.app.browser.Authenticator;

/** A city that set nothing: its administrators cannot work with a password alone. */
class SecondFactorRequiredTest {
  private static final String PASSWORD = "shi nian shu mu";
  private static final Pattern SECRET = Pattern.compile("<code class=\"wrap\">([A-Z2-7 ]+)</code>");
  private static final Pattern CODE = Pattern.compile("<code>([A-Z2-7-]{19})</code>");

  @Test
  void theFirstAdministratorSetsOneUpBeforeTheFirstPage(@TempDir Path folder) throws Exception {
    try (RunningServer server = new RunningServer(folder.resolve("data"))) {
      enterAdministrator(server);
      assertThat(signIn(server)).isEqualTo("/sign-in/enrol?next=%2Fcalendar");
      String halfWay = server.sessionNumber();
      assertThat(server.read("/people").statusCode()).isEqualTo(303);
      HttpResponse<String> page = server.read("/sign-in/enrol?next=%2Fcalendar");
      assertThat(page.body()).contains("<svg class=\"qr\"").contains("启用二次验证");
      Authenticator phone = new Authenticator(found(SECRET, page.body()));
      Map<String, String> wrong = Map.of("code", "1", "next", "/calendar");
      assertThat(server.submit("/sign-in/enrol", "/sign-in/enrol", wrong).statusCode())
          .isEqualTo(422);
      HttpResponse<String> codes =
          server.submit(
              "/sign-in/enrol",
              "/sign-in/enrol",
              Map.of("code", phone.code(0), "next", "/calendar"));
      assertThat(codes.body()).contains("href=\"/calendar\"");
      assertThat(server.sessionNumber()).isNotEqualTo(halfWay).isNotEmpty();
      assertThat(server.read("/people").statusCode()).isEqualTo(200);

      server.forgetCookies();
      assertThat(signIn(server)).isEqualTo("/sign-in/code?next=%2Fcalendar");
      assertThat(server.read("/people").statusCode()).isEqualTo(303);
      HttpResponse<String> signedIn =
          server.submit(
              "/sign-in/code",
              "/sign-in/code",
              Map.of("code", found(CODE, codes.body()), "next", "/calendar"));
      assertThat(RunningServer.location(signedIn)).isEqualTo("/calendar");
      assertThat(server.read("/account").body()).contains("备用码还剩 9 个").contains("不能停用");
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static void enterAdministrator(RunningServer server) throws Exception {
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
  }

  private static String signIn(RunningServer server) throws Exception {
    return RunningServer.location(
        server.submit(
            "/sign-in",
            "/sign-in",
            Map.of("name", "guanli", "password", PASSWORD, "next", "/calendar")));
  }
}
