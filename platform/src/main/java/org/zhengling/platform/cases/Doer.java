package org.zhengling.platform.cases;

import org.jspecify.annotations.Nullable;
import org.zhengling.platform.audit.Actor;

/**
 * Who acts, as the record of a case names them.
 *
 * @param person absent for the program and for a citizen
 * @param post absent for the program and for a citizen
 */
public record Doer(@Nullable Long person, String name, @Nullable Long post, String postTitle) {
  /** Whoever is bound to the running request or job. */
  static Doer current() {
    return switch (Actor.current()) {
      case Actor.Official official ->
          new Doer(official.person(), official.name(), official.post(), official.postTitle());
      case Actor.Citizen _ -> new Doer(null, "申请人", null, "凭回执");
      case Actor.Stranger _ -> new Doer(null, "未登录的人", null, "未登录");
      case Actor.Program program -> new Doer(null, "程序", null, program.task());
    };
  }
}
