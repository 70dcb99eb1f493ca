package org.zhengling.platform.registry.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import org.zhengling.platform.registry.Proof;
import org.zhengling.platform.registry.WithoutNumber;

/** What people typed, read; what cannot be read is told under its field. */
final class Typed {
  private Typed() {}

  /**
   * The fields that say who somebody is.
   *
   * @param called ticked where the name is what somebody unknown is called meanwhile
   */
  record Who(
      String name,
      String number,
      String without,
      String called,
      String area,
      String source,
      String ground) {
    /** A field that the browser did not send is one that nobody filled in. */
    Who {
      name = Objects.requireNonNullElse(name, "");
      number = Objects.requireNonNullElse(number, "");
      without = Objects.requireNonNullElse(without, "");
      called = Objects.requireNonNullElse(called, "");
      area = Objects.requireNonNullElse(area, "");
      source = Objects.requireNonNullElse(source, "");
      ground = Objects.requireNonNullElse(ground, "");
    }

    static Who empty() {
      return new Who("", "", "", "", "", "", "");
    }
  }

  static @Nullable IdNumber number(String text, Map<String, String> problems) {
    return switch (IdNumber.read(text)) {
      case IdNumber number -> number;
      case Identity.Invalid invalid -> {
        problems.put("number", text.isBlank() ? "还没有写身份证号。" : invalid.reason() + "。");
        yield null;
      }
    };
  }

  static @Nullable Proof proof(Who who, Map<String, String> problems) {
    if (!who.number().isBlank()) {
      IdNumber number = number(who.number(), problems);
      return number == null ? null : new Proof.Numbered(number);
    }
    for (WithoutNumber one : WithoutNumber.values()) {
      if (one.name().equals(who.without())) {
        return new Proof.Without(one);
      }
    }
    problems.put("number", "请写身份证号；没有号码的，在下面选原因。");
    return null;
  }

  static @Nullable LocalDate day(String field, String text, Map<String, String> problems) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.put(field, text.isBlank() ? "还没有写日期。" : "“" + text + "”不是日期，请写成 2020-09-20 的样子。");
      return null;
    }
  }
}
