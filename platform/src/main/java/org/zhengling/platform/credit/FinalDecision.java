package org.zhengling.platform.credit;

import java.time.LocalDate;

/**
 * A decision that can no longer be contested. It says what was found by clause and kind alone:
 * there is no field for what a department answered about income or property.
 *
 * @param finalOn when the time for review and suit was over, or they ended
 * @param evidenceDigest SM3 of the paper, 64 hexadecimal characters
 */
public record FinalDecision(
    long caseFile,
    String caseNumber,
    Breach breach,
    String clause,
    LocalDate decidedOn,
    LocalDate finalOn,
    Paper evidence,
    String evidenceDigest) {
  public FinalDecision {
    if (finalOn.isBefore(decidedOn)) {
      throw new IllegalArgumentException("Final on " + finalOn + " before " + decidedOn);
    }
    if (!evidenceDigest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No SM3 digest");
    }
  }

  /** What somebody did. */
  public enum Breach {
    FALSE_MATERIALS("提供虚假材料"),
    CONCEALMENT("隐瞒应当申报的情况"),
    NOT_RETURNED("有能力而拒不退回");

    private final String chinese;

    Breach(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Papers that can prove it; an answer to an enquiry is none of them. */
  public enum Paper {
    DECISION("决定书"),
    COURT_RULING("裁判文书"),
    PENALTY_DECISION("处罚决定书");

    private final String chinese;

    Paper(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
