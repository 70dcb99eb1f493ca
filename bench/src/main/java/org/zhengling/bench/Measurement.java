package org.zhengling.bench;

/** One thing that is measured, under the name that {@code ./zl bench} takes. */
public interface Measurement {
  /** English, one word, as typed: {@code GazetteReading}. */
  String name();

  /** What is measured, in Chinese, for the list. */
  String said();

  /** Measures and prints the figures with their units. */
  void run(Effort effort);
}
