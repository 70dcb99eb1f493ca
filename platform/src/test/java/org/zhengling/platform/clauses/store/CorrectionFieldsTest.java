package org.zhengling.platform.clauses.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.time.Deadline;
import org.zhengling.platform.clauses.draft.Correction;

class CorrectionFieldsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

  static List<Correction> corrections() {
    return List.of(
        new Correction.Head("济政字〔2020〕53号", "关于修渠的意见", "济宁市人民政府", "意见", DAY, null),
        new Correction.Head("", "关于修渠的意见", "济宁市人民政府", "", null, null),
        new Correction.Outline("二(三)7", ""),
        new Correction.Outline("二(三)7", "提升核对平台"),
        duty(new Deadline.By(DAY)),
        duty(new Deadline.Span(LocalDate.of(2020, 1, 1), DAY)),
        duty(new Deadline.Recurring(Deadline.Period.YEAR, MonthDay.of(2, 29))),
        duty(new Deadline.Recurring(Deadline.Period.QUARTER, null)),
        duty(new Deadline.Relative(7, Deadline.Unit.WORKING_DAY)),
        duty(new Deadline.Continuing()),
        duty(new Deadline.Onward(DAY)),
        new Correction.Duty(
            "",
            "修渠",
            List.of(),
            List.of(),
            new Deadline.None(),
            Correction.Unnamed.SUPERVISION_ASSIGNS),
        new Correction.Figure(
            "一", "托位", Indicator.Comparator.AT_LEAST, new BigDecimal("45000"), null, "个", DAY, ""),
        new Correction.Figure(
            "一",
            "幼儿园",
            Indicator.Comparator.RANGE,
            new BigDecimal("0.5"),
            new BigDecimal("1E+3"),
            "",
            null,
            "各县（市、区）"),
        new Correction.Pointer(
            "三", "修渠办法", "济政字〔2019〕1号", "二(三)", Reference.Effect.AMENDS, DAY, "第一行\n第二行"),
        new Correction.Pointer("三", "", "", "", Reference.Effect.CITES, null, ""),
        new Correction.Event(
            DAY,
            DAY,
            ChronicleEntry.Kind.MEETING,
            List.of(
                new ChronicleEntry.Person("张三", List.of("市长", "组长")),
                new ChronicleEntry.Person("李四", List.of())),
            List.of("任城区", "微山县")),
        new Correction.Event(DAY, DAY, ChronicleEntry.Kind.OTHER, List.of(), List.of()),
        new Correction.Enclosure("任务清单", Correction.Print.MISSING),
        new Correction.IntoClause("济政字〔2020〕53号", "二(三)7"),
        new Correction.NewClause("济政字〔2020〕53号", "二(三)8", ""));
  }

  private static Correction duty(Deadline deadline) {
    return new Correction.Duty(
        "一",
        "修渠",
        List.of("市城乡水务局"),
        List.of("各县（市、区）政府（管委会）", "市财政局"),
        deadline,
        Correction.Unnamed.STILL_OPEN);
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void what_is_stored_is_read_again_as_it_was(Correction correction) {
    Map<String, List<String>> stored = CorrectionFields.of(correction);
    Correction again = new CorrectionFields(stored).correction(correction.kind());
    assertThat(again)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(correction);
  }

  /** A correction without a field would be read again as a plain yes. */
  @ParameterizedTest
  @MethodSource("corrections")
  void every_correction_has_a_field_and_none_is_empty(Correction correction) {
    Map<String, List<String>> stored = CorrectionFields.of(correction);
    assertThat(stored).isNotEmpty();
    assertThat(stored.values())
        .allSatisfy(values -> assertThat(values).isNotEmpty().doesNotContain(""));
  }

  @Test
  void a_large_figure_is_stored_in_full_digits() {
    Correction.Figure million =
        new Correction.Figure(
            "一", "亩", Indicator.Comparator.ABOUT, new BigDecimal("8E+5"), null, "亩", null, "");
    assertThat(CorrectionFields.of(million).get("value")).containsExactly("800000");
  }
}
