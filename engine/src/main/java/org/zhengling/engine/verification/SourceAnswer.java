package org.zhengling.engine.verification;

import java.time.LocalDate;
import java.util.List;

/** What one source said about the household. No answer is never "none". */
public sealed interface SourceAnswer {

  /** Code of the source. */
  String source();

  /** What it knows, also where it is old; empty where it said nothing. */
  default List<Item> items() {
    return List.of();
  }

  /** It has records. */
  record Found(String source, LocalDate dataOf, List<Item> items) implements SourceAnswer {
    public Found {
      items = List.copyOf(items);
    }
  }

  /** It was asked and has none. */
  record NotThere(String source, LocalDate dataOf) implements SourceAnswer {}

  /**
   * It did not answer.
   *
   * @param reason Chinese, without closing full stop: 接口无应答，已重试 3 次
   */
  record Unavailable(String source, String reason) implements SourceAnswer {}

  /** It answered with data that are too old to rest on. */
  record Stale(String source, LocalDate dataOf, List<Item> items) implements SourceAnswer {
    public Stale {
      items = List.copyOf(items);
    }
  }
}
