package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.app.database.RealPostgres;

/** Two servers of one city: whoever signed in at one goes on at the other, also when one dies. */
class TwoServersTest {
  private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("(welcome\\?token=([\\w-]+))");
  private static final String PASSWORD = "shi nian shu mu";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  @Test
  void aSessionIsGoodAtBothOutlivesTheKillOfOneAndEndsAtBoth(@TempDir Path home) throws Exception {
    try (RealPostgres postgres = RealPostgres.start(home)) {
      postgres.execute("postgres", "create database city encoding 'UTF8' template template0");
      Map<String, String> variables =
          Map.of(
              "ZL_DATABASE_URL",
              "postgresql://postgres:"
                  + encode(RealPostgres.PASSWORD).replace("+", "%20")
                  + "@127.0.0.1:"
                  + postgres.port()
                  + "/city",
              "ZL_KEYS",
              "7c1fe09a35d84b62a90d17e6f3285bc4",
              "ZL_SECOND_FACTOR_REQUIRED",
              "nobody");
      try (Program first = Program.start(home, variables, serve(home, "first"))) {
        String one = first.address();
        enterAdministrator(one, first.printed());
        try (Program second = Program.start(home, variables, serve(home, "second"))) {
          String other = second.address();
          assertThat(
                  submit(one, "sign-in", "sign-in", Map.of("name", "guanli", "password", PASSWORD)))
              .isEqualTo(303);
          assertThat(read(one + "people").body()).contains("人员与岗位");
          assertThat(read(other + "people").body()).contains("人员与岗位");
          first.kill();
          assertThat(read(other + "people").statusCode()).isEqualTo(200);
          try (Program third = Program.start(home, variables, serve(home, "third"))) {
            String again = third.address();
            assertThat(read(again + "people").statusCode()).isEqualTo(200);
            String token = token();
            assertThat(withToken(again + "people", token)).isEqualTo(200);
            assertThat(submit(other, "people", "sign-out", Map.of())).isEqualTo(303);
            assertThat(withToken(again + "people", token)).isEqualTo(303);
          }
        }
      }
    }
  }

  private static String[] serve(Path home, String folder) {
    return new String[] {"serve", "--port", "0", "--data", home.resolve(folder).toString()};
  }

  private void enterAdministrator(String address, String printed) throws Exception {
    Matcher link = LINK.matcher(printed);
    assertThat(link.find()).isTrue();
    Map<String, String> person =
        Map.of(
            "token",
            link.group(2),
            "name",
            "管理员",
            "signInName",
            "guanli",
            "password",
            PASSWORD,
            "again",
            PASSWORD);
    assertThat(submit(address, link.group(1), "welcome", person)).isEqualTo(302);
  }

  private HttpResponse<String> read(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("zl"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** As somebody who kept a copy of the cookie. */
  private static int withToken(String address, String token)
      throws IOException, InterruptedException {
    try (HttpClient other = HttpClient.newHttpClient()) {
      return other
          .send(
              HttpRequest.newBuilder(URI.create(address)).header("Cookie", "zl=" + token).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private int submit(String address, String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Matcher form = FORM.matcher(read(address + page).body());
    assertThat(form.find()).isTrue();
    String body =
        "_csrf="
            + encode(form.group(1))
            + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining());
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
