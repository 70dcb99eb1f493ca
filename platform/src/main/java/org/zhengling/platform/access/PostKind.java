package org.zhengling.platform.access;

import java.util.Set;

/** The kinds of post and what each may do; nobody may everything. */
public enum PostKind {
  ADMINISTRATOR("系统管理岗"),
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

  public Set<Permission> permissions() {
    return switch (this) {
      case ADMINISTRATOR -> Set.of(Permission.GIVE_POSTS, Permission.EDIT_CALENDAR);
      case GAZETTE_EDITOR -> Set.of(Permission.IMPORT_GAZETTE, Permission.PUBLISH_GAZETTE);
      case SUPERVISOR -> Set.of(Permission.SPLIT_TASK, Permission.REPORT_PROGRESS);
      case REPORTER -> Set.of(Permission.REPORT_PROGRESS);
      case LEADER -> Set.of();
    };
  }
}
