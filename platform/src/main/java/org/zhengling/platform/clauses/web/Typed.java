package org.zhengling.platform.clauses.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.access.Misfilled;

/** What was typed into a form, read field by field; every wrong field is told at once. */
final class Typed {
  private final Map<String, String> values;
  private final Map<String, String> problems = new LinkedHashMap<>();

  Typed(Map<String, String> values) {
    this.values = values;
  }

  String text(String field) {
    return Objects.requireNonNullElse(values.get(field), "").strip();
  }

  /** A text that must be there. */
  String required(String field, String what, int longest) {
    String text = text(field);
    if (text.isEmpty()) {
      problems.put(field, "没有写" + what + "，请补上。");
    } else if (text.codePointCount(0, text.length()) > longest) {
      problems.put(field, what + "最多 " + longest + " 字，请写短一些。");
    }
    return text;
  }

  /** Names that are set apart by marks; a mark inside brackets belongs to a name. */
  List<String> names(String field) {
    return List.of(text(field).split("[、，,；;\\s]+(?![^（(]*[）)])")).stream()
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  /** A day that may be left out. */
  @Nullable LocalDate day(String field, String what) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      problems.put(field, what + "“" + text + "”不是日期，请写成 2020-12-31 这样。");
      return null;
    }
  }

  /** A day that must be there; any day stands in while the problem is told. */
  LocalDate requiredDay(String field, String what) {
    if (text(field).isEmpty()) {
      problems.put(field, "没有写" + what + "，请写成 2020-12-31 这样。");
    }
    return Objects.requireNonNullElse(day(field, what), LocalDate.EPOCH);
  }

  @Nullable BigDecimal number(String field, String what) {
    String text = text(field).replace(",", "").replace("，", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.scale() > 6 || number.precision() > 20 ? outOfRange(field, what) : number;
    } catch (NumberFormatException e) {
      problems.put(field, what + "“" + text(field) + "”不是数字，请写成 45000 或 99.5 这样，单位写在单位栏。");
      return null;
    }
  }

  private @Nullable BigDecimal outOfRange(String field, String what) {
    problems.put(field, what + "太大或小数太长，请核对。");
    return null;
  }

  /** One of a list of words; anything else is a problem of the form. */
  <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text(field))) {
        return one;
      }
    }
    problems.put(field, "请从列表里选一个。");
    return otherwise;
  }

  void problem(String field, String sentence) {
    problems.put(field, sentence);
  }

  /** Whether nothing is wrong with a field so far. */
  boolean right(String field) {
    return !problems.containsKey(field);
  }

  /** Refuses when anything was wrong. */
  void check() {
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }
}
