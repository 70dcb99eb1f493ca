package org.zhengling.programme.socialassistance.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.Decision;
import org.zhengling.engine.law.Decision.Evidence;
import org.zhengling.engine.law.Decision.Outcome;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.law.Finding.Unknown;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Report;
import org.zhengling.engine.verification.Source;

/** Whether a household may have the allowance, and how much. */
public final class Eligibility {
  private Eligibility() {}

  /**
   * Judges a household.
   *
   * @param open topics that no source has settled, from its report
   * @param formal findings about the application itself: authorisations, commitment
   */
  @Clause("社会救助暂行办法 第九条")
  @Clause("济政字〔2020〕53号 二(四)9")
  public static Judgement judge(
      Household household,
      List<Report.Open> open,
      Numbers numbers,
      List<Finding> formal,
      List<Evidence> evidence) {
    Money standard = numbers.standard();
    List<Finding> findings = new ArrayList<>();
    if (standard == null) {
      findings.add(new Unknown(Law.STANDARDS, "人均月收入是否低于当地低保标准", "没有查到申请之日当地适用的标准", true));
    } else {
      findings.addAll(Conditions.judge(household, standard, numbers));
      findings.addAll(unknowns(household, open, standard, numbers));
    }
    findings.addAll(formal);
    Decision decision =
        new Decision(
            outcome(findings), findings, clauses(findings), numbers.edition().document(), evidence);
    return new Judgement(
        decision, standard == null ? null : Allowance.of(household, standard, numbers));
  }

  private static List<Finding> unknowns(
      Household household, List<Report.Open> open, Money standard, Numbers numbers) {
    var topics =
        new OpenTopics(
            household,
            standard,
            numbers,
            open.stream().map(Report.Open::topic).collect(Collectors.toSet()));
    List<Finding> unknowns = new ArrayList<>();
    for (Report.Open one : open) {
      String sources = one.sources().stream().map(Source::name).collect(Collectors.joining("、"));
      unknowns.add(
          new Unknown(
              Law.VERIFICATION,
              one.topic().chinese(),
              sources + " 没有可用的答复",
              topics.couldFlip(one.topic())));
    }
    return unknowns;
  }

  /** What could change the result keeps it open, whatever else is known. */
  private static Outcome outcome(List<Finding> findings) {
    if (findings.stream().anyMatch(one -> one instanceof Unknown(_, _, _, var flips) && flips)) {
      return Outcome.OPEN;
    }
    return findings.stream().anyMatch(Finding.Unmet.class::isInstance)
        ? Outcome.REFUSED
        : Outcome.GRANTED;
  }

  private static List<ClauseId> clauses(List<Finding> findings) {
    List<ClauseId> clauses = new ArrayList<>(List.of(Law.CONDITIONS, Law.AMOUNT));
    for (Finding finding : findings) {
      if (!clauses.contains(finding.clause())) {
        clauses.add(finding.clause());
      }
    }
    return clauses;
  }
}
