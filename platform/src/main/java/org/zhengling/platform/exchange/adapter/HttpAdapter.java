package org.zhengling.platform.exchange.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.exchange.Answer.Reason;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.exchange.adapter.SourceFailure.Outlook;
import org.zhengling.platform.keys.Sm3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends one JSON message to the address that the catalogue names, and to no other: no redirect is
 * followed and no proxy is asked. Numbers travel in the body, never in the address. What comes back
 * is read up to a limit; docs/formats/exchange-messages.md.
 */
@Component
class HttpAdapter implements Adapter {
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int MOST_BYTES_A_RESIDENT = 64 * 1024;
  private static final int OK = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  @Override
  public Way.Kind kind() {
    return Way.Kind.HTTP;
  }

  @Override
  public Delivery ask(Source source, List<Enquiry.Subject> subjects) throws SourceFailure {
    if (!(source.way() instanceof Way.Http way)) {
      throw new IllegalStateException("Maybe another adapter's source: " + source.slug());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(way.address())
            .timeout(source.limits().answer())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message(source, subjects)));
    if (!way.token().isEmpty()) {
      request.header("Authorization", "Bearer " + way.token());
    }
    byte[] body = send(request.build(), MOST_BYTES + subjects.size() * MOST_BYTES_A_RESIDENT);
    try {
      return read(source, subjects, body);
    } catch (JacksonException e) {
      throw broken("对方的答复不是完整的 JSON。");
    }
  }

  private static byte[] message(Source source, List<Enquiry.Subject> subjects) {
    ObjectNode message = JSON.createObjectNode();
    message.put("form", "zhengling-enquiry 1");
    message.put("catalogue", source.listing().code());
    ArrayNode numbers = message.putArray("numbers");
    subjects.forEach(subject -> numbers.add(subject.number().text()));
    return JSON.writeValueAsBytes(message);
  }

  private byte[] send(HttpRequest request, int most) throws SourceFailure {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        refuse(response.statusCode());
        byte[] body = in.readNBytes(most + 1);
        if (body.length > most) {
          throw new SourceFailure(Reason.TOO_LARGE, Outlook.LASTING, "对方的答复超过大小限制，没有读完。");
        }
        return body;
      }
    } catch (HttpTimeoutException e) {
      throw new SourceFailure(Reason.NO_ANSWER, Outlook.PASSING, "对方没有在时限内答复。");
    } catch (ConnectException e) {
      throw new SourceFailure(Reason.UNREACHABLE, Outlook.PASSING, "连不上对方的接口。");
    } catch (SSLException e) {
      throw new SourceFailure(Reason.UNREACHABLE, Outlook.LASTING, "对方的证书不可信，没有查询。");
    } catch (IOException e) {
      throw new SourceFailure(Reason.BROKEN, Outlook.PASSING, "对方的答复没有传完。");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure(Reason.NO_ANSWER, Outlook.PASSING, "对方没有在时限内答复。");
    }
  }

  private static void refuse(int status) throws SourceFailure {
    if (status == OK) {
      return;
    }
    String code = "（代码 " + status + "）";
    if (status == 401 || status == 403) {
      throw new SourceFailure(Reason.TURNED_AWAY, Outlook.LASTING, "对方不接受我们的凭据" + code + "。");
    }
    if (status / 100 == 3) {
      throw new SourceFailure(Reason.BROKEN, Outlook.LASTING, "对方把查询转到目录以外的地址" + code + "，没有跟过去。");
    }
    if (status == 429 || status / 100 == 5) {
      throw new SourceFailure(Reason.NO_ANSWER, Outlook.PASSING, "对方的接口出错" + code + "。");
    }
    throw new SourceFailure(Reason.BROKEN, Outlook.LASTING, "对方没有按约定答复" + code + "。");
  }

  private static Delivery read(Source source, List<Enquiry.Subject> subjects, byte[] body)
      throws SourceFailure {
    JsonNode message = JSON.readTree(body);
    JsonNode results = message.path("results");
    if (!results.isArray()) {
      throw broken("对方的答复里没有结果（results）。");
    }
    WrittenNumbers numbers = new WrittenNumbers(subjects);
    Map<IdNumber, Delivery.Given> given = new HashMap<>();
    for (JsonNode result : results) {
      IdNumber number = numbers.whose(text(result.path("number"))).orElse(null);
      JsonNode records = result.path("records");
      if (!records.isArray()) {
        throw broken("对方的答复里有人没有记录清单（records）。");
      }
      if (number != null && given.put(number, rows(source, records)) != null) {
        throw broken("对方的答复里同一个人出现两次。");
      }
    }
    return new Delivery(given, asOf(message), Sm3.hex(body));
  }

  private static LocalDate asOf(JsonNode message) throws SourceFailure {
    try {
      return LocalDate.parse(String.valueOf(text(message.path("asOf"))));
    } catch (DateTimeException e) {
      throw broken("对方的答复没有写明数据截至哪一天（asOf）。");
    }
  }

  private static Delivery.Rows rows(Source source, JsonNode records) throws SourceFailure {
    List<Delivery.Row> rows = new ArrayList<>();
    for (JsonNode record : records) {
      Map<String, @Nullable String> cells = new LinkedHashMap<>();
      for (Item item : source.items()) {
        JsonNode value = record.get(item.column());
        if (value == null) {
          throw new SourceFailure(
              Reason.CHANGED, Outlook.LASTING, "对方的答复里没有字段 " + item.column() + "。");
        }
        cells.put(item.column(), text(value));
      }
      rows.add(new Delivery.Row(cells));
    }
    return new Delivery.Rows(rows);
  }

  /** A number as it was written, without an exponent; of what is no single value, its JSON. */
  private static @Nullable String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isString() ? value.asString() : value.toString();
  }

  private static SourceFailure broken(String what) {
    return new SourceFailure(Reason.BROKEN, Outlook.LASTING, what);
  }
}
