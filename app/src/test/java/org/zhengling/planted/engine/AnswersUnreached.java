package org.zhengling.planted.engine;

import org.zhengling.engine.law.Answers;

final class AnswersUnreached {
  @Answers("planted/unreached")
  boolean act() {
    return true;
  }
}
