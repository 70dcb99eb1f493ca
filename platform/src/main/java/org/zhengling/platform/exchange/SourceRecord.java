package org.zhengling.platform.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record that a source holds about a resident.
 *
 * @param values by the fields of the source's items, in their order
 */
public record SourceRecord(Map<String, Value> values) {
  public SourceRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a field; a field that the source does not have is a bug of who asks. */
  public Value value(String field) {
    Value value = values.get(field);
    if (value == null) {
      throw new IllegalStateException("Maybe the catalogue lost the field " + field);
    }
    return value;
  }

  /** What could not be read in this record. */
  public List<Value.Misread> misread() {
    return values.values().stream()
        .filter(Value.Misread.class::isInstance)
        .map(Value.Misread.class::cast)
        .toList();
  }
}
