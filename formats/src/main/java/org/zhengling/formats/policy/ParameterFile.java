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
import org.zhengling.engine.law.Confidence;

/**
 * Reads {@code parameters.yaml} of a programme. It is part of the program: a faulty one is a bug of
 * the build, named by file, place and what is expected.
 */
public final class ParameterFile {
  private final YamlFile file;

  private ParameterFile(String file) {
    this.file = new YamlFile(file);
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
    Map<?, ?> root = file.root(yaml);
    List<PolicyParameter> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object row : file.list(YamlFile.WHOLE, "parameters", root.get("parameters"))) {
      String place = "parameter " + (parameters.size() + 1);
      PolicyParameter one = parameter(place, file.map(place, row));
      if (!names.add(one.name())) {
        throw file.wrong(one.name(), "a name of its own");
      }
      parameters.add(one);
    }
    return new Parameters(file.text(root, YamlFile.WHOLE, "document"), parameters);
  }

  private PolicyParameter parameter(String place, Map<?, ?> row) {
    String name = file.text(row, place, "name");
    List<PolicyParameter.Line> lines = new ArrayList<>();
    for (Object line : file.list(name, "lines", row.get("lines"))) {
      PolicyParameter.Line one = line(name, row, file.map(name, line));
      if (lines.stream().anyMatch(one::contradicts)) {
        throw file.wrong(name, "one value a day, not two from " + one.from());
      }
      lines.add(one);
    }
    if (lines.isEmpty()) {
      throw file.wrong(name, "at least one line");
    }
    lines.sort(Comparator.comparing(PolicyParameter.Line::from));
    return new PolicyParameter(
        name,
        file.text(row, name, "nameZh"),
        file.text(row, name, "unit"),
        file.clause(row, name),
        lines);
  }

  /** A line says itself what differs from its parameter: confidence, source, standing. */
  private PolicyParameter.Line line(String name, Map<?, ?> parameter, Map<?, ?> row) {
    LocalDate from = day(name, file.text(row, name, "from"));
    @Nullable LocalDate to = row.get("to") == null ? null : day(name, file.text(row, name, "to"));
    if (to != null && to.isBefore(from)) {
      throw file.wrong(name, "a last day not before " + from);
    }
    Map<?, ?> said = row.containsKey("confidence") ? row : parameter;
    return new PolicyParameter.Line(
        value(name, parameter, row.get("value")),
        from,
        to,
        row.get("area") instanceof String area ? area : "",
        confidence(name, file.text(said, name, "confidence")),
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
      throw file.wrong(name, "an integer for value");
    }
    if (value instanceof String code
        && parameter.get("choices") instanceof Map<?, ?> choices
        && choices.get(code) instanceof String words) {
      return new PolicyParameter.Choice(code, words);
    }
    throw file.wrong(name, "one of its choices for value, not " + value);
  }

  private LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw file.wrong(name, "a day such as \"2020-08-27\", not " + text);
    }
  }

  private Confidence confidence(String name, String text) {
    return switch (text) {
      case "H" -> Confidence.H;
      case "M" -> Confidence.M;
      case "L" -> Confidence.L;
      default -> throw file.wrong(name, "confidence H, M or L, not " + text);
    };
  }
}
