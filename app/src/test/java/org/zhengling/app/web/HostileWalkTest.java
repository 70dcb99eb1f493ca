package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Every address and every field of the running server is given what an attacker would write, by
 * each kind of post and by a stranger. Nothing of it may break a page, come back as markup, reach
 * another line of the log or a header, or be calculated.
 */
class HostileWalkTest {
  private static final String SUM = "62710561";

  /** At the begin of a line or a cell, quoted or not. */
  private static final Pattern FORMULA = Pattern.compile("(?m)(^|,)\"?[=+@\t]");

  private static final List<String> HOSTILE =
      List.of(
          "\"><script>zlxss(1)</script>'><img src=x onerror=zlxss(2)>",
          "' or '1'='1'; drop table access.person; --",
          "=HYPERLINK(\"x\",1)",
          "\\'; select pg_sleep(9); --%_",
          "\u0000null\u0001",
          "${7919*7919} #{7919*7919} *{7919*7919} __${7919*7919}__::.x [[${7919*7919}]]",
          "x\r\nSet-Cookie: zlevil=1\r\n\r\nzlevil",
          "{\"log.level\":\"FORGED\"}\n{\"log.level\":\"FORGED\"}",
          "\u202e\u2066\ufeff倒写",
          "../../../../../../etc/passwd",
          "-1",
          "99999999999999999999",
          "2020-13-45",
          "\ud83d\ude00",
          "很长".repeat(2000));

  private static final List<String> POSTS =
      List.of("", "ducha", "guanli", "anquan", "shenji", "gongbao", "diqu1");

  @TempDir private static Path home = Path.of("");
  private static OpenCity city;
  private static List<Entrance> entrances = List.of();
  private static final List<String> faults = new ArrayList<>();
  private static int asked;

  @BeforeAll
  static void walk() throws IOException, InterruptedException {
    System.setProperty("zl.limits.search", "100000");
    System.setProperty("zl.limits.tool", "100000");
    System.setProperty("zl.limits.file", "100000");
    System.setProperty("zl.limits.upload", "100000");
    try {
      city = new OpenCity(home.resolve("data"));
    } finally {
      System.getProperties().keySet().removeIf(key -> key.toString().startsWith("zl.limits."));
    }
    entrances = Entrance.of(city.context);
    for (String post : POSTS) {
      city.forget();
      if (!post.isEmpty()) {
        city.signIn(post);
      }
      // A stranger and one post write everything; the others what is most dangerous.
      for (String hostile :
          HOSTILE.subList(0, post.isEmpty() || post.equals("ducha") ? HOSTILE.size() : 3)) {
        for (Entrance entrance : entrances) {
          if (!entrance.pattern().matches("/sign-out|/error|/health/.*")) {
            ask(post, entrance, hostile);
          }
        }
      }
    }
    // Wrong passwords on the page that changes one have locked whoever wrote them.
    city.context.getBean(JdbcClient.class).sql("delete from access.sign_in_attempt").update();
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static void ask(String post, Entrance entrance, String hostile)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    entrance.fields().forEach(name -> fields.put(name, hostile));
    String path =
        entrance.path(
            OpenCity.encode(hostile.substring(0, Math.min(60, hostile.length())))
                .replace("+", "%20"));
    HttpResponse<String> answer =
        entrance.way() == RequestMethod.GET
            ? city.read(path + "?" + OpenCity.encode(fields))
            : city.submit(path, fields);
    asked++;
    judge(post + " " + entrance + " " + hostile.codePointAt(0) + hostile.length(), answer);
  }

  private static void judge(String where, HttpResponse<String> answer) {
    String body = answer.body();
    if (answer.statusCode() >= 500) {
      faults.add(where + ": " + answer.statusCode());
    }
    for (String sign :
        List.of("<script>zlxss", "<img src=x", SUM, "root:x:", "Exception", "org.zhengling.")) {
      if (body.contains(sign)) {
        faults.add(where + ": the page holds " + sign);
      }
    }
    boolean table = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv");
    if (table && FORMULA.matcher(body).find()) {
      faults.add(where + ": a cell that a spreadsheet would run");
    }
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (name.toLowerCase(Locale.ROOT).contains("evil")
              || values.stream().anyMatch(value -> value.startsWith("zlevil"))) {
            faults.add(where + ": a header of the sender's");
          }
        });
  }

  @Test
  void nothingThatIsWrittenIntoAnyFieldBreaksAPageOrComesBackAlive() {
    assertThat(asked).isGreaterThan(2 * HOSTILE.size() * 35);
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsWrittenIntoAFieldForgesNoLineOfTheLog() throws IOException {
    List<String> lines = city.log().lines().toList();
    assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(lines)
        .noneMatch(
            line -> line.contains("FORGED") || line.contains("zlxss") || line.contains("倒写"));
  }

  @Test
  void theTablesAreStillThere() throws IOException, InterruptedException {
    city.signIn("guanli");
    assertThat(city.read("/people").body()).contains("钱一", "赵六");
  }

  /** What a form may hold is written in the page: single fields, or a record of that very room. */
  @Test
  void noFormIsBoundToAnythingButFieldsThatThePageNames() {
    List<String> loose = new ArrayList<>();
    for (Entrance entrance : entrances) {
      for (Parameter parameter : entrance.parameters()) {
        boolean named =
            has(parameter, PathVariable.class)
                || has(parameter, RequestHeader.class)
                || (has(parameter, RequestParam.class)
                    && !Map.class.isAssignableFrom(parameter.getType()));
        boolean ours = parameter.getType().getName().startsWith("org.zhengling.");
        boolean formOfThisRoom =
            parameter.getType().isRecord()
                && parameter
                    .getType()
                    .getPackageName()
                    .equals(entrance.method().getDeclaringClass().getPackageName());
        boolean framework =
            parameter
                .getType()
                .getName()
                .matches(
                    "jakarta\\.servlet\\.http\\.HttpServlet(Request|Response)|org\\.springframework\\..*");
        if (!named && !formOfThisRoom && (ours || !framework)) {
          loose.add(entrance + ": " + parameter);
        }
      }
    }
    assertThat(loose).isEmpty();
    assertThat(entrances).hasSizeGreaterThan(25);
  }

  private static boolean has(Parameter parameter, Class<? extends Annotation> annotation) {
    return parameter.isAnnotationPresent(annotation);
  }

  @Test
  void fieldsThatNoFormHasChangeNothing() throws IOException, InterruptedException {
    city.signIn("guanli");
    Map<String, String> person =
        new LinkedHashMap<>(
            Map.of(
                "name", "周试",
                "signInName", "zhoushi",
                "kind", "REPORTER",
                "title", "任城区填报岗",
                "area", "370811000000",
                "from", "2021-01-01"));
    Map<String, String> slipped =
        Map.of(
            "id", "1",
            "sample", "true",
            "passwordHash", "x",
            "password", "known-password-1",
            "person.sample", "true",
            "post.kind", "ADMINISTRATOR",
            "givenBy", "7",
            "_method", "DELETE");
    person.putAll(slipped);
    assertThat(city.submit("/people", person).statusCode()).isEqualTo(302);
    String page = city.read("/people").body();
    assertThat(page).contains("周试", "任城区填报岗").doesNotContain("known-password-1");
    city.forget();
    HttpResponse<String> signIn =
        city.submit("/sign-in", Map.of("name", "zhoushi", "password", "known-password-1"));
    assertThat(signIn.statusCode()).as("the slipped-in password opens nothing").isEqualTo(422);
  }
}
