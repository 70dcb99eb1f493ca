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
  LEND_POST("委托代理"),
  READ_RESIDENT("查看居民资料"),
  ENTER_RESIDENT("登记居民和家庭"),
  MERGE_RESIDENTS("合并和拆分重复登记"),
  ACCEPT_CASE("受理申请"),
  HANDLE_CASE("经办申请"),
  DECIDE_CASE("作出决定"),
  GIVE_OPINION("出具会审意见"),
  ASK_SOURCES("向部门查询核对"),
  KEEP_SOURCES("维护数据源和共享协议"),
  POST_NOTICE("发布公示"),
  KEEP_CREDIT("管理信用记录"),
  KEEP_FUNDS("管理预算和账户"),
  PAY("发放和对账");

  private final String chinese;

  Permission(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
