package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of official acts, and what the log kept of it. */
class LogTest {
  private static final Pattern LINK = Pattern.compile("/welcome\\?token=([\\w-]+)");
  private static final String GAZETTE =
      """
      济宁市人民政府关于日志检验的通知
      济政字〔2020〕977号

      一、总体要求
      （一）12月底前完成。（责任单位：市民政局）

      济宁市人民政府
      2020年8月1日
      """;

  @TempDir private static Path home = Path.of("");
  private static OpenCity city;
  private static final List<String> secrets = new ArrayList<>();
  private static final List<String> numbers = new ArrayList<>();
  private static HttpResponse<String> fault;

  @BeforeAll
  static void aDayOfActs() throws IOException, InterruptedException {
    city = new OpenCity(home.resolve("data"));
    city.forget();
    city.submit("/sign-in", Map.of("name", "chutuobi", "password", "my other password"));
    city.signIn("guanli");
    Map<String, String> person =
        Map.of(
            "name", "柳日志",
            "signInName", "liurizhi",
            "kind", "REPORTER",
            "title", "日志岗位名",
            "area", "370811000000",
            "from", "2021-01-01");
    note(city.submit("/people", person));
    Matcher link = LINK.matcher(city.read("/people").body());
    assertThat(link.find()).isTrue();
    secrets.add(link.group(1));
    secrets.add(city.cookie("zl"));
    secrets.add(city.cookie("zl-form"));
    city.submit("/sign-out", Map.of());
    note(city.read("/welcome?token=" + link.group(1)));
    Map<String, String> password =
        Map.of(
            "token", link.group(1),
            "password", "ping an fu qi-77 a",
            "again", "ping an fu qi-77 a");
    note(city.submit("/welcome", password));
    note(city.submit("/tools/identity", Map.of("number", "370811199001010011")));
    note(city.read("/search?q=" + OpenCity.encode("柳日志家的低保")));
    city.signIn("gongbao");
    note(city.upload("/imports", "柳日志的文件.txt", GAZETTE.getBytes(StandardCharsets.UTF_8)));
    city.signIn("diqu1");
    note(city.read("/tasks/one?id=" + OpenCity.encode("柳日志")));
    note(city.read("/people"));
    city.context.getBean(HikariDataSource.class).close();
    fault = city.read("/gazettes");
    note(fault);
    secrets.addAll(
        List.of(
            "柳日志",
            "liurizhi",
            "日志岗位名",
            "chutuobi",
            "my other password",
            "ping an fu qi",
            "370811199001010011",
            "低保",
            "guanli",
            "gongbao",
            "钱一",
            "王五",
            "127.0.0.1:"));
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static void note(HttpResponse<String> answer) {
    numbers.add(answer.headers().firstValue("X-Request-Id").orElse(""));
  }

  @Test
  void everyLineIsOneRecordForMachines() throws IOException {
    assertThat(city.log().lines())
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.startsWith("{\"@timestamp\":\"") && line.endsWith("}"));
  }

  @Test
  void theLogHoldsNobodysNameNumberPasswordOrSession() throws IOException {
    String log = city.log();
    assertThat(secrets).hasSizeGreaterThan(15).doesNotContain("");
    for (String secret : secrets) {
      assertThat(log.contains(secret)).as(secret).isFalse();
      assertThat(log.contains(OpenCity.encode(secret))).as(secret).isFalse();
    }
  }

  @Test
  void everyRequestIsFoundByItsNumberWithTheKindOfPageAndHowItEnded() throws IOException {
    List<String> lines = city.log().lines().toList();
    for (String number : numbers) {
      assertThat(lines)
          .as(number)
          .filteredOn(line -> line.contains("\"" + number + "\""))
          .anyMatch(line ->
              line.contains("A request was answered")
                  && line.contains("page")
                  && line.contains("status")
                  && line.contains("millis"));
    }
    assertThat(lines).anyMatch(line -> line.contains("/people") && line.contains("403"));
  }

  @Test
  void aFaultIsFoundByTheNumberOnItsPage() throws IOException {
    String number = numbers.getLast();
    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(fault.body()).contains("编号", number).doesNotContain("Exception", "Hikari", "zl_app");
    assertThat(city.log().lines())
        .anyMatch(
            line -> line.contains("A page failed: " + number) && line.contains("stack_trace"));
  }
}
