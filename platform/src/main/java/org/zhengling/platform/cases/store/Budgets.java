package org.zhengling.platform.cases.store;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.Budget.CalendarPeriod;
import org.zhengling.engine.time.Budget.OnDayOff;
import org.zhengling.engine.time.Budget.WorkingDays;

/** A budget as a column holds it: W20 working days, D7 days, M1 months; R rolls on. */
final class Budgets {
  private Budgets() {}

  static String print(Budget budget) {
    return switch (budget) {
      case WorkingDays(int amount) -> "W" + amount;
      case CalendarPeriod(Period length, OnDayOff onDayOff) -> {
        String roll = onDayOff == OnDayOff.ROLLS_ON ? "R" : "";
        yield length.toTotalMonths() == 0
            ? "D" + length.get(ChronoUnit.DAYS) + roll
            : "M" + length.toTotalMonths() + roll;
      }
    };
  }

  static Budget read(String text) {
    boolean rolls = text.endsWith("R");
    int amount = Integer.parseInt(text.substring(1, text.length() - (rolls ? 1 : 0)));
    OnDayOff onDayOff = rolls ? OnDayOff.ROLLS_ON : OnDayOff.STAYS;
    return switch (text.charAt(0)) {
      case 'W' -> new WorkingDays(amount);
      case 'D' -> new CalendarPeriod(Period.ofDays(amount), onDayOff);
      case 'M' -> new CalendarPeriod(Period.ofMonths(amount), onDayOff);
      default -> throw new IllegalStateException("Maybe a budget of a later version: " + text);
    };
  }
}
