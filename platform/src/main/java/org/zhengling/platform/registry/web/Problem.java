package org.zhengling.platform.registry.web;

import java.util.List;
import java.util.Map;

/** A wrong field, for the list above a form. */
record Problem(String field, String message) {
  static List<Problem> of(Map<String, String> problems) {
    return problems.entrySet().stream()
        .map(entry -> new Problem(entry.getKey(), entry.getValue()))
        .toList();
  }
}
