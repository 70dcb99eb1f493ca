package org.zhengling.platform.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.registry.Fact;
import org.zhengling.platform.registry.FactKind;
import org.zhengling.platform.registry.Facts;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Membership;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Relation;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;

/** A household: opening it, its members on a day, joining and leaving. */
@Controller
class HouseholdPages {
  private final CurrentPost current;
  private final Households households;
  private final Residents residents;
  private final Facts facts;
  private final AreaChoice areas;
  private final BusinessDay day;

  HouseholdPages(
      CurrentPost current,
      Households households,
      Residents residents,
      Facts facts,
      AreaChoice areas,
      BusinessDay day) {
    this.current = current;
    this.households = households;
    this.residents = residents;
    this.facts = facts;
    this.areas = areas;
    this.day = day;
  }

  /** The form of a new household. */
  record NewPage(
      long head,
      String address,
      String from,
      String ground,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/registry/households/new")
  String form(@RequestParam(defaultValue = "0") long head, Model model) {
    current.require(Permission.ENTER_RESIDENT);
    if (residents.byId(head).isEmpty()) {
      throw nobody();
    }
    model.addAttribute(
        "page", new NewPage(head, "", day.today().toString(), "", List.of(), Map.of()));
    return "registry/new-household";
  }

  private static Refusal nobody() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这个人，或不在您的区划内。", "请回到人员登记重新查找。");
  }

  @PostMapping("/registry/households")
  String open(
      @RequestParam long head,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate first = Typed.day("from", from, problems);
    Resident person = residents.byId(head).orElseThrow(HouseholdPages::nobody);
    try {
      if (first == null) {
        throw new Misfilled(problems);
      }
      long id =
          households.open(new Households.NewHousehold(head, person.area(), address, first, ground));
      flash.addFlashAttribute("said", "已登记家庭，可以添加成员。");
      return "redirect:/registry/households/" + id;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Map<String, String> wrong = misfilled.problems();
      model.addAttribute(
          "page", new NewPage(head, address, from, ground, Problem.of(wrong), wrong));
      return "registry/new-household";
    }
  }

  /** A member of the list; one that went to another county has no name here. */
  record MemberLine(
      long membership, long resident, String name, String relation, String number, String days) {}

  /** Who is to join, as it was typed. */
  record JoinForm(String number, String relation, String from, String ground) {
    JoinForm {
      number = Objects.requireNonNullElse(number, "");
      relation = Objects.requireNonNullElse(relation, "");
      from = Objects.requireNonNullElse(from, "");
      ground = Objects.requireNonNullElse(ground, "");
    }
  }

  /** The page of a household. */
  record HomePage(
      long id,
      String area,
      String address,
      String day,
      List<MemberLine> members,
      List<Relation> relations,
      JoinForm form,
      List<Problem> problems,
      Map<String, String> problem,
      List<String> history,
      boolean mayEnter) {}

