package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;
import org.zhengling.engine.time.Deadline.Unit;

class DeadlineReaderTest {
  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("2020年12月底前完成", by(2020, 12, 31)),
        Arguments.of("8月底前印发", by(2020, 8, 31)),
        Arguments.of("2021年2月底前", by(2021, 2, 28)),
        Arguments.of("2020年9月15日前报送", by(2020, 9, 15)),
        Arguments.of("10月中旬前", by(2020, 10, 20)),
        Arguments.of("年底前建成", by(2020, 12, 31)),
        Arguments.of("到2022年，建成五所", by(2022, 12, 31)),
        Arguments.of("到2023年底，建成五所", by(2023, 12, 31)),
        Arguments.of("到2022年6月底，建成", by(2022, 6, 30)),
        Arguments.of("2020年9月—2022年12月", span(2020, 9, 1, 2022, 12, 31)),
        Arguments.of("2020年9月至11月", span(2020, 9, 1, 2020, 11, 30)),
        Arguments.of("2021—2023年", span(2021, 1, 1, 2023, 12, 31)),
        Arguments.of("“十四五”期间，新建", span(2021, 1, 1, 2025, 12, 31)),
        Arguments.of("每季度调度一次", new Deadline.Recurring(Period.QUARTER, null)),
        Arguments.of("每半年督查", new Deadline.Recurring(Period.HALF_YEAR, null)),
        Arguments.of("每月报送", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("每年安排", new Deadline.Recurring(Period.YEAR, null)),
        Arguments.of("每年2月底前", new Deadline.Recurring(Period.YEAR, MonthDay.of(2, 29))),
        Arguments.of("每年年底前", new Deadline.Recurring(Period.YEAR, MonthDay.of(12, 31))),
        Arguments.of("每年6月15日前", new Deadline.Recurring(Period.YEAR, MonthDay.of(6, 15))),
        Arguments.of("在7个工作日内上报", new Deadline.Relative(7, Unit.WORKING_DAY)),
        Arguments.of("1个月内完成", new Deadline.Relative(1, Unit.MONTH)),
        Arguments.of("三十日内答复", new Deadline.Relative(30, Unit.DAY)),
        Arguments.of("2023年及以后", new Deadline.Onward(LocalDate.of(2023, 1, 1))),
        Arguments.of("自2019年1月1日起，享受", new Deadline.Onward(LocalDate.of(2019, 1, 1))));
  }

  @ParameterizedTest
  @MethodSource("words")
  void words_become_the_type_of_deadline_they_set(String words, Deadline deadline) {
    assertThat(DeadlineReader.find(words, 2020))
        .extracting(FoundDeadline::deadline)
        .containsExactly(deadline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"标准（2019年版）", "每5年到企业实践不少于6个月", "自2021年4月1日起施行", "20%编制员额内", "2020年度计划", "每月人均收入"})
  void these_words_set_none(String words) {
    assertThat(DeadlineReader.find(words, 2020))
        .extracting(FoundDeadline::deadline)
        .noneMatch(deadline -> !(deadline instanceof Deadline.Recurring));
  }

  @Test
  void a_date_without_a_year_takes_the_year_before_it() {
    assertThat(DeadlineReader.find("2021年3月底前普查，6月底前建库", 2020))
        .extracting(FoundDeadline::deadline)
        .isEqualTo(List.of(by(2021, 3, 31), by(2021, 6, 30)));
  }

  @Test
  void what_stands_after_the_label_may_be_always_or_a_bare_date() {
    assertThat(stated("持续推进")).isEqualTo(new Deadline.Continuing());
    assertThat(stated("全年")).isEqualTo(new Deadline.Continuing());
    assertThat(stated("2021年")).isEqualTo(by(2021, 12, 31));
    assertThat(stated("2021年6月")).isEqualTo(by(2021, 6, 30));
    assertThat(stated("2021年6月1日")).isEqualTo(by(2021, 6, 1));
    assertThat(DeadlineReader.stated("视情况而定", 2020)).isNull();
  }

  private static Deadline stated(String words) {
    FoundDeadline found = Objects.requireNonNull(DeadlineReader.stated(words, 2020));
    return found.deadline();
  }

  private static Deadline by(int year, int month, int day) {
    return new Deadline.By(LocalDate.of(year, month, day));
  }

  private static Deadline span(int y1, int m1, int d1, int y2, int m2, int d2) {
    return new Deadline.Span(LocalDate.of(y1, m1, d1), LocalDate.of(y2, m2, d2));
  }
}
