package org.zhengling.platform.access.web;

import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.zhengling.platform.access.Enrolment;

/**
 * The page where a second factor is set up.
 *
 * @param action where the code is sent
 * @param secret in groups of four, for whoever cannot scan
 */
record FactorPage(
    String action,
    String next,
    QrPicture picture,
    String secret,
    String address,
    List<Problem> problems,
    Map<String, String> problem) {

  static String ask(
      Enrolment enrolment, String action, String next, Map<String, String> problems, Model model) {
    model.addAttribute(
        "page",
        new FactorPage(
            action,
            next,
            QrPicture.of(enrolment.address()),
            enrolment.secret().replaceAll("(.{4})(?=.)", "$1 "),
            enrolment.address(),
            Problem.of(problems),
            problems));
    return "access/second-factor";
  }

  /** The only time that anybody sees them. */
  static String codes(List<String> codes, String onward, Model model) {
    model.addAttribute("codes", codes);
    model.addAttribute("onward", onward);
    return "access/recovery-codes";
  }
}
