package org.zhengling.platform.exchange.adapter;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;

/**
 * What a source gave in one try, before it is read.
 *
 * @param given by the number of the resident; whoever is missing was not answered about
 * @param asOf day of the data; absent where the source is the living register
 * @param messageDigest SM3 of the message or file as it came, 64 hexadecimal characters; absent
 *     where there is none
 */
public record Delivery(
    Map<IdNumber, Given> given, @Nullable LocalDate asOf, @Nullable String messageDigest) {
  public Delivery {
    given = Map.copyOf(given);
  }

  /** What it says about one resident. */
  public sealed interface Given {}

  /** Its rows about the resident, none if it has none. */
  public record Rows(List<Row> rows) implements Given {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Something about this resident is in it that cannot be read.
   *
   * @param why Chinese
   */
  public record Doubtful(String why) implements Given {}

  /** A row: text by the source's own column, absent where it is empty. */
  public record Row(Map<String, @Nullable String> cells) {
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }
}
