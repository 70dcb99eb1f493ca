package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A clause tells where the end of a printed page broke a sentence of it. */
class PageEndsTest {
  private static final String HEAD = "关于修渠的意见\n\n一、总体要求。\n";

  @Test
  void a_page_number_or_a_blank_line_between_two_halves_is_a_page_end() {
    Clause clause = clause(HEAD + "组织力量逐条\n\n- 3 -\n\n普查水渠，登记造册。\n每年复查一次，\n\n结果公开。");
    assertThat(clause.text()).isEqualTo("组织力量逐条普查水渠，登记造册。\n每年复查一次，结果公开。");
    assertThat(after(clause)).containsExactly("普查水渠，登记造册。\n每年复查一次，结果公开。", "结果公开。");
  }

  @Test
  void a_form_feed_is_a_page_end_with_or_without_a_line_feed() {
    assertThat(after(clause(HEAD + "组织力量逐条\n\f普查水渠。"))).containsExactly("普查水渠。");
    assertThat(after(clause(HEAD + "组织力量逐条\f　　\f普查水渠。"))).containsExactly("普查水渠。");
    assertThat(after(clause(HEAD + "组织力量逐条\n\f— 7 —\n普查水渠。"))).containsExactly("普查水渠。");
  }

  @Test
  void a_line_that_only_wraps_is_none() {
    Clause clause = clause(HEAD + "组织力量逐条\n普查水渠，\n登记造册。");
    assertThat(clause.text()).isEqualTo("组织力量逐条普查水渠，登记造册。");
    assertThat(clause.pageEnds()).isEmpty();
  }

  @Test
  void a_new_paragraph_on_a_new_page_is_none() {
    assertThat(clause(HEAD + "组织普查。\n\n\f登记造册。").pageEnds()).isEmpty();
  }

  @Test
  void a_page_does_not_end_outside_of_the_text() {
    Clause clause = clause(HEAD + "组织普查。");
    assertThatThrownBy(() -> with(clause, List.of(clause.text().length())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(clause, List.of(2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Clause with(Clause clause, List<Integer> pageEnds) {
    return new Clause(
        clause.path(),
        clause.heading(),
        clause.level(),
        clause.text(),
        pageEnds,
        clause.confidence(),
        clause.place());
  }

  private static List<String> after(Clause clause) {
    return clause.pageEnds().stream().map(end -> clause.text().substring(end)).toList();
  }

  private static Clause clause(String text) {
    return GazetteReader.read(text).documents().getFirst().clauses().stream()
        .filter(one -> one.path().text().equals("一"))
        .findFirst()
        .orElseThrow();
  }
}
