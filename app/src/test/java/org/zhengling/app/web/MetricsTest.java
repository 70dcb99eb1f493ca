package org.zhengling.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port for those who watch, opened as ZL_METRICS_PORT opens it. */
class MetricsTest {
  @TempDir private static Path home = Path.of("");
  private static OpenCity city;
  private static int port;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    System.setProperty("zl.metrics.port", "0");
    try {
      city = new OpenCity(home.resolve("data"));
    } finally {
      System.clearProperty("zl.metrics.port");
    }
    port =
        Integer.parseInt(
            city.context.getEnvironment().getRequiredProperty("local.management.port"));
    city.signIn("guanli");
    city.read("/people");
    city.read("/search?q=" + OpenCity.encode("孙某某的低保"));
    city.read("/documents/" + OpenCity.encode("孙某某"));
    city.submit("/tools/identity", Map.of("number", "370811199001010011"));
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static HttpResponse<String> ask(String path, String method)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void figuresOfPagesPoolAndMemoryAreThere() throws Exception {
    HttpResponse<String> figures = ask("/metrics", "GET");
    assertThat(figures.statusCode()).isEqualTo(200);
    assertThat(figures.body())
        .contains("http_server_requests_seconds_count{")
        .contains("uri=\"/people\"")
        .contains("hikaricp_connections{")
        .contains("jvm_memory_used_bytes{");
  }

  @Test
  void noFigureNamesAnybodyOrWhatWasAsked() throws Exception {
    assertThat(ask("/metrics", "GET").body())
        .doesNotContain("孙", "低保", "370811199001010011", "guanli", "钱一", "q=")
        .doesNotContain(OpenCity.encode("孙某某"));
  }

  @Test
  void nothingElseIsAnsweredThere() throws Exception {
    for (String path :
        List.of("/", "/people", "/env", "/heapdump", "/beans", "/loggers", "/health", "/sign-in")) {
      assertThat(ask(path, "GET").statusCode()).as(path).isIn(401, 403, 404);
    }
    assertThat(ask("/metrics", "POST").statusCode()).isIn(401, 403, 405);
  }

  @Test
  void anotherMachineFindsThePortClosed() throws IOException {
    List<InetAddress> outside =
        Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress address : outside) {
      boolean open;
      try (Socket socket = new Socket(address, port)) {
        open = socket.isConnected();
      } catch (IOException e) {
        open = false;
      }
      assertThat(open).as(address.toString()).isFalse();
    }
  }
}
