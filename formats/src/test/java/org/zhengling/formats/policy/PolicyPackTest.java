package org.zhengling.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.law.ClauseSpan;

class PolicyPackTest {
  private static final String PACK =
      """
      programme: shade
      name: 遮阳
      character: 荫
      document: 试政字〔2020〕1号
      demands:
        - slug: shade/tree-list
          clause: 一(一)1
          name: 树木清单
          nameEn: Tree list
          kind: registry
          lead: 市林业局
          demanded: "List, by street"
          answer: open
        - slug: shade/leading-words
          clause: 三(一)-(二)
          name: 组织领导
          nameEn: Leadership
          kind: statement
          demanded: Nothing
          answer: not-computed
          why: 由领导小组办理
      """;

  @Test
  void a_pack_is_read_whole() {
    Programme pack = PolicyPack.clauses("clauses.yaml", PACK);
    assertThat(pack.slug()).isEqualTo("shade");
    assertThat(pack.name()).isEqualTo("遮阳");
    assertThat(pack.character()).isEqualTo("荫");
    assertThat(pack.document()).isEqualTo("试政字〔2020〕1号");
    assertThat(pack.demands())
        .containsExactly(
            new Demand(
                "shade/tree-list",
                ClauseSpan.parse("一(一)1"),
                "树木清单",
                "Tree list",
                "registry",
                "List, by street",
                new Demand.Answer.Open()),
            new Demand(
                "shade/leading-words",
                ClauseSpan.parse("三(一)-(二)"),
                "组织领导",
                "Leadership",
                "statement",
                "Nothing",
                new Demand.Answer.NotComputed("由领导小组办理")));
  }

  @ParameterizedTest
  @CsvSource({
    "answer: open, answer: perhaps, shade/tree-list, not-computed",
    "answer: open, answer: not-computed, shade/tree-list, why",
    "clause: 一(一)1, clause: one, shade/tree-list, clause",
    "nameEn: Leadership, title: Leadership, shade/leading-words, nameEn",
    "slug: shade/leading-words, slug: '', demand 2, slug",
    "document: 试政字〔2020〕1号, document: '', the file, document",
    "demands:, wishes:, the file, demands",
  })
  void a_fault_is_told_with_its_file_its_place_and_what_is_expected(
      String right, String wrong, String place, String expected) {
    String faulty = PACK.replace(right, wrong);
    assertThat(faulty).isNotEqualTo(PACK);
    assertThatThrownBy(() -> PolicyPack.clauses("policy/shade/clauses.yaml", faulty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("policy/shade/clauses.yaml")
        .hasMessageContaining(place)
        .hasMessageContaining(expected);
  }

  @Test
  void what_is_no_yaml_is_told_with_its_file() {
    assertThatThrownBy(() -> PolicyPack.clauses("a.yaml", "name: [a"))
        .hasMessageContaining("a.yaml");
    assertThatThrownBy(() -> PolicyPack.clauses("a.yaml", "")).hasMessageContaining("a.yaml");
  }
}
