package org.zhengling.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Delegations;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.store.DelegationViews;
import org.zhengling.platform.access.store.DelegationViews.Delegation;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** Posts lent to others and by others. */
@Controller
class DelegationPages {
  private final Delegations delegations;
  private final DelegationViews views;
  private final CurrentPost current;
  private final BusinessDay day;
  private final Audit audit;

  DelegationPages(
      Delegations delegations,
      DelegationViews views,
      CurrentPost current,
      BusinessDay day,
      Audit audit) {
    this.audit = audit;
    this.delegations = delegations;
    this.views = views;
    this.current = current;
    this.day = day;
  }

  /**
   * A line of the table.
   *
   * @param state 代理中, 未开始, 已结束
   */
  record Line(
      long id,
      String title,
      String areaName,
      String lender,
      String delegate,
      LocalDate from,
      LocalDate lastDay,
      boolean mine,
      String state,
      boolean over) {
    static Line of(Delegation one, LocalDate today) {
      boolean over = one.over(today);
      String state = over ? "已结束" : one.from().isAfter(today) ? "未开始" : "代理中";
      return new Line(
          one.id(),
          one.title(),
          one.areaName(),
          one.lender(),
          one.delegate(),
          one.from(),
          one.lastDay(),
          one.mine(),
          state,
          over);
    }
  }

  /**
   * The page.
   *
   * @param post the post in use, which would be lent
   */
  record DelegationsPage(
      String post,
      List<Line> lines,
      String delegate,
      String from,
      String lastDay,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/delegations")
  String page(Model model) {
    return show("", day.today().toString(), "", Map.of(), model);
  }

  private String show(
      String delegate, String from, String lastDay, Map<String, String> problems, Model model) {
    SignedIn signedIn = current.require(Permission.LEND_POST);
    List<Delegation> shown = views.of(signedIn.personId());
    audit.recordAlone(
        Act.of(ActKind.READ_PEOPLE, "代理")
            .forPurpose("委托代理")
            .concerning(DelegationViews.people(shown)));
    List<Line> lines = shown.stream().map(one -> Line.of(one, day.today())).toList();
    model.addAttribute(
        "page",
        new DelegationsPage(
            signedIn.post().title(),
            lines,
            delegate,
            from,
            lastDay,
            Problem.of(problems),
            problems));
    return "access/delegations";
  }

  @PostMapping("/delegations")
  String lend(
      @RequestParam(defaultValue = "") String delegate,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String lastDay,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate first = TypedDay.read("from", from, problems);
    LocalDate last = TypedDay.read("lastDay", lastDay, problems);
    try {
      if (!problems.isEmpty()) {
        throw new Misfilled(problems);
      }
      delegations.lend(delegate, first, last);
      flash.addFlashAttribute("said", "已委托。到最后一天自己结束，随时可以提前收回。");
      return "redirect:/delegations";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(delegate, from, lastDay, misfilled.problems(), model);
    }
  }

  @PostMapping("/delegations/{id}/end")
  String end(@PathVariable long id, RedirectAttributes flash) {
    delegations.end(id);
    flash.addFlashAttribute("said", "代理已结束，从今天起不再代理。记录还在。");
    return "redirect:/delegations";
  }
}
