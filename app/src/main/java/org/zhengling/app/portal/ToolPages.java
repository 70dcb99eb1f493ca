package org.zhengling.app.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.platform.clauses.Calendars;

/** Two small tools for the counter: working days, and the check of a number. */
@Controller
class ToolPages {
  private static final int MOST_DAYS = 2000;

  private final Calendars calendars;
  private final BusinessDay day;

  ToolPages(Calendars calendars, BusinessDay day) {
    this.calendars = calendars;
    this.day = day;
  }

  /** The working-day tool: what was asked and what came out. */
  record DueTool(
      String from, String days, @Nullable DueDay answer, String weekday, String problem) {}

  /** The number tool; the number itself is shown again only to the one who typed it. */
  record NumberTool(String value, boolean asked, boolean valid, String what, String reason) {}

  @GetMapping("/tools")
  String tools() {
    return "portal/tools";
  }

  @GetMapping("/tools/calendar")
  String calendar(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String days,
      Model model) {
    model.addAttribute(
        "tool",
        from == null || days == null
            ? new DueTool(day.today().toString(), "", null, "", "")
            : due(from.strip(), days.strip()));
    return "portal/calendar";
  }

  private DueTool due(String from, String days) {
    try {
      int count = Integer.parseInt(days);
      if (count < 0 || count > MOST_DAYS) {
        return new DueTool(from, days, null, "", "工作日数要在 0 到 " + MOST_DAYS + " 之间。");
      }
      DueDay answer = calendars.current().due(LocalDate.parse(from), count);
      String weekday =
          switch (answer) {
            case DueDay.Settled(LocalDate settled) ->
                "周" + "一二三四五六日".charAt(settled.getDayOfWeek().getValue() - 1);
            case DueDay.Provisional provisional -> "";
          };
      return new DueTool(from, days, answer, weekday, "");
    } catch (NumberFormatException e) {
      return new DueTool(from, days, null, "", "“" + days + "”不是整数，请写工作日的天数，如 20。");
    } catch (DateTimeParseException e) {
      return new DueTool(from, days, null, "", "“" + from + "”不是日期，请写成 2020-09-25 这样。");
    }
  }

  @GetMapping("/tools/identity")
  String identity(Model model) {
    model.addAttribute("tool", new NumberTool("", false, false, "", ""));
    return "portal/identity";
  }

  /** By POST, so that no number stands in an address or a log. */
  @PostMapping("/tools/identity")
  String check(@RequestParam(defaultValue = "") String value, Model model) {
    model.addAttribute(
        "tool",
        switch (Identity.check(value)) {
          case IdNumber number -> new NumberTool(value, true, true, "居民身份证号码", "");
          case CreditCode code -> new NumberTool(value, true, true, "统一社会信用代码", "");
          case Identity.Invalid invalid -> new NumberTool(value, true, false, "", invalid.reason());
        });
    return "portal/identity";
  }
}
