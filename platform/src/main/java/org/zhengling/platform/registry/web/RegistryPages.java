package org.zhengling.platform.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.NewResident;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Proof;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.platform.registry.WithoutNumber;

/**
 * Finding somebody by number or name, and entering somebody. What is asked stays out of addresses.
 */
@Controller
class RegistryPages {
  private final CurrentPost current;
  private final Residents residents;
  private final AreaChoice areas;

  RegistryPages(CurrentPost current, Residents residents, AreaChoice areas) {
    this.current = current;
    this.residents = residents;
    this.areas = areas;
  }

  /** Somebody found. */
  record Line(long id, String name, String number, String area, boolean sample) {}

  /**
   * The page for finding.
   *
   * @param asked absent before anything was asked
   * @param elsewhere county where the number is registered, or absent
   */
  record FindPage(
      String number,
      String name,
      String numberProblem,
      String nameProblem,
      @Nullable String asked,
      List<Line> found,
      @Nullable String elsewhere,
      boolean mayEnter) {}

  @GetMapping("/registry")
  String find(Model model) {
    current.require(Permission.READ_RESIDENT);
    return found(new FindPage("", "", "", "", null, List.of(), null, mayEnter()), model);
  }

  private boolean mayEnter() {
    return current.require().post().may(Permission.ENTER_RESIDENT);
  }

  private static String found(FindPage page, Model model) {
    model.addAttribute("page", page);
    return "registry/find";
  }

  @PostMapping("/registry/find/number")
  String byNumber(
      @RequestParam(defaultValue = "") String number, Model model, HttpServletResponse response) {
    current.require(Permission.READ_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    IdNumber read = Typed.number(number, problems);
    if (read == null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = problems.getOrDefault("number", "");
      return found(new FindPage(number, "", problem, "", null, List.of(), null, mayEnter()), model);
    }
    String county = null;
    List<Line> lines = List.of();
    NumberAnswer.Held held = residents.whoHolds(read).orElse(null);
    switch (held) {
      case null -> lines = List.of();
      case NumberAnswer.HeldHere(long resident) ->
          lines = lines(residents.look(List.of(resident), new Look("查找居民", "按身份证号查找")));
      case NumberAnswer.HeldElsewhere(String name) -> county = name;
    }
    return found(
        new FindPage(number, "", "", "", "身份证号 " + read.masked(), lines, county, mayEnter()),
        model);
  }

  @PostMapping("/registry/find/name")
  String byName(
      @RequestParam(defaultValue = "") String name, Model model, HttpServletResponse response) {
    current.require(Permission.READ_RESIDENT);
    if (name.strip().length() < 2) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return found(
          new FindPage("", name, "", "请写完整的姓名，只按全名查找。", null, List.of(), null, mayEnter()), model);
    }
    List<Resident> named = residents.named(name, new Look("查找居民", "按姓名查找"));
    return found(
        new FindPage("", name, "", "", "姓名“" + name.strip() + "”", lines(named), null, mayEnter()),
        model);
  }

  private List<Line> lines(List<Resident> residents) {
    return residents.stream()
        .map(one ->
            new Line(
                one.id(),
                one.name(),
                one.maskedNumber(),
                areas.name(one.area()),
                one.origin() == NewResident.Origin.SAMPLE))
        .toList();
  }

  /**
   * The form of a new person.
   *
   * @param here who has the number already, or absent
   * @param elsewhere county where the number is registered, or absent
   */
  record EnterPage(
      Typed.Who who,
      List<WithoutNumber> reasons,
      List<AreaChoice.Group> areas,
      List<Problem> problems,
      Map<String, String> problem,
      @Nullable Long here,
      @Nullable String elsewhere) {}

  @GetMapping("/registry/people/new")
  String form(Model model) {
    current.require(Permission.ENTER_RESIDENT);
    return form(Typed.Who.empty(), Map.of(), null, null, model);
  }

  private String form(
      Typed.Who who,
      Map<String, String> problems,
      @Nullable Long here,
      @Nullable String elsewhere,
      Model model) {
    model.addAttribute(
        "page",
        new EnterPage(
            who,
            List.of(WithoutNumber.values()),
            areas.groups(),
            Problem.of(problems),
            problems,
            here,
            elsewhere));
    return "registry/enter";
  }

  @PostMapping("/registry/people")
  String enter(
      @ModelAttribute("typed") Typed.Who who,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    Proof proof = Typed.proof(who, problems);
    if (who.area().isBlank()) {
      problems.put("area", "还没有选区划。");
    }
    try {
      if (proof == null || !problems.isEmpty()) {
        throw new Misfilled(problems);
      }
      NewResident.Naming naming =
          who.called().isBlank() ? NewResident.Naming.NAME : NewResident.Naming.CALLED_MEANWHILE;
      NumberAnswer answer =
          residents.enter(
              new NewResident(
                  who.name(), naming, proof, who.area(), who.source(), NewResident.Origin.REAL));
      return switch (answer) {
        case NumberAnswer.Accepted(long resident) -> {
          flash.addFlashAttribute("said", "已登记。");
          yield "redirect:/registry/people/" + resident;
        }
        case NumberAnswer.HeldHere(long resident) -> {
          response.setStatus(HttpStatus.CONFLICT.value());
          yield form(who, Map.of(), resident, null, model);
        }
        case NumberAnswer.HeldElsewhere(String county) -> {
          response.setStatus(HttpStatus.CONFLICT.value());
          yield form(who, Map.of(), null, county, model);
        }
      };
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(who, misfilled.problems(), null, null, model);
    }
  }
}
