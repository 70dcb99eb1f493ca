package org.zhengling.app.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.PolicyCatalogue;

/** How far the program answers the gazette, in both directions; writes PROGRAMMES.md. */
class CoverageTest {
  /** The inventory of the gazette of August and September 2020. */
  private static final int DEMANDS = 240;

  private static final Path ROOT =
      Path.of(System.getProperty("zl.root", "..")).toAbsolutePath().normalize();
  private static final Pattern PERMITTED = Pattern.compile("(?m)^\\| `([a-z-]+/[a-z0-9-]+)` \\|");

  private final PolicyCatalogue catalogue = new PolicyCatalogue();
  private final Coverage coverage = catalogue.coverage();

  private Set<String> slugs(String... states) {
    Set<String> wanted = Set.of(states);
    return coverage.documents().stream()
        .flatMap(document -> document.rows().stream())
        .filter(row -> wanted.isEmpty() || wanted.contains(row.state()))
        .map(Coverage.Row::slug)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void packs_and_code_agree() {
    assertThat(coverage.faults()).isEmpty();
  }

  @Test
  void every_row_of_the_inventory_is_a_demand() {
    assertThat(coverage.documents().stream().mapToInt(Coverage.Document::demanded).sum())
        .isEqualTo(DEMANDS);
    assertThat(slugs()).hasSize(DEMANDS);
  }

  @Test
  void documents_come_in_the_order_of_the_gazette() {
    assertThat(coverage.documents())
        .extracting(Coverage.Document::number)
        .containsExactly(
            "济政字〔2020〕52号",
            "济政字〔2020〕53号",
            "济政字〔2020〕59号",
            "济政办字〔2020〕48号",
            "济政办字〔2020〕52号",
            "济政办字〔2020〕53号");
  }

  @Test
  void the_four_counts_add_up() {
    for (Coverage.Document document : coverage.documents()) {
      assertThat(
              document.answered() + document.notComputed() + document.open() + document.untested())
          .as(document.number())
          .isEqualTo(document.demanded())
          .isEqualTo(document.rows().size());
    }
  }

  @Test
  void only_what_the_decision_permits_is_not_computed() throws IOException {
    Matcher row =
        PERMITTED.matcher(
            Files.readString(ROOT.resolve("docs/decisions/0013-demands-not-computed.md")));
    Set<String> permitted = new TreeSet<>();
    while (row.find()) {
      permitted.add(row.group(1));
    }
    assertThat(permitted).isNotEmpty().containsExactlyInAnyOrderElementsOf(slugs("not-computed"));
  }

  @Test
  void the_packs_have_the_slugs_of_the_inventory() throws IOException {
    Path inventory = ROOT.resolveSibling("shared").resolve("facts/inventory.tsv");
    assumeTrue(Files.exists(inventory), "../shared is not here: the inventory is not compared");
    TreeMap<String, String> demanded = new TreeMap<>();
    for (String line : Files.readAllLines(inventory).subList(1, DEMANDS + 1)) {
      List<String> field = List.of(line.split("\t", -1));
      demanded.put(field.get(0), field.get(1));
    }
    TreeMap<String, String> packed = new TreeMap<>();
    for (Coverage.Document document : coverage.documents()) {
      document.rows().forEach(row -> packed.put(row.slug(), document.number()));
    }
    assertThat(packed).isEqualTo(demanded);
  }

  @Test
  void the_page_of_programmes_is_up_to_date() throws IOException {
    String page = new ProgrammesPage(catalogue).print();
    Path file = ROOT.resolve("PROGRAMMES.md");
    if (!Files.exists(file) || !Files.readString(file).equals(page)) {
      Files.writeString(file, page);
      fail("PROGRAMMES.md was written anew: commit it");
    }
  }

  @Test
  void the_page_shows_every_demand_once() {
    List<String> lines = new ProgrammesPage(catalogue).print().lines().toList();
    for (String slug : slugs()) {
      assertThat(lines).filteredOn(line -> line.contains("`" + slug + "`")).hasSize(1);
    }
  }
}
