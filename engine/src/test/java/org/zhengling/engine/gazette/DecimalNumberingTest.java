package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans number their sections 1, 1.1, 1.1.1. */
class DecimalNumberingTest {
  private static final String PLAN =
      """
      甲市雨雪冰冻应急预案
      1 总则
      1.1 编制目的
      为有效应对雨雪冰冻，
      制定本预案。
      1.2编制依据
      依据有关法律。
      2 组织指挥体系
      2.1 领导机构
      市政府成立指挥部，投入
      2.2亿元建设资金。
      2.1.1 指挥部职责
      （1）统一指挥；
      （2）发布命令。
      2.1.2 办公室职责
      收集信息。
      2.2 专家组
      提出建议。
      3 附则
      本预案每3年修订一次。
      """;

  @Test
  void each_section_has_the_path_that_is_printed() {
    assertThat(clauses(PLAN))
        .extracting(clause -> clause.path().text() + " " + clause.heading())
        .containsExactly(
            "1 总则",
            "1.1 编制目的",
            "1.2 编制依据",
            "2 组织指挥体系",
            "2.1 领导机构",
            "2.1.1 指挥部职责",
            "2.1.1(1) ",
            "2.1.1(2) 发布命令",
            "2.1.2 办公室职责",
            "2.2 专家组",
            "3 附则");
  }

  @Test
  void a_sum_at_the_beginning_of_a_line_is_no_section() {
    assertThat(clauses(PLAN))
        .filteredOn(clause -> clause.path().text().equals("2.1"))
        .extracting(Clause::text)
        .containsExactly("市政府成立指挥部，投入2.2亿元建设资金。");
  }

  @Test
  void the_text_below_a_heading_is_not_of_the_heading() {
    assertThat(clauses(PLAN))
        .filteredOn(clause -> clause.path().text().equals("1.1"))
        .extracting(Clause::text, Clause::level)
        .containsExactly(tuple("为有效应对雨雪冰冻，制定本预案。", 2));
  }

  @Test
  void a_text_that_does_not_count_so_has_no_such_sections() {
    List<Clause> clauses = clauses("关于修渠的意见\n一、投入。安排资金\n1.1亿元修渠，\n1.2亿元植树。");
    assertThat(clauses).extracting(clause -> clause.path().text()).containsExactly("一");
  }

  @Test
  void a_section_whose_number_was_lost_is_missing_alone() {
    assertThat(clauses("甲市预案\n1 总则\n1.1 目的\n防汛。\n1.3 原则\n快。\n2.1 机构\n市指挥部。\n2.1.1 职责\n指挥。"))
        .extracting(clause -> clause.path().text())
        .containsExactly("1", "1.1", "1.3", "2.1", "2.1.1");
  }

  private static List<Clause> clauses(String text) {
    return GazetteReader.read(text).documents().getFirst().clauses();
  }
}
