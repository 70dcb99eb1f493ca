package org.zhengling.platform.access;

/** An act that a post may or may not do. What is not granted is refused. */
public enum Permission {
  IMPORT_GAZETTE("导入公报"),
  PUBLISH_GAZETTE("发布公报"),
  SPLIT_TASK("分解任务"),
  REPORT_PROGRESS("填报进度"),
  EDIT_CALENDAR("维护放假安排"),
  GIVE_POSTS("设置人员和岗位"),
  GUARD_ACCESS("管理登录安全"),
  READ_AUDIT("查看审计"),
  LEND_POST("委托代理");

  private final String chinese;

  Permission(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
