package org.zhengling.platform.clauses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.formats.policy.ParameterFile;
import org.zhengling.formats.policy.PolicyPack;
import org.zhengling.formats.policy.PolicyParameter;
import org.zhengling.formats.policy.Programme;

/**
 * The programmes of the class path with their policy; which there are is for the assembly to say.
 */
@Component
public class PolicyCatalogue {
  private static final String PACKS = "classpath*:policy/*/clauses.yaml";
  private static final String NUMBERS = "classpath*:policy/*/parameters.yaml";

  /** Documents of a government before those of its office, each by count: 济政字52号 … 济政办字53号. */
  private static final Comparator<Programme> BY_SERIES_THEN_COUNT =
      Comparator.comparingInt((Programme one) -> one.document().indexOf('〔'))
          .thenComparing(Programme::document);

  private final List<Programme> programmes;
  private final Coverage coverage;
  private final Map<String, List<PolicyParameter>> parameters;

  /** Reads every pack; works without a server. */
  public PolicyCatalogue() {
    this.programmes = packs();
    this.coverage =
        Coverage.of(programmes, AnswersIndex.load(PolicyCatalogue.class.getClassLoader()));
    this.parameters = numbers();
  }

  private static Map<String, List<PolicyParameter>> numbers() {
    Map<String, List<PolicyParameter>> numbers = new HashMap<>();
    for (Resource resource : resources(NUMBERS)) {
      ParameterFile.Parameters read = ParameterFile.read(resource.getDescription(), text(resource));
      numbers.put(read.document(), read.parameters());
    }
    return numbers;
  }

  private static List<Programme> packs() {
    List<Programme> programmes = new ArrayList<>();
    for (Resource resource : resources(PACKS)) {
      programmes.add(PolicyPack.clauses(resource.getDescription(), text(resource)));
    }
    programmes.sort(BY_SERIES_THEN_COUNT);
    return List.copyOf(programmes);
  }

  private static Resource[] resources(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged", e);
    }
  }

  private static String text(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the program file is damaged", e);
    }
  }

  /** In the order of the gazette. */
  public List<Programme> programmes() {
    return programmes;
  }

  /** The programme that carries out a document. */
  public Optional<Programme> programmeOf(String document) {
    return programmes.stream().filter(one -> one.document().equals(document)).findFirst();
  }

  /** The sign of a document's programme; 文 for a document without one. */
  public String character(String document) {
    return programmeOf(document).map(Programme::character).orElse("文");
  }

  /** How far the program answers the demands. */
  public Coverage coverage() {
    return coverage;
  }

  /** Numbers that one clause of an order sets or needs, with every value they had. */
  public List<PolicyParameter> parameters(String document, String clausePath) {
    ClausePath path = ClausePath.parse(clausePath);
    return parameters.getOrDefault(document, List.of()).stream()
        .filter(one -> one.clause().contains(path) && path.level() == one.clause().first().level())
        .toList();
  }

  /** One number or choice of an order by its name; a name that is not there is a bug. */
  public PolicyParameter parameter(String document, String name) {
    return parameters.getOrDefault(document, List.of()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("Maybe parameters.yaml of " + document + " lacks " + name));
  }
}
