package org.zhengling.engine.law;

import java.util.List;
import java.util.stream.Stream;

/**
 * A decision as a value, stored whole. A refusal without an unmet clause, an open outcome without
 * an unknown that could flip it, and a finding on a clause that is not cited are refused ({@link
 * IllegalArgumentException}).
 *
 * @param findings every finding of every rule, the met ones too
 * @param clauses every clause the decision rests on
 * @param ruleEdition which edition of the rules judged, {@code social-assistance 2020-09}
 * @param evidence what the findings were read from
 */
public record Decision(
    Outcome outcome,
    List<Finding> findings,
    List<ClauseId> clauses,
    String ruleEdition,
    List<Evidence> evidence) {
  public Decision {
    findings = List.copyOf(findings);
    clauses = List.copyOf(clauses);
    evidence = List.copyOf(evidence);
    if (outcome == Outcome.REFUSED
        && findings.stream().noneMatch(Finding.Unmet.class::isInstance)) {
      throw new IllegalArgumentException("A refusal names at least one clause that is not met");
    }
    if (outcome == Outcome.OPEN && findings.stream().noneMatch(Decision::couldFlip)) {
      throw new IllegalArgumentException("An open outcome names the missing answer it waits for");
    }
    for (Finding finding : findings) {
      if (!clauses.contains(finding.clause())) {
        throw new IllegalArgumentException("Finding on a clause not cited: " + finding.clause());
      }
    }
  }

  /**
   * The reason printed for the citizen, in Chinese, one finding a line: unmet clauses first, then
   * what is not known, then what is met.
   */
  public String reason() {
    var text = new StringBuilder(outcome.words).append('。');
    List<Finding> ordered =
        Stream.of(Finding.Unmet.class, Finding.Unknown.class, Finding.Met.class)
            .flatMap(kind -> findings.stream().filter(kind::isInstance))
            .toList();
    for (int i = 0; i < ordered.size(); i++) {
      Finding finding = ordered.get(i);
      text.append('\n').append(i + 1).append(". ").append(sentence(finding));
      text.append("（依据：").append(finding.clause()).append("）。");
    }
    return text.append("\n规则版本：").append(ruleEdition).append('。').toString();
  }

  private static String sentence(Finding finding) {
    return switch (finding) {
      case Finding.Met met -> "符合：" + met.statement();
      case Finding.Unmet unmet -> "不符合：" + unmet.statement();
      case Finding.Unknown unknown ->
          "未能核实：%s，原因：%s，%s"
              .formatted(
                  unknown.statement(),
                  unknown.reason(),
                  unknown.couldFlip() ? "核实后可能改变结论" : "核实与否不影响结论");
    };
  }

  private static boolean couldFlip(Finding finding) {
    return finding instanceof Finding.Unknown unknown && unknown.couldFlip();
  }

  /** How a decision ends. */
  public enum Outcome {
    GRANTED("同意"),
    REFUSED("不同意"),
    /** A missing answer could change the result, so nothing is decided yet. */
    OPEN("尚不能作出决定");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  /**
   * Something a finding was read from.
   *
   * @param name Chinese name, for a person
   * @param reference digest of a file, number of an exchange message, version of a fact
   */
  public record Evidence(String name, String reference) {}
}
