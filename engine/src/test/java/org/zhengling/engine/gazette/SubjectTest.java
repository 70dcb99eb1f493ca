package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "市甲局会同市乙局、有关县（市、区）政府（管委会），组织力量修渠|市甲局|市乙局 有关县（市、区）政府（管委会）",
        "由市甲局牵头，乙、丙丁等部门要各尽其责|市甲局|乙部门 丙丁部门",
        "各县（市、区）政府（管委会）负责本地水渠|各县（市、区）政府（管委会）|",
        "市水利和规划局和各县（市、区）政府配合省里修渠|市水利和规划局 各县（市、区）政府|",
        "市政府督导室每季度查一次|市政府督导室|",
        "按照分级原则，县（市、区）政府对水渠安全负主要责任|县（市、区）政府|",
        "强化质量，市甲局会同有关部门对成果把关|市甲局|有关部门",
        "建立由市甲局、市乙局等部门组成的机制||市甲局 市乙局"
      })
  void the_grammar_of_a_sentence_names_units(String sentence, String lead, String helpers) {
    Subject found = Objects.requireNonNull(Subject.of(sentence));
    assertThat(found.lead()).isEqualTo(names(lead));
    assertThat(found.responsible()).isEqualTo(names(helpers));
    assertThat(found.confidence()).isLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"各级各有关部门要高度重视", "有关部门负责修渠", "组建由分管副市长牵头的专班", "加强水渠机构建设", "单独或与社区联合举办", "定期修渠"})
  void words_that_name_no_definite_unit_are_left(String sentence) {
    assertThat(Subject.of(sentence)).isNull();
  }

  private static List<String> names(String words) {
    return words == null ? List.of() : List.of(words.split(" ", -1));
  }
}
