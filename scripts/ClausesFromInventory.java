import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes {@code programmes/<slug>/policy/clauses.yaml} from the inventory of demands, once per
 * programme. From then on the files are ours: they are edited by hand and not written again, so an
 * existing file is refused unless {@code --force} is given.
 *
 * <p>{@code java scripts/ClausesFromInventory.java ../shared/facts/inventory.tsv [--force]}, run at
 * the root of the project. Exit codes: 0 written, 1 refused because files exist, 2 bad input or
 * usage.
 */
final class ClausesFromInventory {

  /** What a programme is called, and the one character it is drawn with. */
  private record Programme(String slug, String name, String character) {}

  /** One row of the inventory, cells by the name of their column. */
  private record Row(Map<String, String> cells) {
    String cell(String column) {
      return cells.get(column);
    }

    String programme() {
      String slug = cell("demand");
      return slug.substring(0, slug.indexOf('/'));
    }
  }

  private static final List<Programme> PROGRAMMES =
      List.of(
          new Programme("natural-resources", "自然资源确权", "地"),
          new Programme("social-assistance", "社会救助", "救"),
          new Programme("vocational-education", "职业教育", "学"),
          new Programme("childcare", "婴幼儿照护", "育"),
          new Programme("project-factors", "要素跟着项目走", "项"),
          new Programme("underforest-economy", "林下经济", "林"));

  private static final List<String> COLUMNS =
      List.of(
          "demand",
          "doc_no",
          "clause_path",
          "name_zh",
          "name_en",
          "kind",
          "lead",
          "responsible",
          "deadline",
          "figures",
          "what_software_must_do");

  /** Letters a plain YAML scalar may hold without a second thought. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z\\p{IsHan}][A-Za-z0-9\\p{IsHan} /;.()+_〔〕、—–-]*");

  private static final Pattern YAML_WORD =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|nan|inf");

  private ClausesFromInventory() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean force = words.remove("--force");
    if (words.size() != 1) {
      System.err.println("Usage: java scripts/ClausesFromInventory.java INVENTORY [--force]");
      System.exit(2);
    }
    Path programmes = Path.of("programmes");
    if (!Files.isDirectory(programmes)) {
      System.err.println("No folder 'programmes' here: run this at the root of the project.");
      System.exit(2);
    }
    List<Row> rows = rows(Path.of(words.getFirst()));
    List<Path> present =
        PROGRAMMES.stream().map(one -> file(programmes, one)).filter(Files::exists).toList();
    if (!present.isEmpty() && !force) {
      System.err.println("Refused, these files exist (--force overwrites them): " + present);
      System.exit(1);
    }
    for (Programme programme : PROGRAMMES) {
      List<Row> own =
          rows.stream().filter(row -> row.programme().equals(programme.slug())).toList();
      Path file = file(programmes, programme);
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml(programme, own));
      System.out.println(file + ": " + own.size() + " demands");
    }
  }

  private static Path file(Path programmes, Programme programme) {
    return programmes.resolve(programme.slug()).resolve("policy").resolve("clauses.yaml");
  }

  private static List<Row> rows(Path inventory) throws IOException {
    List<String> lines = Files.readAllLines(inventory);
    if (!cells(lines.getFirst()).equals(COLUMNS)) {
      throw new IllegalArgumentException("Columns of the inventory are not " + COLUMNS);
    }
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != COLUMNS.size()) {
        throw new IllegalArgumentException(cells.size() + " cells instead of 11 in: " + line);
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int column = 0; column < cells.size(); column++) {
        named.put(COLUMNS.get(column), cells.get(column).strip());
      }
      Row row = new Row(named);
      if (PROGRAMMES.stream().noneMatch(one -> one.slug().equals(row.programme()))) {
        throw new IllegalArgumentException("No such programme: " + row.cell("demand"));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Cells between tabs; a cell in quotation marks doubles the marks it holds. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("\t", -1)) {
      boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
      cells.add(quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
    }
    return cells;
  }

  private static String yaml(Programme programme, List<Row> rows) {
    List<String> documents = rows.stream().map(row -> row.cell("doc_no")).distinct().toList();
    if (documents.size() != 1) {
      throw new IllegalArgumentException(programme.slug() + " rests on " + documents);
    }
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Written once from the inventory of demands by ")
        .append("scripts/ClausesFromInventory.java; ours since then.\n");
    yaml.append("programme: ").append(programme.slug()).append('\n');
    yaml.append("name: ").append(scalar(programme.name())).append('\n');
    yaml.append("character: ").append(scalar(programme.character())).append('\n');
    yaml.append("document: ").append(scalar(documents.getFirst())).append('\n');
    yaml.append("demands:\n");
    rows.forEach(row -> append(yaml, row));
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, Row row) {
    yaml.append("  - slug: ").append(scalar(row.cell("demand"))).append('\n');
    field(yaml, "clause", row.cell("clause_path"));
    field(yaml, "name", row.cell("name_zh"));
    field(yaml, "nameEn", row.cell("name_en"));
    field(yaml, "kind", row.cell("kind"));
    field(yaml, "lead", row.cell("lead"));
    field(yaml, "responsible", row.cell("responsible"));
    field(yaml, "deadline", row.cell("deadline"));
    field(yaml, "figures", row.cell("figures"));
    field(yaml, "demanded", row.cell("what_software_must_do"));
    if (row.cell("kind").equals("statement")) {
      field(yaml, "answer", "not-computed");
      field(
          yaml,
          "why",
          "本条是要求性表述，没有可计算的事项，由"
              + row.cell("lead").replace("（推定）", "")
              + "负责；系统展示条文，有关会议、检查和任务在督办台办理。");
    } else {
      field(yaml, "answer", "open");
    }
  }

  private static void field(StringBuilder yaml, String name, String value) {
    if (!value.isEmpty() && !value.equals("-")) {
      yaml.append("    ").append(name).append(": ").append(scalar(value)).append('\n');
    }
  }

  /** The value as YAML reads it back: plain where that is safe, else between quotation marks. */
  private static String scalar(String value) {
    if (PLAIN.matcher(value).matches()
        && !value.endsWith(" ")
        && !YAML_WORD.matcher(value).matches()) {
      return value;
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
