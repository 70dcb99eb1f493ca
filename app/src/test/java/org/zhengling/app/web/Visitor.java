package org.zhengling.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: reads pages and sends their forms. */
final class Visitor {
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final String EDGE = "----zhengling";

  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Visitor(String address) {
    this.address = address;
  }

  Visitor signIn(String name, String password) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("Maybe " + name + " may not sign in: " + answer.statusCode());
    }
    return this;
  }

  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a form with everything hidden that the page carries. */
  HttpResponse<String> send(String page, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        withHidden(page, fields).entrySet().stream()
            .map(field -> field.getKey() + "=" + Reader.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The same with files. */
  HttpResponse<String> sendFiles(
      String page, String path, Map<String, String> fields, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : withHidden(page, fields).entrySet()) {
      write(body, "Content-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n");
      body.write((field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      write(
          body,
          "Content-Disposition: form-data; name=\""
              + file.getKey()
              + "\"; filename=\"signed.txt\"\r\nContent-Type: text/plain\r\n\r\n");
      body.write(file.getValue());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void write(ByteArrayOutputStream body, String head) throws IOException {
    body.write(("--" + EDGE + "\r\n" + head).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> withHidden(String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(read(page).body());
    while (hidden.find()) {
      all.put(hidden.group(1), hidden.group(2));
    }
    all.putAll(fields);
    return all;
  }
}
