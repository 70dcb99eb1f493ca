package org.zhengling.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.Refusal;

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
          figures: "3"
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
    Programme pack = PolicyPack.read(PACK, "clauses.yaml");
    assertThat(pack.slug()).isEqualTo("shade");
    assertThat(pack.name()).isEqualTo("遮阳");
    assertThat(pack.character()).isEqualTo("荫");
    assertThat(pack.document()).isEqualTo("试政字〔2020〕1号");
    assertThat(pack.demands())
        .containsExactly(
            new Demand(
                "shade/tree-list",
                "一(一)1",
                "树木清单",
                "Tree list",
                Demand.Kind.REGISTRY,
                "市林业局",
                "",
                "",
                "3",
                "List, by street",
                new Demand.Answer.Open()),
            new Demand(
                "shade/leading-words",
                "三(一)-(二)",
                "组织领导",
                "Leadership",
                Demand.Kind.STATEMENT,
                "",
                "",
                "",
                "",
                "Nothing",
                new Demand.Answer.NotComputed("由领导小组办理")));
  }

  @ParameterizedTest
  @CsvSource({
    "answer: open, answer: perhaps, 14, not-computed",
    "kind: registry, kind: song, 10, registry",
    "lead: 市林业局, leed: 市林业局, 11, leed",
    "slug: shade/tree-list, slug: sun/tree-list, 6, shade/",
    "answer: open, answer: not-computed, 6, why",
    "nameEn: Tree list, name: Tree list, 9, 两次",
    "name: 树木清单, name: [树, 8, YAML",
    "'  clause: 一(一)1', '  clause: [一, 二]', 7, clause",
    "why: 由领导小组办理, 'why: \"\"', 15, why",
  })
  void a_fault_is_told_with_its_file_its_line_and_what_is_expected(
      String right, String wrong, int line, String expected) {
    String faulty = PACK.replace(right, wrong);
    assertThat(faulty).isNotEqualTo(PACK);
    assertThatThrownBy(() -> PolicyPack.read(faulty, "policy/shade/clauses.yaml"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("policy/shade/clauses.yaml")
        .hasMessageContaining(expected)
        .hasMessageContaining(" 第 " + line + " 行：");
  }

  @Test
  void an_empty_file_and_a_list_are_no_packs() {
    assertThatThrownBy(() -> PolicyPack.read("", "a.yaml")).hasMessageContaining("a.yaml 第 1 行");
    assertThatThrownBy(() -> PolicyPack.read("- one", "a.yaml")).hasMessageContaining("键");
  }
}
