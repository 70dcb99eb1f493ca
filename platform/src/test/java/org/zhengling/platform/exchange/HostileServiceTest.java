package org.zhengling.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengling.platform.exchange.SharingDesk.resident;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.quantity.Money;

/** A real service on this machine that answers, and one that does everything wrong. */
class HostileServiceTest {
  private static final String BANK = "bank-accounts";
  private static final int RETRIES = 2;

  /** What a service does with a request. */
  private interface Behaviour {
    void handle(HttpExchange exchange) throws IOException;
  }

  private final SharingDesk desk = new SharingDesk();
  private final Enquiry.Subject one = resident(0);
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server = serving(exchange -> {});

  private HttpServer serving(Behaviour behaviour) {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.setExecutor(threads);
      made.createContext(
          "/",
          exchange -> {
            calls.incrementAndGet();
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              behaviour.handle(exchange);
            }
          });
      made.start();
      return made;
    } catch (IOException e) {
      throw new IllegalStateException("Maybe no port is free", e);
    }
  }

  @BeforeEach
  void nothingYet() {
    server.stop(0);
    calls.set(0);
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
    threads.close();
    desk.close();
  }

  private Answer asked(Behaviour behaviour) {
    return asked(behaviour, Duration.ofSeconds(5));
  }

  private Answer asked(Behaviour behaviour, Duration limit) {
    server = serving(behaviour);
    connect(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ask"), limit);
    return desk.answer(one, BANK);
  }

  private void connect(URI address, Duration limit) {
    desk.connected(
        desk.source(
            BANK,
            "示例银行",
            new Way.Http(address, "secret"),
            new Source.Limits(30, limit, RETRIES, 3, Duration.ofMinutes(5))));
    desk.authorise(one, BANK);
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private String about(String records) {
    return "{\"asOf\":\"2021-03-30\",\"results\":[{\"number\":\"%s\",\"records\":%s}]}"
        .formatted(one.number().text(), records);
  }

  private static Answer.Reason reason(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Unavailable.class);
    return ((Answer.Unavailable) answer).reason();
  }

  @Test
  void records_come_with_their_day() {
    Answer answer =
        asked(exchange ->
            say(exchange, 200, about("[{\"ny\":\"2020-12\",\"je\":1234.50,\"dw\":null}]")));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> {
              assertThat(found.asOf()).isEqualTo(LocalDate.of(2021, 3, 30));
              assertThat(found.records().getFirst().value("wage"))
                  .isEqualTo(new Value.Amount(new Money(123_450)));
              assertThat(found.records().getFirst().value("employer"))
                  .isEqualTo(new Value.Absent());
            });
  }

  @Test
  void the_secret_goes_in_the_head_and_the_number_in_the_body() {
    StringBuilder seen = new StringBuilder();
    asked(exchange -> {
      seen.append(exchange.getRequestURI())
          .append(' ')
          .append(exchange.getRequestHeaders().getFirst("Authorization"));
      say(exchange, 200, about("[]"));
    });
    assertThat(seen).hasToString("/ask Bearer secret");
  }

  @Test
  void nobody_there_is_said_by_an_empty_list_about_that_very_person() {
    assertThat(asked(exchange -> say(exchange, 200, about("[]"))))
        .isEqualTo(new Answer.NotThere(LocalDate.of(2021, 3, 30)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>登录</html>",
        "{}",
        "{\"results\":[]}",
        "{\"asOf\":\"2021-03-30\"}",
        "{\"asOf\":\"2021-03-30\",\"results\":[]}",
        "{\"asOf\":\"2021-03-30\",\"results\":[{}]}",
        "{\"asOf\":\"2021-03-30\",\"results\":[{\"number\":\"370811197001011234\",\"records\":[]}]}",
        "{\"asOf\":\"yesterday\",\"results\":[]}",
        "{\"asOf\":\"2031-03-30\",\"results\":[]}"
      })
  void whatever_else_is_answered_is_never_nothing_found(String text) {
    assertThat(reason(asked(exchange -> say(exchange, 200, text)))).isEqualTo(Answer.Reason.BROKEN);
  }

  @Test
  void a_missing_field_is_named() {
    Answer answer =
        asked(exchange -> say(exchange, 200, about("[{\"ny\":\"2020-12\",\"dw\":\"x\"}]")));
    assertThat(reason(answer)).isEqualTo(Answer.Reason.CHANGED);
    assertThat(((Answer.Unavailable) answer).explanation()).contains("没有字段 je");
  }

  @Test
  void a_text_where_an_amount_belongs_is_told_and_never_zero() {
    Answer answer =
        asked(exchange ->
            say(exchange, 200, about("[{\"ny\":\"2020-12\",\"je\":\"若干\",\"dw\":\"x\"}]")));
    assertThat(answer.given().getFirst().value("wage")).isInstanceOf(Value.Misread.class);
  }

  @Test
  void one_that_hangs_before_or_within_its_answer_is_left_in_time_and_asked_as_often_as_allowed() {
    assertThat(reason(asked(this::hang, Duration.ofMillis(200))))
        .isEqualTo(Answer.Reason.NO_ANSWER);
    assertThat(calls).hasValue(RETRIES + 1);
  }

  private void hang(HttpExchange exchange) throws IOException {
    if (calls.get() % 2 == 0) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
    }
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void errors_of_the_service_are_tried_again_and_no_more_often_than_allowed() {
    Answer answer = asked(exchange -> say(exchange, 500, about("[]")));
    assertThat(reason(answer)).isEqualTo(Answer.Reason.NO_ANSWER);
    assertThat(((Answer.Unavailable) answer).explanation()).contains("示例银行", "已重试 2 次");
    assertThat(calls).hasValue(RETRIES + 1);
  }

  @Test
  void an_error_that_passes_does_no_harm() {
    Answer answer = asked(exchange -> say(exchange, calls.get() == 1 ? 503 : 200, about("[]")));
    assertThat(answer).isInstanceOf(Answer.NotThere.class);
    assertThat(calls).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 204})
  void what_will_not_pass_is_not_asked_again(int status) {
    assertThat(reason(asked(exchange -> exchange.sendResponseHeaders(status, -1))))
        .isIn(Answer.Reason.BROKEN, Answer.Reason.TURNED_AWAY);
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_to_another_host_is_not_followed(int status) {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer other = serving(exchange -> elsewhere.incrementAndGet());
    try {
      String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
      Answer answer =
          asked(exchange -> {
            exchange.getResponseHeaders().add("Location", address);
            exchange.sendResponseHeaders(status, -1);
          });
      assertThat(reason(answer)).isEqualTo(Answer.Reason.BROKEN);
      assertThat(elsewhere).hasValue(0);
    } finally {
      other.stop(0);
    }
  }

  @Test
  void a_truncated_answer_is_none() {
    Answer answer =
        asked(exchange -> {
          byte[] body = about("[]").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length + 1000L);
          exchange.getResponseBody().write(body);
        });
    assertThat(reason(answer)).isEqualTo(Answer.Reason.BROKEN);
  }

  @Test
  void of_a_gigabyte_a_few_megabytes_are_read() {
    AtomicLong sent = new AtomicLong();
    Answer answer =
        asked(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 20];
          java.util.Arrays.fill(block, (byte) ' ');
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 1024; i++) {
              out.write(block);
              sent.addAndGet(block.length);
            }
          }
        });
    assertThat(reason(answer)).isEqualTo(Answer.Reason.TOO_LARGE);
    assertThat(calls).hasValue(1);
    assertThat(sent).hasValueLessThan(64L << 20);
  }

  @Test
  void deep_nesting_breaks_nothing_but_the_answer() {
    assertThat(reason(asked(exchange -> say(exchange, 200, "[".repeat(200_000)))))
        .isEqualTo(Answer.Reason.BROKEN);
  }

  @Test
  void nobody_at_the_address_is_no_answer() {
    connect(URI.create("http://127.0.0.1:1/"), Duration.ofSeconds(5));
    assertThat(reason(desk.answer(one, BANK))).isEqualTo(Answer.Reason.UNREACHABLE);
  }

  @Test
  void a_service_without_encryption_elsewhere_cannot_even_be_listed() {
    for (String address :
        java.util.List.of(
            "http://bank.example/ask",
            "http://10.0.0.1/ask",
            "ftp://127.0.0.1/ask",
            "https://user:word@bank.example/ask",
            "file:/etc/passwd",
            "http://127.0.0.1.example/ask")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> new Way.Http(URI.create(address), ""))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Way.Http(URI.create("https://bank.example/ask"), "word").toString())
        .doesNotContain("word");
  }

  @Test
  void one_that_speaks_without_the_encryption_it_should_have_gets_no_number() {
    server = serving(exchange -> {});
    connect(
        URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/"),
        Duration.ofSeconds(5));
    assertThat(desk.answer(one, BANK)).isInstanceOf(Answer.Unavailable.class);
    assertThat(calls).hasValue(0);
  }
}
