package org.zhengling.platform.notices;

/** Where a notice is posted. */
public enum Level {
  SITE("市县网站"),
  TOWNSHIP("乡镇（街道）屏幕"),
  VILLAGE("村务公开栏");

  private final String chinese;

  Level(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
