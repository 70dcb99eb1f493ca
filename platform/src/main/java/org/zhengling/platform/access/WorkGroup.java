package org.zhengling.platform.access;

/** How pressing something is, in the order in which "my work" lists it. */
public enum WorkGroup {
  OVERDUE("已逾期"),
  TODAY("今天到期"),
  SOON("5 个工作日内"),
  LATER("以后"),
  /** No last day, or none that can be told yet. */
  NO_DAY("没有最后一日"),
  SUSPENDED("时限已中止");

  private final String chinese;

  WorkGroup(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
