package org.zhengling.platform.access;

import java.util.List;
import java.util.Optional;

/**
 * The areas that the running request may see: nodes of the area tree, each with everything below
 * it. It is bound for one request or one job and reaches the database with every connection; where
 * none is bound, no row with an area is visible.
 *
 * @param areas codes of area nodes, without commas; never a code prefix
 */
public record Scope(List<String> areas) {
  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  public Scope {
    areas = List.copyOf(areas);
    for (String area : areas) {
      if (area.isBlank() || area.contains(",")) {
        throw new IllegalArgumentException("No area code: " + area);
      }
    }
  }

  /** The scope of the post in use. */
  public static Scope of(Post post) {
    return new Scope(List.of(post.areaCode()));
  }

  /** What the running request is bound to; empty outside of a signed-in request. */
  public static Optional<Scope> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Runs an act within this scope. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> act) throws X {
    return ScopedValue.where(CURRENT, this).<T, X>call(act);
  }
}
