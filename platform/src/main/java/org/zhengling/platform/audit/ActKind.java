package org.zhengling.platform.audit;

/** Everything that is recorded, a closed list; a new act comes with its Chinese name. */
public enum ActKind {
  SIGN_IN("登录"),
  SIGN_OUT("退出登录"),
  SWITCH_POST("换岗位"),
  SET_PASSWORD("设密码"),
  CREATE_PERSON("登记人员"),
  GIVE_POST("设置岗位"),
  END_POST("停用岗位"),
  MAKE_LINK("生成一次性链接"),
  END_SESSION("结束登录"),
  UNLOCK("解除锁定"),
  STOP_PASSWORD("停用密码"),
  SET_SECOND_FACTOR("启用二次验证"),
  DROP_SECOND_FACTOR("停用二次验证"),
  LINK_ACCOUNT("对应统一认证账号"),
  UNLINK_ACCOUNT("解除统一认证账号"),
  LEND_POST("委托代理"),
  END_DELEGATION("结束代理"),
  READ_PEOPLE("查看人员资料"),
  UPLOAD_GAZETTE("导入公报"),
  CORRECT_DRAFT("校对草稿"),
  PUBLISH_GAZETTE("发布公报"),
  EDIT_CALENDAR("维护放假安排"),
  SPLIT_TASK("分解任务"),
  REPORT_PROGRESS("填报进度"),
  READ_AUDIT("查阅审计记录"),
  EXPORT_AUDIT("导出审计记录"),
  ROTATE_KEYS("更换密钥"),
  REFUSED_PAGE("打开或提交页面"),
  POST_LEDGER("记账"),
  PREPARE_PAYMENTS("编制发放批次"),
  EXPORT_PAYMENTS("导出银行文件"),
  IMPORT_BANK_REPLY("导入银行回盘"),
  READ_PAYMENTS("查看发放名单"),
  KEEP_RESERVE("设置备用金"),
  SWEEP_RECORDS("按保管期限清除"),
  CHANGE_MASTER_KEY("更换主密钥"),
  RESTORE_CITY("恢复备份"),
  REFUSED_COMMAND("执行命令"),
  HAND_IN_RECORD("交现场记录");

  private final String chinese;

  ActKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
