package org.zhengling.formats.json;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table as JSON: an array of objects with the heads as names and text as values. */
public final class FlatJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FlatJson() {}

  /** Every row has as many cells as the head. */
  public static String write(List<String> head, List<List<String>> rows) {
    ArrayNode table = MAPPER.createArrayNode();
    for (List<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(row.size() + " cells under " + head.size() + " heads");
      }
      ObjectNode one = table.addObject();
      for (int i = 0; i < head.size(); i++) {
        one.put(head.get(i), row.get(i));
      }
    }
    return MAPPER.writeValueAsString(table);
  }
}
