package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.gazette.ChronicleEntry.Kind;
import org.zhengling.engine.gazette.ChronicleEntry.Person;
import org.zhengling.engine.gazette.Reference.Effect;

/** What the real gazette of August and September 2020 means, where ../shared is present. */
class JiningMeaningTest {
  private static final Pattern FIGURE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(万?)(人次|人|%|所|个|家|名|亩|门|处)");

  private Gazette gazette = new Gazette(List.of(), List.of(), List.of());

  @BeforeEach
  void readIt() throws IOException {
    Path file = shared().resolve("gazette/jining-2020.txt");
    assumeTrue(Files.exists(file), "skipped: the real gazette is not in ../shared");
    gazette = GazetteReader.read(Files.readString(file));
  }

  @Test
  void every_order_has_its_figures() {
    assertThat(gazette.documents())
        .extracting(document -> document.indicators().size())
        .containsExactly(2, 3, 33, 1, 0, 1);
    assertThat(gazette.documents())
        .flatExtracting(OfficialDocument::indicators)
        .extracting(Indicator::id)
        .doesNotHaveDuplicates();
  }

  /** The inventory was made by hand from the same gazette: its figures are the measure. */
  @Test
  void the_figures_of_the_inventory_are_found() throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (String row : Files.readAllLines(shared().resolve("facts/inventory.tsv"))) {
      String[] cell = row.split("\t", -1);
      if (cell[5].equals("indicator")) {
        collect(cell, wanted, missed);
      }
    }
    assertThat(wanted).hasSizeGreaterThan(10);
    assertThat(missed).isEmpty();
  }

  private void collect(String[] row, List<String> wanted, List<String> missed) {
    String asked = row[9].replaceAll("人口\\d万人以[上下]|\\d万人以[上下]", "");
    Matcher figure = FIGURE.matcher(asked);
    while (figure.find()) {
      BigDecimal factor = figure.group(2).isEmpty() ? BigDecimal.ONE : new BigDecimal(10_000);
      BigDecimal value = new BigDecimal(figure.group(1)).multiply(factor);
      String want = row[1] + " " + row[2] + " " + figure.group();
      wanted.add(want);
      boolean found =
          document(row[1]).indicators().stream()
              .anyMatch(read ->
                  read.clause().text().equals(row[2])
                      && (read.value().compareTo(value) == 0
                          || (read.high() != null && read.high().compareTo(value) == 0)));
      if (!found) {
        missed.add(want);
      }
    }
  }

  /** And nothing is read that the inventory does not know as a figure of that order. */
  @Test
  void no_figure_is_made_up() throws IOException {
    Map<String, String> figures =
        Files.readAllLines(shared().resolve("facts/inventory.tsv")).stream()
            .map(row -> row.split("\t", -1))
            .collect(
                Collectors.groupingBy(
                    row -> row[1], Collectors.mapping(row -> row[9], Collectors.joining(" "))));
    List<String> unknown =
        gazette.documents().stream()
            .flatMap(document ->
                document.indicators().stream()
                    .filter(read -> !holds(figures.getOrDefault(document.number(), ""), read))
                    .map(Indicator::id))
            .toList();
    assertThat(unknown).isEmpty();
  }

  private static boolean holds(String figures, Indicator read) {
    BigDecimal tenThousands = read.value().movePointLeft(4).stripTrailingZeros();
    String plain = read.value().toPlainString();
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(plain)).matcher(figures).find()
        || figures.contains(tenThousands.toPlainString() + "万")
        || (read.words().endsWith("全覆盖") && figures.contains("全覆盖"));
  }

  @Test
  void figures_of_the_goals() {
    assertThat(document("济政办字〔2020〕53号").indicators())
        .extracting(read -> read.comparator().word(), Indicator::value, Indicator::unit)
        .containsExactly(tuple("about", new BigDecimal(800_000), "亩"));
    assertThat(document("济政字〔2020〕53号").indicators())
        .extracting(Indicator::forWhom, read -> read.comparator().word(), Indicator::value)
        .containsExactly(
            tuple("辖区人口5万人以下", "≥", new BigDecimal(3)),
            tuple("5万人以上", "≥", new BigDecimal(5)),
            tuple("村（居）社会救助工作站", "range", BigDecimal.ONE));
  }

  @Test
  void references_rest_on_other_documents() {
    assertThat(gazette.documents())
        .extracting(document -> document.references().size())
        .containsExactly(2, 1, 2, 4, 5, 0);
    assertThat(gazette.documents())
        .flatExtracting(OfficialDocument::references)
        .extracting(Reference::effect)
        .containsOnly(Effect.FOLLOWS);
  }

  @Test
  void the_chronicle_knows_kinds_people_and_places() {
    List<ChronicleEntry> events = gazette.chronicle();
    Map<Kind, Long> kinds =
        events.stream().collect(Collectors.groupingBy(ChronicleEntry::kind, Collectors.counting()));
    assertThat(kinds)
        .containsOnly(
            Map.entry(Kind.MEETING, 29L),
            Map.entry(Kind.INSPECTION, 6L),
            Map.entry(Kind.VISIT, 2L),
            Map.entry(Kind.SIGNING, 2L),
            Map.entry(Kind.OPENING, 2L),
            Map.entry(Kind.OTHER, 1L));
    assertThat(events).allSatisfy(event -> assertThat(event.people()).isNotEmpty());
    assertThat(events.stream().mapToInt(event -> event.people().size()).sum()).isEqualTo(142);
    List<Person> first = events.getFirst().people();
    assertThat(first).hasSize(6);
    assertThat(first.get(1).posts()).containsExactly("市委常委", "统战部部长");
    assertThat(events.get(3).places()).hasSize(2);
  }

  /** Whoever is known from one event is found in every event that names them. */
  @Test
  void nobody_is_overlooked_in_an_event() {
    List<String> names =
        gazette.chronicle().stream()
            .flatMap(event -> event.people().stream())
            .map(Person::name)
            .distinct()
            .toList();
    assertThat(names).hasSize(36);
    assertThat(gazette.chronicle())
        .allSatisfy(event ->
            assertThat(event.people())
                .extracting(Person::name)
                .containsAll(names.stream().filter(event.text()::contains).toList()));
  }

  private OfficialDocument document(String number) {
    return gazette.documents().stream()
        .filter(document -> document.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static Path shared() {
    return Path.of(System.getProperty("zl.root", "."), "..", "shared").normalize();
  }
}
