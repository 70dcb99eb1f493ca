package org.zhengling.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseSpanTest {
  @ParameterizedTest
  @CsvSource({
    "二(二)1-5, 二(二)1, true",
    "二(二)1-5, 二(二)5, true",
    "二(二)1-5, 二(二)3(2), true",
    "二(二)1-5, 二(二)6, false",
    "二(二)1-5, 二(三)1, false",
    "二(二)1-5, 二(二), false",
    "二(一)-(三), 二(二)4, true",
    "二(一)-(三), 二(四), false",
    "二(一)-(三), 三(二), false",
    "二, 二(一)1, true",
    "二, 三, false",
    "一-三, 二(一), true",
    "三 第一阶段, 三 第一阶段, true",
    "三 第一阶段, 三(一), false"
  })
  void a_span_holds_its_clauses_and_what_lies_inside_them(
      String span, String path, boolean contained) {
    assertThat(ClauseSpan.parse(span).contains(new ClausePath(path))).isEqualTo(contained);
  }

  @Test
  void a_span_is_printed_as_it_was_read() {
    assertThat(ClauseSpan.parse("二(二)1-5")).hasToString("二(二)1-5");
    assertThat(ClauseSpan.parse("二(一)-(三)")).hasToString("二(一)-(三)");
    assertThat(ClauseSpan.parse("附件")).hasToString("附件");
  }

  @ParameterizedTest
  @ValueSource(strings = {"二(二)5-1", "二(一)-3", "二(一)-(三)2", "-", "二-"})
  void a_span_that_runs_backwards_or_changes_its_kind_is_refused(String span) {
    assertThatThrownBy(() -> ClauseSpan.parse(span)).isInstanceOf(IllegalArgumentException.class);
  }
}
