package org.zhengling.platform.exchange;

import java.util.regex.Pattern;

/**
 * One thing that a source tells about a resident (信息项).
 *
 * @param field what our programmes call it, {@code monthly_wage}
 * @param name Chinese, for pages
 * @param column what the source itself calls it
 * @param sensitive whether the law counts it as sensitive personal information
 */
public record Item(
    String field, String name, ItemType type, String column, boolean sensitive, String meaning) {
  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final int LONGEST = 120;

  public Item {
    if (!FIELD.matcher(field).matches()) {
      throw new IllegalArgumentException("No field: " + field);
    }
    if (name.isBlank() || column.isBlank() || column.length() > LONGEST) {
      throw new IllegalArgumentException("An item without name or column: " + field);
    }
  }
}
