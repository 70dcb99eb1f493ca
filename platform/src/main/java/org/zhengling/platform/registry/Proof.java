package org.zhengling.platform.registry;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;

/** What says who somebody is: an identity number, or the reason why there is none. */
public sealed interface Proof {
  /** The number as it stands on the card. */
  record Numbered(IdNumber number) implements Proof {}

  /** No number, and why. */
  record Without(WithoutNumber why) implements Proof {}

  /** The number, absent where there is none. */
  default @Nullable IdNumber numberOrNull() {
    return switch (this) {
      case Numbered(IdNumber number) -> number;
      case Without without -> null;
    };
  }
}
