package org.zhengling.platform.clauses;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Indicator;

/** An indicator in words: 托位 ≥ 45000 个，2022-12-31，各县市区. */
public final class FigureWords {
  private FigureWords() {}

  public static String of(Indicator one) {
    return of(
        one.name(), one.comparator(), one.value(), one.high(), one.unit(), one.by(), one.forWhom());
  }

  /** The same from its parts. */
  public static String of(
      String name,
      Indicator.Comparator comparator,
      BigDecimal value,
      @Nullable BigDecimal high,
      String unit,
      @Nullable LocalDate by,
      String forWhom) {
    String sign =
        switch (comparator) {
          case AT_LEAST -> "≥ ";
          case AT_MOST -> "≤ ";
          case ABOUT -> "约 ";
          case EXACTLY, RANGE -> "";
        };
    return name
        + " "
        + sign
        + value.toPlainString()
        + (high == null ? "" : "—" + high.toPlainString())
        + " "
        + unit
        + (by == null ? "" : "，" + by)
        + (forWhom.isEmpty() ? "" : "，" + forWhom);
  }
}
