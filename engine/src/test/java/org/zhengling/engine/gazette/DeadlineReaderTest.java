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
        Arguments.of("每周报送进度", new Deadline.Recurring(Period.WEEK, null)),
        Arguments.of("实行周调度", new Deadline.Recurring(Period.WEEK, null)),
        Arguments.of("2021年春节前完成", new Deadline.None()),
        Arguments.of("中秋节前完成", new Deadline.None()),
        Arguments.of("每月报送", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("每年安排", new Deadline.Recurring(Period.YEAR, null)),
        Arguments.of("每年2月底前", new Deadline.Recurring(Period.YEAR, MonthDay.of(2, 29))),
        Arguments.of("每年年底前", new Deadline.Recurring(Period.YEAR, MonthDay.of(12, 31))),
        Arguments.of("每年6月15日前", new Deadline.Recurring(Period.YEAR, MonthDay.of(6, 15))),
        Arguments.of("在7个工作日内上报", new Deadline.Relative(7, Unit.WORKING_DAY)),
        Arguments.of("1个月内完成", new Deadline.Relative(1, Unit.MONTH)),
        Arguments.of("三十日内答复", new Deadline.Relative(30, Unit.DAY)),
        Arguments.of("2023年及以后", new Deadline.Onward(LocalDate.of(2023, 1, 1))),
        Arguments.of("2020年12月前完成", by(2020, 12, 31)),
        Arguments.of("2022年前建成", by(2022, 12, 31)),
        Arguments.of("今年10月底前", by(2020, 10, 31)),
        Arguments.of("次年3月底前兑现", by(2021, 3, 31)),
        Arguments.of("年内完成", by(2020, 12, 31)),
        Arguments.of("当年完成", by(2020, 12, 31)),
        Arguments.of("到2025年末，建成", by(2025, 12, 31)),
        Arguments.of("“十四五”末", by(2025, 12, 31)),
        Arguments.of("二〇二〇年十二月底前", by(2020, 12, 31)),
        Arguments.of("2021年6月30日18:00前", by(2021, 6, 30)),
        Arguments.of("报名截止时间为2021年5月10日", by(2021, 5, 10)),
        Arguments.of("至2022年6月", by(2022, 6, 30)),
        Arguments.of("2021年完成", by(2021, 12, 31)),
        Arguments.of("三季度末前", by(2020, 9, 30)),
        Arguments.of("2021年上半年完成", by(2021, 6, 30)),
        Arguments.of("2021年秋季前", by(2021, 11, 30)),
        Arguments.of("国庆节前", by(2020, 9, 30)),
        Arguments.of("2021年元旦前", by(2020, 12, 31)),
        Arguments.of("2020年9月起至2021年6月", span(2020, 9, 1, 2021, 6, 30)),
        Arguments.of("自2020年9月1日起至2021年6月30日", span(2020, 9, 1, 2021, 6, 30)),
        Arguments.of("建立检查、月季报等制度", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("季通报", new Deadline.Recurring(Period.QUARTER, null)),
        Arguments.of("按月调度", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("半年一次", new Deadline.Recurring(Period.HALF_YEAR, null)),
        Arguments.of("每年两次", new Deadline.Recurring(Period.HALF_YEAR, null)),
        Arguments.of("一年一次", new Deadline.Recurring(Period.YEAR, null)),
        Arguments.of("每月5日前报送", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("次月10日前报送", new Deadline.Recurring(Period.MONTH, null)),
        Arguments.of("每年次年3月底前", new Deadline.Recurring(Period.YEAR, MonthDay.of(3, 31))),
        Arguments.of("自收到申请之日起15个工作日内", new Deadline.Relative(15, Unit.WORKING_DAY)),
        Arguments.of("一周内", new Deadline.Relative(7, Unit.DAY)),
        Arguments.of("两周内", new Deadline.Relative(14, Unit.DAY)),
        Arguments.of("半个月内", new Deadline.Relative(15, Unit.DAY)),
        Arguments.of("半年内", new Deadline.Relative(6, Unit.MONTH)),
        Arguments.of("三年内", new Deadline.Relative(3, Unit.YEAR)),
        Arguments.of("48小时内", new Deadline.Relative(2, Unit.DAY)),
        Arguments.of("开工30日前报备", new Deadline.Relative(30, Unit.DAY)),
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
      strings = {
        "标准（2019年版）",
        "每5年到企业实践不少于6个月",
        "自2021年4月1日起施行",
        "20%编制员额内",
        "2020年度计划",
        "每月人均收入",
        "近年内",
        "五年内容",
        "2019年完成",
        "有效期至2023年5月5日",
        "去年底",
        "周口市日报",
        "本月30日前",
        "3年左右"
      })
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
    assertThat(stated("12月底")).isEqualTo(by(2020, 12, 31));
    assertThat(stated("10个工作日")).isEqualTo(new Deadline.Relative(10, Unit.WORKING_DAY));
    assertThat(stated("长期坚持")).isEqualTo(new Deadline.Continuing());
    assertThat(DeadlineReader.stated("视情况而定", 2020)).isNull();
  }

  @Test
  void in_a_document_of_unknown_year_a_date_without_a_year_sets_no_day() {
    assertThat(DeadlineReader.find("8月底前印发，每季度通报", 0))
        .extracting(FoundDeadline::deadline)
        .containsExactly(new Deadline.Recurring(Period.QUARTER, null));
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
