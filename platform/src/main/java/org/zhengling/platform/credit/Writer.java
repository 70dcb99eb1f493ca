package org.zhengling.platform.credit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.audit.Actor;

/**
 * Who writes a row, in which post, when.
 *
 * @param person absent where the program writes
 */
public record Writer(@Nullable Long person, String post, Instant at) {
  static Writer now(InstantSource clock) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return switch (Actor.current()) {
      case Actor.Official official -> new Writer(official.person(), official.postTitle(), at);
      case Actor.Program program -> new Writer(null, program.task(), at);
      case Actor.Stranger stranger -> throw notTheirs();
      case Actor.Citizen citizen -> throw notTheirs();
    };
  }

  private static IllegalStateException notTheirs() {
    return new IllegalStateException("Maybe a page of strangers writes credit records");
  }
}
