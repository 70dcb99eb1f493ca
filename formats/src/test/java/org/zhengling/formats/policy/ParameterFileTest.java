package org.zhengling.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.law.Confidence;

class ParameterFileTest {
  private static final String FILE =
      """
      programme: shade
      document: 试政字〔2020〕1号
      parameters:
        - name: answer-period
          nameZh: 答复期限
          unit: working days
          clause: 一(一)1
          confidence: M
          source: 另一份文件
          lines:
            - { value: 3, from: "2020-12-01" }
            - { value: 5, from: "2020-09-01", to: "2020-11-30" }
      """;

  @Test
  void a_number_is_read_with_every_value_it_had_the_oldest_first() {
    ParameterFile.Parameters read = ParameterFile.read("parameters.yaml", FILE);
    assertThat(read.document()).isEqualTo("试政字〔2020〕1号");
    PolicyParameter one = read.parameters().getFirst();
    assertThat(one.confidence()).isEqualTo(Confidence.M);
    assertThat(one.source()).isEqualTo("另一份文件");
    assertThat(one.lines()).extracting(PolicyParameter.Line::value).containsExactly(5L, 3L);
    assertThat(one.lines().getFirst().holdsOn(LocalDate.of(2020, 11, 30))).isTrue();
    assertThat(one.lines().getFirst().holdsOn(LocalDate.of(2020, 12, 1))).isFalse();
    assertThat(one.lines().getLast().holdsOn(LocalDate.of(2030, 1, 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "confidence: M, confidence: X, 'confidence H, M or L'",
    "clause: 一(一)1, clause: 乙, a clause path",
    "value: 3, value: 三, an integer for value",
    "2020-12-01, 2020年12月, a day such as",
    "2020-11-30, 2020-01-01, a last day not before",
    "nameZh: 答复期限, note: 无, a text for nameZh"
  })
  void a_fault_is_named_with_its_place(String right, String wrong, String expected) {
    assertThatThrownBy(() -> ParameterFile.read("parameters.yaml", FILE.replace(right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parameters.yaml")
        .hasMessageContaining(expected);
  }

  @Test
  void values_are_written_with_their_unit_in_chinese() {
    assertThat(UnitWords.with(5, "working days")).isEqualTo("5 个工作日");
    assertThat(UnitWords.with(85, "%")).isEqualTo("85%");
    assertThat(UnitWords.with(123456, "fen")).isEqualTo("1,234.56 元");
    assertThat(UnitWords.with(45000, "persons")).isEqualTo("45,000 人");
  }

  @Test
  void every_pack_of_the_project_is_sound_and_every_unit_has_its_word() throws IOException {
    Path programmes = Path.of(System.getProperty("zl.root", "..")).resolve("programmes");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(programmes, 3)) {
      files = walk.filter(file -> file.endsWith("policy/parameters.yaml")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(ParameterFile.read(file.toString(), Files.readString(file)).parameters())
          .isNotEmpty()
          .allSatisfy(one -> assertThat(UnitWords.known(one.unit())).as(one.unit()).isTrue());
    }
  }
}
