package org.zhengling.app.portal;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of documents and clauses; their numbers are Chinese and are encoded. */
final class Links {
  private Links() {}

  static String document(String number) {
    return "/documents/" + segment(number);
  }

  static String clause(String number, String path) {
    return document(number) + "/clauses/" + segment(path);
  }

  private static String segment(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
