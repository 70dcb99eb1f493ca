package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same gazette of a city with other names, units, numbers and dates has the same structure. */
class OtherCityTest {
  private static final Pattern DAY = Pattern.compile("(20\\d{2})年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern YEAR = Pattern.compile("20(\\d{2})(?=[年〕—-])");
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "济宁", "山南", "济政", "山政", "民政", "抚恤", "财政", "度支", "教育", "学务", "水利", "河渠", "林业", "草木", "甲市",
          "云泽市", "甲政", "云政", "丙山区", "高岭区");

  @Test
  void fragments_of_another_city_have_the_same_structure() {
    assertThat(structure(GazetteReader.read(renamed(Fragments.GAZETTE))))
        .isEqualTo(structure(GazetteReader.read(Fragments.GAZETTE)));
  }

  @Test
  void the_real_gazette_under_other_names_has_the_same_structure() throws IOException {
    String real = real();
    Gazette other = GazetteReader.read(renamed(real));
    assertThat(structure(other)).isEqualTo(structure(GazetteReader.read(real)));
    assertThat(other.documents())
        .extracting(OfficialDocument::number)
        .allMatch(number -> number.startsWith("山政"));
    assertThat(other.documents())
        .extracting(OfficialDocument::issuer)
        .allMatch(issuer -> issuer.startsWith("山南"));
  }

  @Test
  void no_name_of_the_city_or_of_its_units_stands_in_the_reader() throws IOException {
    Set<String> names = new TreeSet<>(List.of("济宁", "济政"));
    for (OfficialDocument document : GazetteReader.read(real()).documents()) {
      for (OrderedTask task : document.tasks()) {
        Stream.concat(task.lead().stream(), task.responsible().stream())
            .filter(unit -> unit.startsWith("市") && unit.length() >= 4)
            .forEach(names::add);
      }
    }
    assertThat(names).hasSizeGreaterThan(30);
    List<String> found = new ArrayList<>();
    Path sources = root().resolve("engine/src/main/java/org/zhengling/engine/gazette");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.sorted().toList()) {
        String code = Files.readString(file);
        names.stream()
            .filter(code::contains)
            .forEach(name -> found.add(file.getFileName() + " " + name));
      }
    }
    assertThat(found).isEmpty();
  }

  /** Every name, year, month and day is another one; the forms of the words stay. */
  private static String renamed(String text) {
    String words =
        DAY.matcher(text)
            .replaceAll(day ->
                day.group(1)
                    + "年"
                    + (Integer.parseInt(day.group(2)) % 12 + 1)
                    + "月"
                    + (Integer.parseInt(day.group(3)) % 28 + 1)
                    + "日");
    words = YEAR.matcher(words).replaceAll(year -> "20" + (Integer.parseInt(year.group(1)) + 10));
    for (Map.Entry<String, String> name : OTHER_NAMES.entrySet()) {
      words = words.replace(name.getKey(), name.getValue());
    }
    return words;
  }

  /**
   * Everything but the words: what stands where, how deep, with how many units and what kind of
   * day.
   */
  private static List<String> structure(Gazette gazette) {
    List<String> structure = new ArrayList<>();
    for (OfficialDocument document : gazette.documents()) {
      structure.add(
          document.kind()
              + " to "
              + document.addressees().size()
              + (document.dateWritten() == null ? "" : ", dated")
              + (document.datePrinted() == null ? "" : ", printed")
              + ", cites "
              + document.basis().size()
              + ", annexes "
              + document.annexes().stream().map(OfficialDocument.Annex::printed).toList()
              + ", sure "
              + document.confidence());
      for (Clause clause : document.clauses()) {
        structure.add(
            clause.path()
                + (clause.heading().isEmpty() ? "" : ", titled")
                + ", "
                + clause.confidence());
      }
      for (OrderedTask task : document.tasks()) {
        structure.add(
            task.clause()
                + " "
                + task.role()
                + " "
                + task.lead().size()
                + "/"
                + task.responsible().size()
                + " "
                + task.deadline().getClass().getSimpleName());
      }
    }
    structure.add(
        gazette.chronicle().size() + " events, " + gazette.unplaced().size() + " unplaced");
    return structure;
  }

  private static String real() throws IOException {
    Path file = root().resolve("../shared/gazette/jining-2020.txt").normalize();
    assumeTrue(Files.exists(file), "skipped: the real gazette is not in ../shared");
    return Files.readString(file);
  }

  private static Path root() {
    return Path.of(System.getProperty("zl.root", "."));
  }
}
