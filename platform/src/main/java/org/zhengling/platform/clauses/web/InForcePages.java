package org.zhengling.platform.clauses.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.clauses.TextInForce;
import org.zhengling.platform.clauses.TextsInForce;

/** A document as it stood on a day, with what had changed it by then. */
@Controller
class InForcePages {
  private final TextsInForce texts;
  private final BusinessDay day;

  InForcePages(TextsInForce texts, BusinessDay day) {
    this.texts = texts;
    this.day = day;
  }

  /** Without a day it is today's text. */
  @GetMapping(value = "/documents/{number}", params = "on")
  String on(@PathVariable String number, @RequestParam String on, Model model) {
    model.addAttribute("text", text(number, on));
    return "clauses/in-force";
  }

  private TextInForce text(String number, String on) {
    try {
      return texts.on(number, on.isBlank() ? day.today() : LocalDate.parse(on.strip()));
    } catch (DateTimeParseException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有查。“" + on + "”不是日期。", "请写成 2021-03-01 这样，再查一次。");
    }
  }
}
