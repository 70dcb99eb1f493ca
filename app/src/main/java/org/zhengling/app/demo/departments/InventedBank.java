package org.zhengling.app.demo.departments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.zhengling.app.demo.departments.store.DepartmentDatabase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bank that answers messages on the loopback address of this machine, and nobody else's. */
final class InventedBank implements AutoCloseable {
  static final DepartmentDatabase.Shape ACCOUNTS =
      new DepartmentDatabase.Shape(
          "bank", "accounts", List.of("cert_no text", "acct_tail text", "balance text"));

  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DepartmentDatabase database;
  private final String token;
  private final LocalDate asOf;

  /**
   * Opens a port of its own.
   *
   * @param token what a caller must show
   * @param asOf day of its books
   */
  InventedBank(DepartmentDatabase database, String token, LocalDate asOf) {
    this.database = database;
    this.token = token;
    this.asOf = asOf;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe no port is free", e);
    }
    server.setExecutor(threads);
    server.createContext("/enquiries", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/enquiries");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES);
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] reply = reply(JSON.readTree(request));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    } catch (JacksonException e) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  private byte[] reply(JsonNode request) {
    List<String> numbers = new ArrayList<>();
    request.path("numbers").forEach(number -> numbers.add(number.asString()));
    ObjectNode reply = JSON.createObjectNode();
    reply.put("asOf", asOf.toString());
    ArrayNode results = reply.putArray("results");
    for (Map.Entry<String, List<List<String>>> one : database.rows(ACCOUNTS, numbers).entrySet()) {
      ObjectNode result = results.addObject();
      result.put("number", one.getKey());
      ArrayNode records = result.putArray("records");
      for (List<String> cells : one.getValue()) {
        records.addObject().put("acct_tail", cells.get(0)).put("balance", cells.get(1));
      }
    }
    return JSON.writeValueAsBytes(reply);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
