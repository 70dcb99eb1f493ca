package org.zhengling.formats.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhengling.engine.law.ClauseSpan;
import org.zhengling.engine.law.Confidence;

/**
 * Reads {@code parameters.yaml} of a programme. It is part of the program: a faulty one is a bug of
 * the build, named by file, place and what is expected.
 */
public final class ParameterFile {
  private final String file;

  private ParameterFile(String file) {
    this.file = file;
  }

  /** The numbers of one order. */
  public record Parameters(String document, List<PolicyParameter> parameters) {
    public Parameters {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Reads the text of one file.
   *
   * @param file its name, for messages
   */
  public static Parameters read(String file, String yaml) {
    return new ParameterFile(file).parameters(yaml);
  }

  private Parameters parameters(String yaml) {
    Map<?, ?> root = map("the file", parse(yaml));
    List<PolicyParameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object row : list("the file", root.get("parameters"))) {
      String place = "parameter " + (parameters.size() + 1);
      PolicyParameter one = parameter(place, map(place, row));
      if (!names.add(one.name())) {
        throw wrong(one.name(), "a name of its own");
      }
      parameters.add(one);
    }
    return new Parameters(text(root, "the file", "document"), parameters);
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

  private PolicyParameter parameter(String place, Map<?, ?> row) {
    String name = text(row, place, "name");
    List<PolicyParameter.Line> lines = new ArrayList<>();
    for (Object line : list(name, row.get("lines"))) {
      PolicyParameter.Line one = line(name, row, map(name, line));
      if (lines.stream().anyMatch(one::contradicts)) {
        throw wrong(name, "one value a day, not two from " + one.from());
      }
      lines.add(one);
    }
    if (lines.isEmpty()) {
      throw wrong(name, "at least one line");
    }
    lines.sort(Comparator.comparing(PolicyParameter.Line::from));
    return new PolicyParameter(
        name,
        text(row, name, "nameZh"),
        text(row, name, "unit"),
        clause(name, text(row, name, "clause")),
        lines);
  }

  /** A line says itself what differs from its parameter: confidence, source, standing. */
  private PolicyParameter.Line line(String name, Map<?, ?> parameter, Map<?, ?> row) {
    LocalDate from = day(name, text(row, name, "from"));
    @Nullable LocalDate to = row.get("to") == null ? null : day(name, text(row, name, "to"));
    if (to != null && to.isBefore(from)) {
      throw wrong(name, "a last day not before " + from);
    }
    Map<?, ?> said = row.containsKey("confidence") ? row : parameter;
    return new PolicyParameter.Line(
        value(name, parameter, row.get("value")),
        from,
        to,
        row.get("area") instanceof String area ? area : "",
        confidence(name, text(said, name, "confidence")),
        source(row, parameter),
        Boolean.TRUE.equals(parameter.get("sample")) || Boolean.TRUE.equals(row.get("sample"))
            ? PolicyParameter.Standing.SAMPLE
            : PolicyParameter.Standing.LAW);
  }

  private static String source(Map<?, ?> row, Map<?, ?> parameter) {
    Map<?, ?> said = row.containsKey("source") ? row : parameter;
    return said.get("source") instanceof String source ? source : "";
  }

  private PolicyParameter.Value value(String name, Map<?, ?> parameter, @Nullable Object value) {
    if (!"choice".equals(parameter.get("unit"))) {
      if (value instanceof Integer || value instanceof Long) {
        return new PolicyParameter.Count(((Number) value).longValue());
      }
      throw wrong(name, "an integer for value");
    }
    if (value instanceof String code
        && parameter.get("choices") instanceof Map<?, ?> choices
        && choices.get(code) instanceof String words) {
      return new PolicyParameter.Choice(code, words);
    }
    throw wrong(name, "one of its choices for value, not " + value);
  }

  private LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, "a day such as \"2020-08-27\", not " + text);
    }
  }

  private ClauseSpan clause(String name, String text) {
    try {
      return ClauseSpan.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "a clause path such as 二(三)7, not " + text);
    }
  }

  private Confidence confidence(String name, String text) {
    return switch (text) {
      case "H" -> Confidence.H;
      case "M" -> Confidence.M;
      case "L" -> Confidence.L;
      default -> throw wrong(name, "confidence H, M or L, not " + text);
    };
  }

  private List<?> list(String place, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(place, "a list");
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
