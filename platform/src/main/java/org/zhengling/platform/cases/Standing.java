package org.zhengling.platform.cases;

import org.jspecify.annotations.Nullable;
import org.zhengling.platform.access.PostKind;

/**
 * How a case stands after an action, as its programme folds it; lists show this without reading the
 * actions.
 *
 * @param word the state in Chinese, at most 40 characters: 核对中
 * @param next what is to be done next, Chinese, at most 60 characters; empty where nothing is
 * @param desk which kind of post does it; kept while the case is closed
 * @param deskArea the case's own area or one above it, whose posts do it; absent: where it is
 */
public record Standing(
    String word, String next, Phase phase, PostKind desk, @Nullable String deskArea) {
  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_NEXT = 60;

  public Standing {
    if (word.isBlank() || word.length() > LONGEST_WORD || next.length() > LONGEST_NEXT) {
      throw new IllegalArgumentException("No standing: \"" + word + "\", \"" + next + "\"");
    }
  }

  public static Standing open(String word, String next, PostKind desk) {
    return new Standing(word, next, Phase.OPEN, desk, null);
  }

  /** Nothing more is to be done. */
  public static Standing closed(String word, PostKind desk) {
    return new Standing(word, "", Phase.CLOSED, desk, null);
  }

  /** The same on the desk of another area: the county above a township. */
  public Standing at(String area) {
    return new Standing(word, next, phase, desk, area);
  }
}
