package org.zhengling.app.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengling.app.Startup;

/** The sample city on a free port, and somebody who sends it what no page would send. */
final class OpenCity implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  final ConfigurableApplicationContext context;
  final Path folder;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final int port;

  OpenCity(Path folder) {
    this.folder = folder;
    Startup.Wish wish = new Startup.Wish(folder, "127.0.0.1", 0, true, Startup.DEMO_DAY, false);
    context = Startup.serve(wish, new PrintWriter(Writer.nullWriter()));
    port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** A form with the token of a page that everybody may read. */
  HttpResponse<String> submit(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token() + "&" + encode(fields)))
            .build());
  }

  String token() throws IOException, InterruptedException {
    String page = read("/search").body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("Maybe the search page has no form that is sent: " + page);
    }
    return encode(token.group(1));
  }

  /**
   * One file in the field {@code file}, as a browser sends it, with a name that may be anything.
   */
  HttpResponse<String> upload(String path, String name, byte[] content)
      throws IOException, InterruptedException {
    String boundary = "----zhengling";
    byte[] head =
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(uri(path + "?_csrf=" + token()))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
            .build());
  }

  /** Signs in with a public account of the sample city. */
  void signIn(String name) throws IOException, InterruptedException {
    forget();
    HttpResponse<String> answer =
        submit("/sign-in", Map.of("name", name, "password", name + "-shili-2021"));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("Maybe " + name + " is no sample account: " + answer.body());
    }
  }

  void forget() {
    cookies.getCookieStore().removeAll();
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .collect(Collectors.joining());
  }

  /** Letter by letter as written here; the answer to the end of the connection. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream()) {
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("logs/server.log"));
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
  }
}
