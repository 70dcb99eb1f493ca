package org.zhengling.platform.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;

/** Who is at work in the running request, and whether their post allows an act. */
@Component
public class CurrentPost {
  static final ScopedValue<SignedIn> CURRENT = ScopedValue.newInstance();

  /** Empty where nobody signed in. */
  public Optional<SignedIn> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Refuses where nobody signed in. */
  public SignedIn require() {
    return current()
        .orElseThrow(() -> new Refusal(Refusal.Kind.RIGHTS, "没有执行。您还没有登录，或登录已经结束。", "请先登录。"));
  }

  /** Refuses where nobody signed in or the post in use does not allow the act. */
  public SignedIn require(Permission permission) {
    SignedIn signedIn = require();
    if (!signedIn.post().may(permission)) {
      boolean other = signedIn.posts().stream().anyMatch(post -> post.may(permission));
      throw new Refusal(
          Refusal.Kind.RIGHTS,
          "没有执行。您现在的岗位（" + signedIn.post().title() + "）不能" + permission.chinese() + "。",
          other ? "您还有别的岗位可以做这件事，请先在页首换岗位。" : "需要时请找系统管理岗给您设置岗位。");
    }
    return signedIn;
  }
}
