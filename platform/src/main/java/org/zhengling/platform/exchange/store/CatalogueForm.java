package org.zhengling.platform.exchange.store;

import java.util.Arrays;
import java.util.List;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.Way;
import tools.jackson.databind.json.JsonMapper;

/** How items and settings of a source are written in its row. */
final class CatalogueForm {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CatalogueForm() {}

  static String items(List<Item> items) {
    return JSON.writeValueAsString(items);
  }

  static List<Item> items(String text) {
    return Arrays.asList(JSON.readValue(text, Item[].class));
  }

  static byte[] settings(Way way) {
    return JSON.writeValueAsBytes(way);
  }

  static Way settings(Way.Kind kind, byte[] plain) {
    return switch (kind) {
      case DATABASE -> JSON.readValue(plain, Way.Database.class);
      case HTTP -> JSON.readValue(plain, Way.Http.class);
      case FOLDER -> JSON.readValue(plain, Way.Folder.class);
      case LETTER -> new Way.Letter();
    };
  }
}
