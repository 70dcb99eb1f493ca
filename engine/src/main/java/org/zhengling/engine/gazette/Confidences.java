package org.zhengling.engine.gazette;

/** How sure a reading is, in percent. */
final class Confidences {
  private Confidences() {}

  static void check(int confidence) {
    if (confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException("Confidence is a percentage, not " + confidence);
    }
  }
}
