package org.zhengling.platform.clauses;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.YearTable;

/** The days of a holiday notice as a person types them and as they are kept. */
final class HolidayNotice {
  private HolidayNotice() {}

  /** A typed line is a date, 放假 or 上班 (off or work), and the holiday's name. */
  static YearTable read(int year, String notice, String typed) {
    List<YearTable.Day> days = new ArrayList<>();
    List<String> lines = typed.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        days.add(day(i + 1, lines.get(i)));
      }
    }
    if (notice.isBlank() || days.isEmpty()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。通知名称和逐日清单都要写。", "请照国务院办公厅的通知填写。");
    }
    try {
      return new YearTable(year, notice.strip(), days);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有保存。清单里有重复的日期，或离 " + year + " 年太远的日期。", "请逐行核对。");
    }
  }

  private static YearTable.Day day(int number, String line) {
    String[] fields = line.split("[,，\\s]+", 3);
    try {
      LocalDate date = LocalDate.parse(fields[0]);
      YearTable.Kind kind =
          switch (fields.length < 2 ? "" : fields[1]) {
            case "放假", "off" -> YearTable.Kind.OFF;
            case "上班", "work" -> YearTable.Kind.WORK;
            default -> throw wrong(number, line);
          };
      return new YearTable.Day(date, kind, fields.length < 3 ? "" : fields[2]);
    } catch (DateTimeParseException e) {
      throw wrong(number, line);
    }
  }

  private static Refusal wrong(int number, String line) {
    return new Refusal(
        Refusal.Kind.CALLER,
        "没有保存。第 " + number + " 行“" + line + "”读不懂。",
        "请写成“2027-01-01 放假 元旦”或“2027-01-03 上班 元旦”。");
  }

  /** As it is kept. */
  static String line(int year, YearTable.Day day) {
    String kind =
        switch (day.kind()) {
          case OFF -> "off";
          case WORK -> "work";
        };
    return day.date() + "," + kind + "," + day.holiday().replace(",", " ") + "," + year;
  }
}
