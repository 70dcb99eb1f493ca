package org.zhengling.platform.cases;

/** Whether a case still asks something of the office. */
public enum Phase {
  OPEN("在办"),
  CLOSED("已办结"),
  WITHDRAWN("已撤回");

  private final String chinese;

  Phase(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
