package org.zhengling.platform.clauses.draft;

/** What sort of thing was read, in the order in which the desk lists them at one place. */
public enum ItemKind {
  LINE("未归位行"),
  DOCUMENT("文件"),
  ANNEX("附件"),
  CLAUSE("条款"),
  TASK("任务"),
  INDICATOR("指标"),
  REFERENCE("引用"),
  EVENT("大事记");

  private final String chinese;

  ItemKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