  @GetMapping("/registry/households/{id}")
  String household(
      @PathVariable long id,
      @RequestParam(name = "day", defaultValue = "") String asked,
      Model model) {
    current.require(Permission.READ_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate read = asked.isBlank() ? day.today() : Typed.day("day", asked, problems);
    JoinForm empty = new JoinForm("", "", day.today().toString(), "");
    model.addAttribute("page", page(id, read == null ? day.today() : read, empty, problems));
    return "registry/household";
  }

  private HomePage page(long id, LocalDate on, JoinForm form, Map<String, String> problems) {
    Households.Household household =
        households
            .byId(id)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有这个家庭，或不在您的区划内。", "请回到人员登记重新查找。"));
    List<Membership> members = households.members(id, on);
    Map<Long, Resident> people =
        residents
            .look(
                members.stream().map(Membership::resident).toList(), new Look("家庭 " + id, "查看家庭成员"))
            .stream()
            .collect(Collectors.toMap(Resident::id, Function.identity()));
    return new HomePage(
        id,
        areas.name(household.area()),
        facts.on(id, FactKind.ADDRESS, on).map(Fact::value).orElse("没有登记住址"),
        on.toString(),
        members.stream().map(one -> line(one, people)).toList(),
        List.of(Relation.values()),
        form,
        Problem.of(problems),
        problems,
        households.history(id).stream()
            .map(one ->
                "编号 "
                    + one.resident()
                    + "　"
                    + one.relation().chinese()
                    + "　"
                    + days(one.days())
                    + "　依据："
                    + one.ground())
            .toList(),
        current.require().post().may(Permission.ENTER_RESIDENT));
  }

  private static MemberLine line(Membership one, Map<Long, Resident> people) {
    Resident person = people.get(one.resident());
    return new MemberLine(
        one.id(),
        one.resident(),
        person == null ? "已转到外县" : person.name(),
        one.relation().chinese(),
        person == null ? "" : person.maskedNumber(),
        days(one.days()));
  }

  private static String days(DateRange days) {
    LocalDate to = days.to();
    return days.from() + " 起" + (to == null ? "" : "，到 " + to.minusDays(1));
  }

  @PostMapping("/registry/households/{id}/members")
  String join(
      @PathVariable long id,
      @ModelAttribute("typed") JoinForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    long person = person(form.number(), problems);
    LocalDate from = Typed.day("from", form.from(), problems);
    try {
      if (person == 0 || from == null) {
        throw new Misfilled(problems);
      }
      households.join(id, person, relation(form.relation()), from, form.ground());
      flash.addFlashAttribute("said", "已添加成员。");
      return "redirect:/registry/households/" + id;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("page", page(id, day.today(), form, misfilled.problems()));
      return "registry/household";
    }
  }

  private static Relation relation(String text) {
    for (Relation one : Relation.values()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    throw new Misfilled(Map.of("relation", "还没有选与户主关系。"));
  }

  /** By identity number or by our own number; 0 where there is nobody. */
  private long person(String text, Map<String, String> problems) {
    if (text.strip().matches("\\d{10,15}")) {
      return Long.parseLong(text.strip());
    }
    IdNumber number = Typed.number(text, problems);
    if (number == null) {
      return 0;
    }
    return switch (residents.whoHolds(number).orElse(null)) {
      case null -> {
        problems.put("number", "这个身份证号还没有登记，请先登记人员。");
        yield 0L;
      }
      case NumberAnswer.HeldHere(long resident) -> resident;
      case NumberAnswer.HeldElsewhere(String county) -> {
        problems.put("number", "这个身份证号在" + county + "登记，请先在“转入申请”里申请。");
        yield 0L;
      }
    };
  }

  /** The form of an ending. */
  record EndPage(
      long id,
      long household,
      String standing,
      String to,
      String ground,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/registry/memberships/{id}")
  String endForm(@PathVariable long id, Model model) {
    current.require(Permission.ENTER_RESIDENT);
    return endForm(membership(id), "", "", Map.of(), model);
  }

  private Membership membership(long id) {
    return households
        .membership(id)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个成员关系，或不在您的区划内。", "请回到家庭页。"));
  }

  private static String endForm(
      Membership one, String to, String ground, Map<String, String> problems, Model model) {
    String standing =
        "编号 " + one.resident() + "，" + one.relation().chinese() + "，" + days(one.days()) + "。";
    model.addAttribute(
        "page",
        new EndPage(
            one.id(), one.household(), standing, to, ground, Problem.of(problems), problems));
    return "registry/membership";
  }

  @PostMapping("/registry/memberships/{id}")
  String end(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Membership before = membership(id);
    Map<String, String> problems = new LinkedHashMap<>();
    try {
      if (act.equals("withdraw")) {
        households.withdraw(id, ground);
      } else {
        LocalDate day = Typed.day("to", to, problems);
        if (day == null) {
          throw new Misfilled(problems);
        }
        households.leave(id, day, ground);
      }
      flash.addFlashAttribute("said", "已登记成员变动。");
      return "redirect:/registry/households/" + before.household();
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return endForm(before, to, ground, misfilled.problems(), model);
    }
  }
}
