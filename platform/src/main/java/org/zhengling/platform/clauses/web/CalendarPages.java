package org.zhengling.platform.clauses.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.YearTable;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.clauses.Calendars;

/** The holiday tables, and the form where the next year's notice is entered. */
@Controller
class CalendarPages {
  private final CurrentPost current;
  private final Calendars calendars;

  CalendarPages(CurrentPost current, Calendars calendars) {
    this.current = current;
    this.calendars = calendars;
  }

  /** A year in the list. */
  record YearRow(int year, String notice, String off, String work) {}

  /** The form as it was last typed. */
  record YearForm(String year, String notice, String days, String problem) {}

  /** The page. */
  record CalendarPage(List<YearRow> years, YearForm form, int firstMissing) {}

  @GetMapping("/calendar")
  String calendar(@RequestParam(required = false) @Nullable Integer year, Model model) {
    current.require(Permission.EDIT_CALENDAR);
    return page(form(year), model);
  }

  private YearForm form(@Nullable Integer year) {
    if (year == null) {
      return new YearForm("", "", "", "");
    }
    return calendars.years().stream()
        .filter(table -> table.year() == year)
        .findFirst()
        .map(table -> new YearForm(String.valueOf(year), table.source(), typed(table), ""))
        .orElse(new YearForm(String.valueOf(year), "", "", ""));
  }

  private static String typed(YearTable table) {
    return table.days().stream()
        .map(day -> day.date() + " " + word(day.kind()) + " " + day.holiday())
        .collect(Collectors.joining("\n"));
  }

  private static String word(YearTable.Kind kind) {
    return switch (kind) {
      case OFF -> "放假";
      case WORK -> "上班";
    };
  }

  private String page(YearForm form, Model model) {
    List<YearTable> years = calendars.years();
    List<YearRow> rows =
        years.stream()
            .sorted(Comparator.comparingInt(YearTable::year).reversed())
            .map(table ->
                new YearRow(
                    table.year(),
                    table.source(),
                    days(table, YearTable.Kind.OFF),
                    days(table, YearTable.Kind.WORK)))
            .toList();
    int missing = years.isEmpty() ? 2027 : years.getLast().year() + 1;
    model.addAttribute("calendar", new CalendarPage(rows, form, missing));
    return "clauses/calendar";
  }

  private static String days(YearTable table, YearTable.Kind kind) {
    return table.days().stream()
        .filter(day -> day.kind() == kind)
        .map(day ->
            day.date().getYear() == table.year()
                ? day.date().toString().substring(5)
                : day.date().toString())
        .collect(Collectors.joining(" "));
  }

  @PostMapping("/calendar")
  String edit(
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String notice,
      @RequestParam(defaultValue = "") String days,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    var by = current.require(Permission.EDIT_CALENDAR);
    try {
      calendars.edit(number(year), notice, days, by.personId());
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = refusal.happened() + "您写的都保留着。" + refusal.todo();
      return page(new YearForm(year, notice, days, problem), model);
    }
    flash.addFlashAttribute("said", "已保存 " + year.strip() + " 年的放假安排，所有时限从现在起按它重算。");
    return "redirect:/calendar";
  }

  private static int number(String year) {
    try {
      int number = Integer.parseInt(year.strip());
      if (number >= 2000 && number <= 2100) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with numbers that are no year.
    }
    throw new Refusal(Refusal.Kind.CALLER, "没有保存。“" + year + "”不是年份。", "请写 2000 到 2100 的数。");
  }
}
