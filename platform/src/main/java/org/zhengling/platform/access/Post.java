package org.zhengling.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * A post (岗位) that one person holds: what may be done, and for which area.
 *
 * @param title what the person is called in it, 任城区填报岗
 * @param areaCode node of the area tree; the post sees it and everything below it
 * @param department unit the post belongs to, absent for posts of a government as a whole
 */
public record Post(
    long id,
    String title,
    PostKind kind,
    String areaCode,
    String areaName,
    @Nullable String department) {

  public boolean may(Permission permission) {
    return kind.permissions().contains(permission);
  }
}
