package org.zhengling.app.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengling.app.Startup;
import org.zhengling.platform.audit.Actor;

/** The whole server on a free port, and a browser without scripts that keeps its cookies. */
final class RunningServer implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("/(welcome\\?token=[\\w-]+)");

  private final ConfigurableApplicationContext context;
  private final StringWriter printed = new StringWriter();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  RunningServer(Path folder) {
    this(folder, Map.of());
  }

  /** With settings of a city, given as whoever starts a server gives them. */
  RunningServer(Path folder, Map<String, String> settings) {
    this(
        new Startup.Wish(folder, "127.0.0.1", 0, false, LocalDate.of(2020, 9, 20), false),
        settings);
  }

  /** With the whole sample city. */
  static RunningServer demonstration(Path folder) {
    Startup.Wish wish = new Startup.Wish(folder, "127.0.0.1", 0, true, Startup.DEMO_DAY, false);
    return new RunningServer(wish, Map.of());
  }

  private RunningServer(Startup.Wish wish, Map<String, String> settings) {
    settings.forEach(System::setProperty);
    try {
      context = Startup.serve(wish, new PrintWriter(printed));
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
    address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  String printed() {
    return printed.toString();
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> T get(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** What a test does past the pages is done by the program itself. */
  <T> T did(Supplier<T> act) {
    return new Actor.Program("测试", "370800000000").call(act::get);
  }

  boolean findsNo(Class<?> type) {
    return context.getBeanNamesForType(type).length == 0;
  }

  String address() {
    return address;
  }

  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
  }

  /** Sends a form with the token of the page it stands on. */
  HttpResponse<String> submit(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(read(page).body());
    if (!token.find()) {
      throw new IllegalStateException("Maybe the page has no form: " + page);
    }
    return post(path, "_csrf=" + encode(token.group(1)) + "&" + encode(fields));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  void forgetCookies() {
    cookies.getCookieStore().removeAll();
  }

  String sessionNumber() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("zl"))
        .map(java.net.HttpCookie::getValue)
        .collect(Collectors.joining());
  }

  static String linkIn(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("Maybe no link was given: " + text.length() + " characters");
    }
    return "/" + link.group(1);
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
  }
}
