package org.zhengling.formats.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhengling.engine.law.ClauseSpan;

/**
 * A YAML file that is part of the program, read piece by piece: what is faulty is a bug of the
 * build, named by file, place and what is expected there.
 *
 * @param name of the file, for messages
 */
record YamlFile(String name) {
  /** The place of the outermost names. */
  static final String WHOLE = "the file";

  /** Names and values of the whole file; an empty file has none. */
  Map<?, ?> root(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object root = new Yaml(new SafeConstructor(options)).load(yaml);
      return map(WHOLE, root == null ? Map.of() : root);
    } catch (YAMLException e) {
      throw new IllegalStateException("Maybe " + name + " is no YAML", e);
    }
  }

  List<?> list(String place, String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(place, "a list named " + key);
  }

  Map<?, ?> map(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(place, "names and values");
  }

  String text(Map<?, ?> map, String place, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(place, "a text for " + key);
  }

  ClauseSpan clause(Map<?, ?> map, String place) {
    String text = text(map, place, "clause");
    try {
      return ClauseSpan.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(place, "a clause path such as 二(三)7, not " + text);
    }
  }

  IllegalStateException wrong(String place, String expected) {
    return new IllegalStateException(
        "Maybe " + name + " was edited: " + place + " needs " + expected);
  }
}
