package org.zhengling.formats.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code clauses.yaml} of a programme. A pack is part of the program: a faulty one is a bug
 * of the build, named by file, place and what is expected.
 */
public final class PolicyPack {
  private final YamlFile file;

  private PolicyPack(String file) {
    this.file = new YamlFile(file);
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
    Map<?, ?> root = file.root(yaml);
    List<Demand> demands = new ArrayList<>();
    for (Object row : file.list(YamlFile.WHOLE, "demands", root.get("demands"))) {
      String place = "demand " + (demands.size() + 1);
      demands.add(demand(place, file.map(place, row)));
    }
    return new Programme(
        file.text(root, YamlFile.WHOLE, "programme"),
        file.text(root, YamlFile.WHOLE, "name"),
        file.text(root, YamlFile.WHOLE, "character"),
        file.text(root, YamlFile.WHOLE, "document"),
        demands);
  }

  private Demand demand(String place, Map<?, ?> row) {
    String slug = file.text(row, place, "slug");
    return new Demand(
        slug,
        file.clause(row, slug),
        file.text(row, slug, "name"),
        file.text(row, slug, "nameEn"),
        file.text(row, slug, "kind"),
        file.text(row, slug, "demanded"),
        answer(slug, row));
  }

  private Demand.Answer answer(String slug, Map<?, ?> row) {
    String answer = file.text(row, slug, "answer");
    return switch (answer) {
      case "open" -> new Demand.Answer.Open();
      case "code" -> new Demand.Answer.Code();
      case "not-computed" -> new Demand.Answer.NotComputed(file.text(row, slug, "why"));
      default -> throw file.wrong(slug, "answer open, code or not-computed, not " + answer);
    };
  }
}
