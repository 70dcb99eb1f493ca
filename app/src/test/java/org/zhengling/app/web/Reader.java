package org.zhengling.app.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One signed-in person without scripts, with cookies of their own; many may read at once. */
final class Reader implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Reader(String address, String name, String password) throws IOException, InterruptedException {
    this.address = address;
    Matcher token = TOKEN.matcher(read("/sign-in").body());
    if (!token.find()) {
      throw new IllegalStateException("Maybe the sign-in page has no form");
    }
    String form =
        "_csrf="
            + encode(token.group(1))
            + "&name="
            + encode(name)
            + "&password="
            + encode(password);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("Maybe " + name + " may not sign in: " + answer.statusCode());
    }
  }

  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
  }
}
