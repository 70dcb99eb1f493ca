package org.zhengling.platform.access;

import java.util.Set;

/**
 * The kinds of post and what each may do; nobody may everything. The three administrators are kept
 * apart (docs/decisions/0018): nobody holds two of them, nor one beside a post of business.
 */
public enum PostKind {
  ADMINISTRATOR("系统管理岗"),
  SECURITY_ADMINISTRATOR("安全管理岗"),
  AUDIT_ADMINISTRATOR("审计管理岗"),
  GAZETTE_EDITOR("公报岗"),
  SUPERVISOR("督查岗"),
  REPORTER("填报岗"),
  LEADER("领导岗"),
  CLERK("窗口岗"),
  CASE_OFFICER("经办岗"),
  DECIDER("审批岗"),
  VERIFIER("核对岗"),
  TREASURER("资金岗"),
  PROGRAMME_OFFICER("业务主管岗");

  private final String chinese;

  PostKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** What a post is about, as lists of posts are ordered. */
  public enum Group {
    ADMINISTRATION("管理系统"),
    SUPERVISION("公报和督查"),
    CASES("办理申请");

    private final String chinese;

    Group(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public Group group() {
    return switch (this) {
      case ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> Group.ADMINISTRATION;
      case GAZETTE_EDITOR, SUPERVISOR, REPORTER, LEADER -> Group.SUPERVISION;
      case CLERK, CASE_OFFICER, DECIDER, VERIFIER, TREASURER, PROGRAMME_OFFICER -> Group.CASES;
    };
  }

  /** One of the three who look after the system and take no part in its business. */
  public boolean administers() {
    return group() == Group.ADMINISTRATION;
  }

  public Set<Permission> permissions() {
    return switch (this) {
      case ADMINISTRATOR -> Set.of(Permission.GIVE_POSTS, Permission.EDIT_CALENDAR);
      case SECURITY_ADMINISTRATOR -> Set.of(Permission.GUARD_ACCESS);
      case AUDIT_ADMINISTRATOR -> Set.of(Permission.READ_AUDIT);
      case GAZETTE_EDITOR ->
          Set.of(Permission.IMPORT_GAZETTE, Permission.PUBLISH_GAZETTE, Permission.LEND_POST);
      case SUPERVISOR ->
          Set.of(Permission.SPLIT_TASK, Permission.REPORT_PROGRESS, Permission.LEND_POST);
      case REPORTER -> Set.of(Permission.REPORT_PROGRESS, Permission.LEND_POST);
      case LEADER -> Set.of(Permission.LEND_POST);
      case CLERK ->
          Set.of(
              Permission.READ_RESIDENT,
              Permission.ENTER_RESIDENT,
              Permission.ACCEPT_CASE,
              Permission.LEND_POST);
      case CASE_OFFICER ->
          Set.of(
              Permission.READ_RESIDENT,
              Permission.HANDLE_CASE,
              Permission.GIVE_OPINION,
              Permission.ASK_SOURCES,
              Permission.POST_NOTICE,
              Permission.LEND_POST);
      // Who decides does not also handle: two people stand behind every decision.
      case DECIDER ->
          Set.of(Permission.READ_RESIDENT, Permission.DECIDE_CASE, Permission.LEND_POST);
      case VERIFIER ->
          Set.of(
              Permission.READ_RESIDENT,
              Permission.ASK_SOURCES,
              Permission.KEEP_SOURCES,
              Permission.LEND_POST);
      case TREASURER -> Set.of(Permission.KEEP_FUNDS, Permission.PAY, Permission.LEND_POST);
      case PROGRAMME_OFFICER ->
          Set.of(
              Permission.READ_RESIDENT,
              Permission.MERGE_RESIDENTS,
              Permission.GIVE_OPINION,
              Permission.POST_NOTICE,
              Permission.KEEP_CREDIT,
              Permission.LEND_POST);
    };
  }
}
