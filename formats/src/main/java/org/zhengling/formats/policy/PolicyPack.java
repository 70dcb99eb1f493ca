package org.zhengling.formats.policy;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code clauses.yaml} of a programme. The text is taken as nodes and never turned into
 * objects that it names, so a file can make nothing happen; every value is read as it is written.
 */
public final class PolicyPack {
  private static final Set<String> HEAD =
      Set.of("programme", "name", "character", "document", "demands");
  private static final Set<String> ROW =
      Set.of(
          "slug",
          "clause",
          "name",
          "nameEn",
          "kind",
          "lead",
          "responsible",
          "deadline",
          "figures",
          "demanded",
          "answer",
          "why");

  private PolicyPack() {}

  /**
   * Reads one pack; a text that is not one is refused.
   *
   * @param file its name, for the person who has to mend it
   */
  public static Programme read(String text, String file) {
    Fields head = new Fields(file, parse(text, file));
    head.refuseOthers(HEAD);
    String slug = head.needed("programme");
    return new Programme(
        slug,
        head.needed("name"),
        head.needed("character"),
        head.needed("document"),
        head.rows("demands").stream().map(row -> demand(row, slug)).toList());
  }

  private static Node parse(String text, String file) {
    try {
      Node node =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (node == null) {
        throw Fields.refusal(file, 1, "文件是空的，应有 programme、name、character、document、demands");
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw Fields.refusal(file, line, "不是 YAML（" + e.getProblem() + "）");
    }
  }

  private static Demand demand(Fields row, String programme) {
    row.refuseOthers(ROW);
    String slug = row.needed("slug");
    if (!slug.matches(programme + "/[a-z0-9]+(-[a-z0-9]+)*")) {
      throw row.refusal("slug", "slug 应写成 " + programme + "/小写英文和连字符，不是“" + slug + "”");
    }
    return new Demand(
        slug,
        row.needed("clause"),
        row.needed("name"),
        row.needed("nameEn"),
        kind(row),
        row.optional("lead"),
        row.optional("responsible"),
        row.optional("deadline"),
        row.optional("figures"),
        row.needed("demanded"),
        answer(row));
  }

  private static Demand.Kind kind(Fields row) {
    String word = row.needed("kind");
    List<Demand.Kind> kinds = List.of(Demand.Kind.values());
    return kinds.stream()
        .filter(kind -> spelled(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> row.refusal("kind", "kind 应是 " + words() + " 之一，不是“" + word + "”"));
  }

  private static String words() {
    return Arrays.stream(Demand.Kind.values())
        .map(PolicyPack::spelled)
        .collect(Collectors.joining("、"));
  }

  private static String spelled(Demand.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Demand.Answer answer(Fields row) {
    String word = row.needed("answer");
    boolean reasoned = !row.optional("why").isEmpty();
    if (reasoned && !word.equals("not-computed")) {
      throw row.refusal("why", "why 只用于 answer: not-computed");
    }
    return switch (word) {
      case "open" -> new Demand.Answer.Open();
      case "code" -> new Demand.Answer.Code();
      case "not-computed" -> new Demand.Answer.NotComputed(row.needed("why"));
      default -> throw row.refusal("answer", "answer 应是 open、code 或 not-computed，不是“" + word + "”");
    };
  }
}
