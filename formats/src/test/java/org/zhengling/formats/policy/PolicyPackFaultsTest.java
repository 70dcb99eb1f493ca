package org.zhengling.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.law.ClauseSpan;

class PolicyPackFaultsTest {
  private static final String PACK =
      """
      programme: canals
      name: 水渠
      character: 渠
      document: 济政字〔2020〕501号
      demands:
        - slug: canals/register
          clause: 二(二)1-3
          name: 水渠登记
          nameEn: canal register
          kind: registry
          demanded: one row for each canal
          answer: open
        - slug: canals/map
          clause: 二(三)
          name: 水渠地图
          nameEn: canal map
          kind: page
          demanded: a map
          answer: code
        - slug: canals/water
          clause: 三
          name: 放水
          nameEn: letting water in
          kind: workflow
          demanded: open the sluice
          answer: not-computed
          why: 由水库管理单位办理
      """;

  private static Programme read(String yaml) {
    return PolicyPack.clauses("canals.yaml", yaml);
  }

  @Test
  void a_pack_says_what_the_order_demands_and_how_each_demand_is_answered() {
    Programme programme = read(PACK);
    assertThat(programme.slug()).isEqualTo("canals");
    assertThat(programme.character()).isEqualTo("渠");
    assertThat(programme.document()).isEqualTo("济政字〔2020〕501号");
    assertThat(programme.demands())
        .extracting(Demand::answer)
        .containsExactly(
            new Demand.Answer.Open(),
            new Demand.Answer.Code(),
            new Demand.Answer.NotComputed("由水库管理单位办理"));
    assertThat(programme.demands().getFirst())
        .isEqualTo(
            new Demand(
                "canals/register",
                ClauseSpan.parse("二(二)1-3"),
                "水渠登记",
                "canal register",
                "registry",
                "one row for each canal",
                new Demand.Answer.Open()));
  }

  @ParameterizedTest
  @CsvSource({
    "programme: canals, '', the file needs a text for programme",
    "character: 渠, character: 1, the file needs a text for character",
    "demands:, others:, the file needs a list named demands",
    "slug: canals/map, title: map, demand 2 needs a text for slug",
    "clause: 二(二)1-3, clause: 二(二)3-1, 'canals/register needs a clause path such as 二(三)7, not"
        + " 二(二)3-1'",
    "clause: 二(三), clause: somewhere, 'canals/map needs a clause path such as 二(三)7, not"
        + " somewhere'",
    "nameEn: canal map, nameEn: ' ', canals/map needs a text for nameEn",
    "answer: open, answer: later, 'canals/register needs answer open, code or not-computed, not"
        + " later'",
    "answer: open, answer: not-computed, canals/register needs a text for why",
    "why: 由水库管理单位办理, because: 省, canals/water needs a text for why"
  })
  void a_faulty_line_is_named_by_file_place_and_what_it_needs(
      String right, String wrong, String told) {
    assertThat(PACK).contains(right);
    assertThatThrownBy(() -> read(PACK.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Maybe canals.yaml was edited: " + told);
  }

  @Test
  void a_demand_that_is_no_map_is_named_by_its_place() {
    assertThatThrownBy(() -> read(PACK + "  - just words\n"))
        .hasMessage("Maybe canals.yaml was edited: demand 4 needs names and values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a\n- list", "just words"})
  void a_file_of_another_shape_is_refused(String yaml) {
    assertThatThrownBy(() -> read(yaml)).hasMessageStartingWith("Maybe canals.yaml was edited");
  }

  @Test
  void a_broken_file_is_refused_with_its_name_and_the_line() {
    assertThatThrownBy(() -> read("programme: [canals\nname: 水渠"))
        .hasMessage("Maybe canals.yaml is no YAML")
        .hasStackTraceContaining("line 2");
  }

  @Test
  void a_name_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> read(PACK.replace("kind: page", "kind: page\n    answer: open")))
        .hasMessage("Maybe canals.yaml is no YAML")
        .hasStackTraceContaining("duplicate key answer");
  }
}
