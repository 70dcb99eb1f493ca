package org.zhengling.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds programmes to the left column of officials; the class path decides which there are. */
@FunctionalInterface
public interface Navigation {
  /**
   * A programme.
   *
   * @param character one character that stands for it, or absent
   * @param count open matters of this person, or absent
   */
  record Place(String label, String href, @Nullable String character, @Nullable Integer count) {}

  List<Place> places(SignedIn signedIn);
}
