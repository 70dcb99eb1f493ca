package org.zhengling.app.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of documents and clauses; their numbers are Chinese and are encoded. */
final class Links {
  private Links() {}

  static String document(String number) {
    return "/documents/" + segment(number);
  }

  /** As it read on a day; as it reads today without one. */
  static String document(String number, @Nullable LocalDate on) {
    return document(number) + (on == null ? "" : "?on=" + on);
  }

  static String clause(String number, String path) {
    return document(number) + "/clauses/" + segment(path);
  }

  /** A place of a clause with words to be marked. */
  static String found(
      String number, String path, @Nullable LocalDate on, String line, String place) {
    return clause(number, path)
        + "?words="
        + segment(line)
        + (on == null ? "" : "&on=" + on)
        + "#"
        + place;
  }

  /** A day of the chronicle with words to be marked. */
  static String event(LocalDate day, String line) {
    return "/chronicle?words=" + segment(line) + "#d" + day;
  }

  static String day(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String segment(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
