package org.zhengling.programme.socialassistance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.programme.socialassistance.work.MonthlyPayments;

/** Making the batch of a month; the bank's file and its reply lie with the batch. */
@Controller
class MonthlyPaymentPages {
  private final CurrentPost current;
  private final MonthlyPayments payments;
  private final BusinessDay day;

  MonthlyPaymentPages(CurrentPost current, MonthlyPayments payments, BusinessDay day) {
    this.current = current;
    this.payments = payments;
    this.day = day;
  }

  /** The form. */
  record Page(String month, String problem) {}

  @GetMapping("/assistance/payments")
  String form(Model model) {
    current.require(Permission.PAY);
    model.addAttribute("page", new Page(YearMonth.from(day.today()).toString(), ""));
    return "socialassistance/payments";
  }

  @PostMapping("/assistance/payments")
  String prepare(
      @RequestParam(defaultValue = "") String month, Model model, HttpServletResponse response) {
    current.require(Permission.PAY);
    String problem = "没有编制。月份要写成 2021-01 这样。";
    if (month.strip().matches("\\d{4}-(0[1-9]|1[0-2])")) {
      try {
        return "redirect:/payments/" + payments.prepare(YearMonth.parse(month.strip()));
      } catch (Refusal refusal) {
        problem = refusal.happened() + refusal.kept() + refusal.todo();
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("page", new Page(month, problem));
    return "socialassistance/payments";
  }
}
