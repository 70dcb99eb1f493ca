package org.zhengling.platform.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day as somebody typed it. */
final class TypedDay {
  private TypedDay() {}

  /** Absent when it is none; the problem is told under the field's name. */
  static @Nullable LocalDate read(String field, String text, Map<String, String> problems) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.put(field, text.isBlank() ? "还没有写日期。" : "“" + text + "”不是日期，请写成 2020-09-20 的样子。");
      return null;
    }
  }
}
