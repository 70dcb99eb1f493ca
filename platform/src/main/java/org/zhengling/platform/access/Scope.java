package org.zhengling.platform.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The areas that the running request may see: nodes of the area tree, each with everything below
 * it. It is bound for one request or one job and reaches the database with every connection; where
 * none is bound, no row with an area is visible.
 *
 * @param areas codes of area nodes, without commas; never a code prefix
 * @param ownCase the one case a citizen may see with the code of its receipt, else absent; policies
 *     that allow it ask {@code access.own_case()}
 */
public record Scope(List<String> areas, @Nullable Long ownCase) {
  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  public Scope {
    areas = List.copyOf(areas);
    for (String area : areas) {
      if (area.isBlank() || area.contains(",")) {
        throw new IllegalArgumentException("No area code: " + area);
      }
    }
  }

  /** Areas alone, no case of one's own. */
  public Scope(List<String> areas) {
    this(areas, null);
  }

  /** The scope of the post in use. */
  public static Scope of(Post post) {
    return new Scope(List.of(post.areaCode()));
  }

  /** What a citizen may see: no area, one case. */
  public static Scope ofCase(long ownCase) {
    return new Scope(List.of(), ownCase);
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
