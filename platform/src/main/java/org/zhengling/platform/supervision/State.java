package org.zhengling.platform.supervision;

/** The closed list of states of a task; the order is the order of urgency, worst first. */
public enum State {
  OVERDUE("overdue", "逾期"),
  AT_RISK("at-risk", "有风险"),
  ON_PLAN("on-plan", "正常"),
  NOT_STARTED("not-started", "未启动"),
  DONE("done", "已办结");

  private final String code;
  private final String word;

  State(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** Name of the light in pages. */
  public String code() {
    return code;
  }

  /** The word beside the shape. */
  public String word() {
    return word;
  }
}
