package org.zhengling.platform.access;

import java.util.List;
import org.zhengling.platform.audit.Actor;

/**
 * A person at work, in one of their posts.
 *
 * @param post the post in use: what it may do and see counts, never the union of all posts
 * @param posts every post held today, the one in use among them
 */
public record SignedIn(long personId, String signInName, String name, Post post, List<Post> posts) {

  public SignedIn {
    posts = List.copyOf(posts);
  }

  /** Runs an act as this person: in the scope of the post in use and with its permissions. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> act) throws X {
    return actor()
        .<T, X>call(() ->
            Scope.of(post)
                .<T, X>call(() -> ScopedValue.where(CurrentPost.CURRENT, this).<T, X>call(act)));
  }

  /** As the audit names them. */
  Actor actor() {
    boolean readsAudit = post.may(Permission.READ_AUDIT);
    return new Actor.Official(personId, name, post.id(), post.title(), post.areaCode(), readsAudit);
  }
}
