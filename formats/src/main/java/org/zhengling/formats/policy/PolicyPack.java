package org.zhengling.formats.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhengling.engine.law.ClauseSpan;

/**
 * Reads {@code clauses.yaml} of a programme. A pack is part of the program: a faulty one is a bug
 * of the build, named by file, place and what is expected.
 */
public final class PolicyPack {
  private final String file;

  private PolicyPack(String file) {
    this.file = file;
  }

  /**
   * Reads the text of one pack.
   *
   * @param file its name, for messages
   */
  public static Programme clauses(String file, String yaml) {
    return new PolicyPack(file).programme(yaml);
  }

  private Programme programme(String yaml) {
    Map<?, ?> root = map("the file", parse(yaml));
    List<Demand> demands = new ArrayList<>();
    if (!(root.get("demands") instanceof List<?> rows)) {
      throw wrong("the file", "a list named demands");
    }
    for (Object row : rows) {
      String place = "demand " + (demands.size() + 1);
      demands.add(demand(place, map(place, row)));
    }
    return new Programme(
        text(root, "the file", "programme"),
        text(root, "the file", "name"),
        text(root, "the file", "character"),
        text(root, "the file", "document"),
        demands);
  }

  private Object parse(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(yaml);
      return root == null ? Map.of() : root;
    } catch (YAMLException e) {
      throw new IllegalStateException("Maybe " + file + " is no YAML", e);
    }
  }

  private Demand demand(String place, Map<?, ?> row) {
    String slug = text(row, place, "slug");
    return new Demand(
        slug,
        clause(slug, text(row, slug, "clause")),
        text(row, slug, "name"),
        text(row, slug, "nameEn"),
        text(row, slug, "kind"),
        text(row, slug, "demanded"),
        answer(slug, row));
  }

  private ClauseSpan clause(String slug, String text) {
    try {
      return ClauseSpan.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(slug, "a clause path such as 二(三)7, not " + text);
    }
  }

  private Demand.Answer answer(String slug, Map<?, ?> row) {
    String answer = text(row, slug, "answer");
    return switch (answer) {
      case "open" -> new Demand.Answer.Open();
      case "code" -> new Demand.Answer.Code();
      case "not-computed" -> new Demand.Answer.NotComputed(text(row, slug, "why"));
      default -> throw wrong(slug, "answer open, code or not-computed, not " + answer);
    };
  }

  private Map<?, ?> map(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(place, "names and values");
  }

  private String text(Map<?, ?> map, String place, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(place, "a text for " + key);
  }

  private IllegalStateException wrong(String place, String expected) {
    return new IllegalStateException(
        "Maybe " + file + " was edited: " + place + " needs " + expected);
  }
}
