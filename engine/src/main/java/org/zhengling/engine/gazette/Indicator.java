package org.zhengling.engine.gazette;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath;

/**
 * A figure that a clause sets as a goal: 托位达到4.5万个, 覆盖率70%以上, 每县建成3至5所.
 *
 * @param id stable for the same document, clause and place in the clause: {@code 济政字〔2020〕53号 二(三)7
 *     ¶1}
 * @param clause the clause that sets it
 * @param name what is counted or measured
 * @param value the figure in the unit itself: 4.5万人 is 45000 人; the lower end of a range
 * @param high the upper end of a range, otherwise null
 * @param unit 人, 亩, 所, % … without 万 or 亿
 * @param by the last day it shall be reached by; null when the text sets none
 * @param forWhom of whom or what it is asked, 各县市区; empty when the text does not say
 * @param words the words it was read from
 * @param confidence how sure the reading is, in percent
 */
public record Indicator(
    String id,
    ClausePath clause,
    String name,
    Comparator comparator,
    BigDecimal value,
    @Nullable BigDecimal high,
    String unit,
    @Nullable LocalDate by,
    String forWhom,
    String words,
    int confidence,
    Place place) {
  public Indicator {
    Confidences.check(confidence);
    if ((comparator == Comparator.RANGE) != (high != null)) {
      throw new IllegalArgumentException(
          "A range has two ends and nothing else has: " + comparator + " " + value + " " + high);
    }
  }

  /** How the figure is meant. */
  public enum Comparator {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    ABOUT("about"),
    EXACTLY("exactly"),
    RANGE("range");

    private final String word;

    Comparator(String word) {
      this.word = word;
    }

    /** The word of files: ≥, ≤, about, exactly, range. */
    public String word() {
      return word;
    }
  }
}
