package org.zhengling.platform.clauses;

/** What sort of thing was found. */
public enum SearchKind {
  DOCUMENT("文件"),
  CLAUSE("条款"),
  TASK("任务"),
  INDICATOR("指标"),
  EVENT("大事记");

  private final String chinese;

  SearchKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
