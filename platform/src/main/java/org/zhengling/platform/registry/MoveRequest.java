package org.zhengling.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One county asks another to hand somebody over.
 *
 * @param resident nobody but the holder can open it before the hand-over
 * @param answer absent while it is open
 */
public record MoveRequest(
    long id,
    long resident,
    String fromArea,
    String toArea,
    String ground,
    Instant askedAt,
    String askedPost,
    @Nullable Answer answer,
    @Nullable String answerGround) {

  /** What the holder says. */
  public enum Answer {
    AGREED("同意"),
    DECLINED("不同意");

    private final String chinese;

    Answer(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
