package org.zhengling.app.demo.departments;

import java.time.LocalDate;
import org.zhengling.engine.identity.IdNumber;

/**
 * Identity numbers that belong to nobody. They are valid in every digit, so that the program treats
 * them as it treats real ones, and are given under area 370899, which no place in Jining has or had
 * (the last two digits of a real county are never 99); whoever reads one knows that it is invented.
 */
public final class InventedNumbers {
  /** First six digits of every invented number. */
  public static final String AREA = "370899";

  private static final int ORDERS = 1000;

  private InventedNumbers() {}

  /**
   * The number of an invented person.
   *
   * @param order 0 to 999 among those born on the day; odd for men, even for women
   */
  public static IdNumber of(LocalDate born, int order) {
    if (order < 0 || order >= ORDERS) {
      throw new IllegalArgumentException("No order of birth: " + order);
    }
    long day = born.getYear() * 10_000L + born.getMonthValue() * 100L + born.getDayOfMonth();
    return new IdNumber((Long.parseLong(AREA) * 100_000_000L + day) * ORDERS + order);
  }

  public static boolean isInvented(IdNumber number) {
    return number.areaCode().equals(AREA);
  }
}
