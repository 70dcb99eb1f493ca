package org.zhengling.platform.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.zhengling.engine.quantity.Money;

/** One value that a source gave; what could not be read says so and is never taken for nothing. */
public sealed interface Value {
  record Text(String text) implements Value {
    @Override
    public String shown() {
      return text;
    }
  }

  record Whole(long number) implements Value {
    @Override
    public String shown() {
      return Long.toString(number);
    }
  }

  record Decimal(BigDecimal number) implements Value {
    @Override
    public String shown() {
      return number.toPlainString();
    }
  }

  record Amount(Money money) implements Value {
    @Override
    public String shown() {
      return money + " 元";
    }
  }

  /** A day; of a month its first. */
  record Day(LocalDate day) implements Value {
    @Override
    public String shown() {
      return day.toString();
    }
  }

  /** The source left it empty: unknown, not zero. */
  record Absent() implements Value {
    @Override
    public String shown() {
      return "未填";
    }
  }

  /**
   * The source gave something that is not of the kind its item promises.
   *
   * @param raw as it came
   * @param reason Chinese, names the item
   */
  record Misread(String raw, String reason) implements Value {
    @Override
    public String shown() {
      return "读不懂：" + raw;
    }
  }

  /** For a page or a report. */
  String shown();
}
