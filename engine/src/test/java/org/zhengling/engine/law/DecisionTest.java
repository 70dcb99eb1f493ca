package org.zhengling.engine.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.law.Decision.Outcome;

class DecisionTest {
  private static final ClauseId INCOME = new ClauseId("示例〔2020〕1号", new ClausePath("一(一)"));
  private static final ClauseId CAR = new ClauseId("示例〔2020〕1号", new ClausePath("一(二)"));
  private static final Finding MET = new Finding.Met(INCOME, "家庭月人均收入 600 元，标准 700 元");
  private static final Finding UNMET = new Finding.Unmet(CAR, "名下有机动车 1 辆");
  private static final Finding UNKNOWN = new Finding.Unknown(CAR, "机动车登记情况", "公安部门尚未答复", true);

  @Test
  void theReasonNamesEveryFindingTheUnmetFirst() {
    Finding harmless = new Finding.Unknown(INCOME, "利息收入", "银行尚未答复", false);
    assertThat(decision(Outcome.REFUSED, MET, harmless, UNMET).reason())
        .isEqualTo(
            """
            不同意。
            1. 不符合：名下有机动车 1 辆（依据：示例〔2020〕1号 一(二)）。
            2. 未能核实：利息收入，原因：银行尚未答复，核实与否不影响结论（依据：示例〔2020〕1号 一(一)）。
            3. 符合：家庭月人均收入 600 元，标准 700 元（依据：示例〔2020〕1号 一(一)）。
            规则版本：example 2020-09。\
            """);
  }

  @Test
  void anOpenOutcomeSaysWhichAnswerCouldFlipIt() {
    assertThat(decision(Outcome.OPEN, MET, UNKNOWN).reason())
        .startsWith("尚不能作出决定。\n1. 未能核实：机动车登记情况，原因：公安部门尚未答复，核实后可能改变结论");
  }

  @Test
  void aDecisionThatDoesNotFollowFromItsFindingsIsRefused() {
    assertThatThrownBy(() -> decision(Outcome.REFUSED, MET, UNKNOWN))
        .hasMessageContaining("not met");
    assertThatThrownBy(() -> decision(Outcome.OPEN, MET, UNMET)).hasMessageContaining("missing");
    assertThatThrownBy(
            () -> new Decision(Outcome.GRANTED, List.of(MET), List.of(CAR), "example", List.of()))
        .hasMessageContaining("一(一)");
  }

  @Test
  void aParameterKeepsEveryValueItEverHad() {
    var parameter =
        new Parameter<>(
            "standard",
            "fen",
            List.of(
                line(60_000, "2019-07-01", "2020-07-01", "3708"),
                line(70_000, "2020-07-01", null, "3708"),
                line(75_000, "2020-10-01", null, "370811")));
    List<String> county = List.of("370811", "3708");
    assertThat(parameter.inForce(LocalDate.of(2020, 6, 30), county).orElseThrow().value())
        .isEqualTo(60_000);
    assertThat(parameter.inForce(LocalDate.of(2020, 7, 1), county).orElseThrow().value())
        .isEqualTo(70_000);
    assertThat(parameter.inForce(LocalDate.of(2020, 10, 1), county).orElseThrow().value())
        .as("the narrower area goes first")
        .isEqualTo(75_000);
    assertThat(parameter.inForce(LocalDate.of(2020, 10, 1), List.of("3708")).orElseThrow().value())
        .isEqualTo(70_000);
    assertThat(parameter.inForce(LocalDate.of(2019, 6, 30), county)).isEmpty();
    assertThat(parameter.inForce(LocalDate.of(2020, 7, 1), List.of("370828"))).isEmpty();
  }

  @Test
  void twoValuesAtOnceAreRefused() {
    List<Parameter.Line<Integer>> lines =
        List.of(line(1, "2020-01-01", null, "3708"), line(2, "2021-01-01", null, "3708"));
    assertThatThrownBy(() -> new Parameter<>("standard", "fen", lines))
        .hasMessageContaining("standard");
    assertThatThrownBy(() -> line(1, "2020-01-01", "2020-01-01", "3708"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void clausesAndDemandsCanBeReadAtRunTimeAlsoSeveralOfThem() {
    for (Class<?> annotation :
        List.of(Clause.class, Clause.Several.class, Answers.class, Answers.Several.class)) {
      assertThat(annotation.getAnnotation(Retention.class).value())
          .isEqualTo(RetentionPolicy.RUNTIME);
    }
    assertThat(Clause.class.getAnnotation(Repeatable.class).value())
        .isEqualTo(Clause.Several.class);
    assertThat(Answers.class.getAnnotation(Repeatable.class).value())
        .isEqualTo(Answers.Several.class);
  }

  private static Decision decision(Outcome outcome, Finding... findings) {
    return new Decision(
        outcome,
        List.of(findings),
        List.of(INCOME, CAR),
        "example 2020-09",
        List.of(new Decision.Evidence("申请书", "sm3:00")));
  }

  private static Parameter.Line<Integer> line(
      int value, String from, @Nullable String to, String area) {
    return new Parameter.Line<>(
        value,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        area,
        INCOME,
        Confidence.H);
  }
}
