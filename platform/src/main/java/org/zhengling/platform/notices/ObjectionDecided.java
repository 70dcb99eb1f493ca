package org.zhengling.platform.notices;

/** An objection was answered. In the transaction of the answer. */
public record ObjectionDecided(long objection, long notice, long caseFile, Outcome outcome) {
  /** What came of it. */
  public enum Outcome {
    UPHELD("异议成立"),
    REJECTED("异议不成立");

    private final String chinese;

    Outcome(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
