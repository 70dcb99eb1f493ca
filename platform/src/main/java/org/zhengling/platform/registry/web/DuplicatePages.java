package org.zhengling.platform.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.registry.Residents;

/** Merging people who were entered twice, and splitting them again. */
@Controller
class DuplicatePages {
  private final CurrentPost current;
  private final Residents residents;

  DuplicatePages(CurrentPost current, Residents residents) {
    this.current = current;
    this.residents = residents;
  }

  /**
   * The form.
   *
   * @param merge the merge to be split, or 0 for a new one
   */
  record MergePage(
      long id,
      long merge,
      String other,
      String ground,
      List<Problem> problems,
      Map<String, String> problem) {}

  private static String form(
      long id, long merge, String other, String ground, Map<String, String> problems, Model model) {
    model.addAttribute(
        "page", new MergePage(id, merge, other, ground, Problem.of(problems), problems));
    return "registry/merge";
  }

  @GetMapping("/registry/people/{id}/merge")
  String mergeForm(@PathVariable long id, Model model) {
    current.require(Permission.MERGE_RESIDENTS);
    return form(id, 0, "", "", Map.of(), model);
  }

  @PostMapping("/registry/people/{id}/merge")
  String merge(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.MERGE_RESIDENTS);
    try {
      if (!other.strip().matches("\\d{10,15}")) {
        throw new Misfilled(Map.of("other", "请写另一份登记的人员编号，10 位数字。"));
      }
      residents.merge(id, Long.parseLong(other.strip()), ground);
      flash.addFlashAttribute("said", "已合并。两个编号都指向这个人，以后可以拆分。");
      return "redirect:/registry/people/" + id;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(id, 0, other, ground, misfilled.problems(), model);
    }
  }

  @GetMapping("/registry/merges/{merge}/split")
  String splitForm(@PathVariable long merge, @RequestParam long person, Model model) {
    current.require(Permission.MERGE_RESIDENTS);
    return form(person, merge, "", "", Map.of(), model);
  }

  @PostMapping("/registry/merges/{merge}/split")
  String split(
      @PathVariable long merge,
      @RequestParam long person,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.MERGE_RESIDENTS);
    try {
      residents.split(merge, ground);
      flash.addFlashAttribute("said", "已拆分。");
      return "redirect:/registry/people/" + person;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(person, merge, "", ground, misfilled.problems(), model);
    }
  }
}
