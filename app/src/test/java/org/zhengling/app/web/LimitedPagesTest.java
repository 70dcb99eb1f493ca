package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three searches a minute for each person, as the setting of this server says. */
class LimitedPagesTest {
  @TempDir private static Path home = Path.of("");
  private static OpenCity city;

  @BeforeAll
  static void open() {
    System.setProperty("zl.limits.search", "3");
    System.setProperty("zl.limits.tool", "3");
    System.setProperty("zl.limits.people-at-an-address", "2");
    try {
      city = new OpenCity(home.resolve("data"));
    } finally {
      System.getProperties().keySet().removeIf(key -> key.toString().startsWith("zl.limits."));
    }
  }

  @AfterAll
  static void close() {
    city.close();
  }

  @Test
  void whoAsksTooOftenReadsWhenToAskAgain() throws Exception {
    city.signIn("ducha");
    int before = searches();
    assertThat(before).as("the form token came from one more search of a stranger").isEqualTo(3);
    HttpResponse<String> refused = city.read("/search?q=公报".replace("公报", "%E5%85%AC%E6%8A%A5"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After"))
        .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 20));
    assertThat(refused.body()).contains("没有办理。这一分钟里已经办了很多次", "秒再办").contains("lang=\"zh-CN\"");
    assertThat(city.read("/gazettes").statusCode()).as("other pages").isEqualTo(200);
    city.forget();
    city.signIn("lingdao");
    assertThat(city.read("/search").statusCode())
        .as("somebody else at this address")
        .isEqualTo(200);
  }

  private static int searches() throws Exception {
    int answered = 0;
    while (answered < 100 && city.read("/search").statusCode() == 200) {
      answered++;
    }
    return answered;
  }

  @Test
  void anAddressHasTheTurnsOfSeveralPeopleAndAForgedOneGivesNoMore() throws Exception {
    city.forget();
    String token = city.token();
    int answered = 0;
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> tool =
          city.send(
              java.net.http.HttpRequest.newBuilder(city.uri("/tools/identity"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("X-Forwarded-For", "10.0.0." + i)
                  .POST(
                      java.net.http.HttpRequest.BodyPublishers.ofString(
                          "_csrf=" + token + "&" + OpenCity.encode(Map.of("number", "1"))))
                  .build());
      answered += tool.statusCode() == 429 ? 0 : 1;
    }
    assertThat(answered).isEqualTo(6);
  }
}
