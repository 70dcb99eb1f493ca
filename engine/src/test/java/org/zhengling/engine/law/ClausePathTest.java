package org.zhengling.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.law.ClausePath.Kind;

class ClausePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "一",
        "二(三)7",
        "1.1",
        "2.1.1.3(1)",
        "附件 2.1[2].1",
        "四(二十五)",
        "三 第一阶段",
        "附件",
        "附件2",
        "附件 一(一)",
        "附件1 正文",
        "正文",
        "第十二条(一)1",
        "第一章 第二节",
        "一[2](一)",
        "二1(1)",
        "第一编 第二分编 第三章",
        "第二篇 第三章 第一节",
        "第一百二十条之二(一)",
        "第十七条之一 二(三)",
        "附件 第三条之一",
        "(十)"
      })
  void these_are_paths(String text) {
    assertThat(new ClausePath(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "二（三）7",
        "二 (三)",
        "二(三)07",
        "二(三",
        "(三)二",
        "7(三)",
        "二0",
        "三第一阶段",
        "1.",
        ".1",
        "一.1",
        "1.1.1.1.1",
        "1(1).1",
        "一十",
        "附件附件",
        "之一",
        "一之一",
        "第三章之一",
        "第三条之一二",
        "二附件",
        "正文一",
        "第一",
        "X",
        "1 2",
        "二(三)7 "
      })
  void these_are_not(String text) {
    assertThatThrownBy(() -> new ClausePath(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_path_as_people_type_it_is_read() {
    assertThat(ClausePath.parse(" 二（二）6 ")).isEqualTo(new ClausePath("二(二)6"));
    assertThat(ClausePath.parse("三　第一阶段")).isEqualTo(new ClausePath("三 第一阶段"));
  }

  @Test
  void paths_are_ordered_as_a_document_orders_its_clauses() {
    List<ClausePath> ordered =
        Stream.of(
                "正文",
                "第一条",
                "第二条(一)",
                "第二条之一",
                "第二条之一(二)",
                "第三条",
                "第十条",
                "一",
                "二",
                "二(一)",
                "二(二)",
                "二(二)1",
                "二(二)2",
                "二(二)10",
                "二(九)",
                "二(十)",
                "二(十一)",
                "二(二十)",
                "二(二十六)",
                "二[2]",
                "三 第一阶段",
                "三 第二阶段",
                "十",
                "十一",
                "二十",
                "附件",
                "附件 一",
                "附件1",
                "附件2")
            .map(ClausePath::new)
            .toList();
    assertThat(ordered.reversed().stream().sorted().toList()).isEqualTo(ordered);
  }

  @Test
  void a_path_knows_its_parent_its_level_and_its_children() {
    ClausePath path = new ClausePath("二(三)7");
    assertThat(path.parent()).contains(new ClausePath("二(三)"));
    assertThat(path.level()).isEqualTo(3);
    assertThat(new ClausePath("二").parent()).isEmpty();
    assertThat(new ClausePath("三").child(Kind.STAGE, 1)).hasToString("三 第一阶段");
    assertThat(new ClausePath("二").covers(path)).isTrue();
    assertThat(new ClausePath("二(三)").covers(new ClausePath("二(三十)"))).isFalse();
  }
}
