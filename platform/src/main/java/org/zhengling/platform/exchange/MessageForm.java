package org.zhengling.platform.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.quantity.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Request and reply as they are kept. Both carry a random mark that is kept with them, so that
 * their digests, which are readable, give nobody a way to guess what was asked.
 */
final class MessageForm {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MessageForm() {}

  static byte[] request(Enquiry enquiry, String source, String mark) {
    ObjectNode node = JSON.createObjectNode();
    node.put("form", "request 1");
    node.put("mark", mark);
    node.put("source", source);
    node.put("resident", enquiry.subject().resident());
    node.put("number", enquiry.subject().number().text());
    node.put("name", enquiry.subject().name());
    node.put("purpose", enquiry.purpose());
    node.put("from", enquiry.period().from().toString());
    LocalDate to = enquiry.period().to();
    node.put("to", to == null ? "" : to.toString());
    return JSON.writeValueAsBytes(node);
  }

  /**
   * @param message SM3 of what the source sent, or absent
   */
  static byte[] reply(Answer answer, String mark, @Nullable String message) {
    ObjectNode node = JSON.createObjectNode();
    node.put("form", "reply 1");
    node.put("mark", mark);
    node.put("message", message == null ? "" : message);
    node.put("outcome", Answered.Outcome.of(answer).name());
    switch (answer) {
      case Answer.Found(List<SourceRecord> records, LocalDate asOf) -> add(node, records, asOf);
      case Answer.Stale(List<SourceRecord> records, LocalDate asOf) -> add(node, records, asOf);
      case Answer.NotThere(LocalDate asOf) -> add(node, List.of(), asOf);
      case Answer.Unavailable(Answer.Reason reason, String explanation) ->
          node.put("reason", reason.name()).put("explanation", explanation);
    }
    return JSON.writeValueAsBytes(node);
  }

  private static void add(ObjectNode node, List<SourceRecord> records, LocalDate asOf) {
    node.put("asOf", asOf.toString());
    ArrayNode list = node.putArray("records");
    for (SourceRecord record : records) {
      ObjectNode fields = list.addObject();
      record.values().forEach((field, value) -> add(fields.putObject(field), value));
    }
  }

  private static void add(ObjectNode node, Value value) {
    switch (value) {
      case Value.Text(String text) -> node.put("text", text);
      case Value.Whole(long number) -> node.put("whole", Long.toString(number));
      case Value.Decimal(BigDecimal number) -> node.put("decimal", number.toPlainString());
      case Value.Amount(Money money) -> node.put("fen", Long.toString(money.fen()));
      case Value.Day(LocalDate day) -> node.put("day", day.toString());
      case Value.Absent() -> node.put("absent", "");
      case Value.Misread(String raw, String reason) ->
          node.put("misread", raw).put("reason", reason);
    }
  }

  /** The answer of a reply. */
  static Answer answer(byte[] reply) {
    JsonNode node = JSON.readTree(reply);
    return switch (Answered.Outcome.valueOf(text(node, "outcome"))) {
      case FOUND -> new Answer.Found(records(node), LocalDate.parse(text(node, "asOf")));
      case STALE -> new Answer.Stale(records(node), LocalDate.parse(text(node, "asOf")));
      case NOT_THERE -> new Answer.NotThere(LocalDate.parse(text(node, "asOf")));
      case UNAVAILABLE ->
          new Answer.Unavailable(
              Answer.Reason.valueOf(text(node, "reason")), text(node, "explanation"));
    };
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static List<SourceRecord> records(JsonNode node) {
    List<SourceRecord> records = new ArrayList<>();
    for (JsonNode one : node.get("records")) {
      Map<String, Value> values = new LinkedHashMap<>();
      one.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
      records.add(new SourceRecord(values));
    }
    return records;
  }

  private static Value value(JsonNode node) {
    String kind = node.propertyNames().iterator().next();
    String text = text(node, kind);
    return switch (kind) {
      case "text" -> new Value.Text(text);
      case "whole" -> new Value.Whole(Long.parseLong(text));
      case "decimal" -> new Value.Decimal(new BigDecimal(text));
      case "fen" -> new Value.Amount(new Money(Long.parseLong(text)));
      case "day" -> new Value.Day(LocalDate.parse(text));
      case "absent" -> new Value.Absent();
      case "misread" -> new Value.Misread(text, text(node, "reason"));
      default -> throw new IllegalStateException("Maybe a reply of a later form: " + kind);
    };
  }
}
