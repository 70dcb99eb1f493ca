package org.zhengling.platform.registry;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.stereotype.Component;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;

/**
 * Seals names, numbers and facts, each bound to its row, and makes the digests by which they are
 * found.
 */
@Component
class Seals {
  private final Keys keys;

  Seals(Keys keys) {
    this.keys = keys;
  }

  /** What lies sealed in the tables of this module. */
  enum Column {
    NAME("registry.name"),
    NUMBER("registry.number"),
    FACT("registry.fact");

    private final String purpose;

    Column(String purpose) {
      this.purpose = purpose;
    }

    Purpose purpose() {
      return new Purpose(purpose);
    }

    byte[] bound(long row) {
      return (purpose + " " + row).getBytes(StandardCharsets.UTF_8);
    }
  }

  byte[] seal(Column column, long row, String value) {
    return keys.seal(column.purpose(), value.getBytes(StandardCharsets.UTF_8), column.bound(row));
  }

  String open(Column column, long row, byte[] sealed) {
    return new String(
        keys.open(column.purpose(), sealed, column.bound(row)), StandardCharsets.UTF_8);
  }

  IdNumber openNumber(long row, byte[] sealed) {
    return switch (IdNumber.read(open(Column.NUMBER, row, sealed))) {
      case IdNumber number -> number;
      case Identity.Invalid invalid ->
          throw new IllegalStateException("Maybe row " + row + " was sealed from something else");
    };
  }

  byte[] digestOf(IdNumber number) {
    return keys.keyedDigest(
        Column.NUMBER.purpose(), number.text().getBytes(StandardCharsets.UTF_8));
  }

  /** Spaces, width and the several dots inside of names do not matter. */
  byte[] digestOfName(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\u3000]+", "")
            .replaceAll("[·•‧・･∙]", "·");
    return keys.keyedDigest(Column.NAME.purpose(), plain.getBytes(StandardCharsets.UTF_8));
  }
}
