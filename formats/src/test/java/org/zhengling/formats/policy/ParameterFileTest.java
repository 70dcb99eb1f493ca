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
    assertThat(one.lines().getFirst().confidence()).isEqualTo(Confidence.M);
    assertThat(one.lines().getFirst().source()).isEqualTo("另一份文件");
    assertThat(one.lines())
        .extracting(PolicyParameter.Line::value)
        .containsExactly(new PolicyParameter.Count(5), new PolicyParameter.Count(3));
    assertThat(one.lines().getFirst().holdsOn(LocalDate.of(2020, 11, 30))).isTrue();
    assertThat(one.lines().getFirst().holdsOn(LocalDate.of(2020, 12, 1))).isFalse();
    assertThat(one.lines().getLast().holdsOn(LocalDate.of(2030, 1, 1))).isTrue();
  }

  @Test
  void a_choice_holds_in_its_area_and_a_line_may_have_a_source_of_its_own() {
    PolicyParameter one =
        ParameterFile.read(
                "parameters.yaml",
                """
                document: 试政字〔2020〕1号
                parameters:
                  - name: counted-in
                    nameZh: 计算单位
                    unit: choice
                    choices: { calendar-days: 自然日, working-days: 工作日 }
                    clause: 一(一)1
                    confidence: M
                    sample: true
                    lines:
                      - { value: calendar-days, from: "2020-09-01" }
                      - { value: working-days, from: "2020-09-01", area: "370811000000", confidence: L, source: 乡镇做法 }
                """)
            .parameters()
            .getFirst();
    LocalDate day = LocalDate.of(2021, 1, 1);
    PolicyParameter.Line here =
        one.inForce(day, List.of("370811001000", "370811000000")).orElseThrow();
    assertThat(one.written(here)).isEqualTo("工作日");
    assertThat(here.confidence()).isEqualTo(Confidence.L);
    assertThat(here.source()).isEqualTo("乡镇做法");
    assertThat(here.standing()).isEqualTo(PolicyParameter.Standing.SAMPLE);
    assertThat(one.written(one.inForce(day, List.of("370826000000")).orElseThrow()))
        .isEqualTo("自然日");
    assertThat(one.inForce(LocalDate.of(2020, 8, 31), List.of())).isEmpty();
  }

  @Test
  void two_values_of_one_day_are_refused() {
    assertThatThrownBy(
            () -> ParameterFile.read("parameters.yaml", FILE.replace("2020-11-30", "2020-12-01")))
        .hasMessageContaining("one value a day");
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
