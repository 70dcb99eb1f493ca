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
  LEADER("领导岗");

  private final String chinese;

  PostKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** One of the three who look after the system and take no part in its business. */
  public boolean administers() {
    return switch (this) {
      case ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> true;
      case GAZETTE_EDITOR, SUPERVISOR, REPORTER, LEADER -> false;
    };
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
    };
  }
}
