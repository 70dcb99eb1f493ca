package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock.Cell;
import org.zhengling.engine.time.LegalClock.Reading;
import org.zhengling.engine.time.LegalClock.State;
import org.zhengling.platform.access.WorkGroup;

/**
 * A clock in words, the same in lists, on the page of the case and on paper.
 *
 * @param light state of the closed list: overdue, at-risk, on-plan, suspended, done
 * @param word 逾期, 今天, 临期, 正常, 已中止, 已办结
 * @param left 超 3, 今天, 9 or 停 4
 * @param unit 工作日 or 日, or 余 12; empty with it
 * @param used 用 11 / 限 20
 * @param due the last day in writing, or why there is none
 * @param spoken the whole in one sentence, for who does not see the bar
 */
public record ClockWords(
    WorkGroup group,
    String light,
    String word,
    String left,
    String unit,
    List<Cell> cells,
    String used,
    String due,
    @Nullable LocalDate dueOn,
    String spoken) {
  private static final int CLOSE = 2;

  public ClockWords {
    cells = List.copyOf(cells);
  }

  /** Of a clock on a day; a list that groups says to which group it belongs. */
  public static ClockWords of(CaseClock clock, LocalDate today) {
    Reading reading = clock.reading();
    Sign sign = clock.runs() ? sign(reading, today) : new Sign(WorkGroup.LATER, "done", "已办结");
    String unit = unit(clock.clock().budget());
    int all = reading.used() + reading.left();
    String used = "用 " + (reading.used() + reading.over()) + " / 限 " + all;
    String due = due(reading);
    return new ClockWords(
        sign.group(),
        sign.light(),
        sign.word(),
        left(sign, reading),
        sign.light().equals("suspended")
            ? "余 " + reading.left()
            : left(sign, reading).isEmpty() || sign.group() == WorkGroup.TODAY ? "" : unit,
        reading.cells(),
        used,
        due,
        reading.due() instanceof DueDay.Settled(LocalDate day) ? day : null,
        clock.title() + "，" + sign.word() + "，" + used + " 个" + unit + "，" + due);
  }

  private record Sign(WorkGroup group, String light, String word) {}

  /** Near its end is what has two days left, or a quarter of its time. */
  private static Sign sign(Reading reading, LocalDate today) {
    if (reading.state() == State.ENDED) {
      return new Sign(WorkGroup.OVERDUE, "overdue", "逾期");
    }
    if (reading.state() == State.SUSPENDED) {
      return new Sign(WorkGroup.SUSPENDED, "suspended", "已中止");
    }
    if (reading.due() instanceof DueDay.Settled(LocalDate day) && day.equals(today)) {
      return new Sign(WorkGroup.TODAY, "at-risk", "今天");
    }
    boolean near =
        reading.left() <= CLOSE || 4 * reading.used() >= 3 * (reading.used() + reading.left());
    return new Sign(WorkGroup.LATER, near ? "at-risk" : "on-plan", near ? "临期" : "正常");
  }

  private static String left(Sign sign, Reading reading) {
    return switch (sign.light()) {
      case "overdue" -> reading.over() == 0 ? "" : "超 " + reading.over();
      case "suspended" -> "停 " + reading.cells().stream().filter(Cell.SUSPENDED::equals).count();
      case "done" -> "";
      default -> sign.group() == WorkGroup.TODAY ? "今天" : String.valueOf(reading.left());
    };
  }

  private static String due(Reading reading) {
    return switch (reading.due()) {
      case null -> "恢复后重算";
      case DueDay.Settled(LocalDate day) -> day.toString();
      case DueDay.Provisional provisional -> "待 " + provisional.missingYear() + " 年放假安排";
    };
  }

  private static String unit(Budget budget) {
    return switch (budget) {
      case Budget.WorkingDays _ -> "工作日";
      case Budget.CalendarPeriod _ -> "日";
    };
  }
}
