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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.audit.AuditWords;
import org.zhengling.platform.registry.MoveRequest;
import org.zhengling.platform.registry.Moves;

/** Asking another county to hand somebody over, and answering such requests. */
@Controller
class MovePages {
  private final CurrentPost current;
  private final Moves moves;
  private final AreaChoice areas;

  MovePages(CurrentPost current, Moves moves, AreaChoice areas) {
    this.current = current;
    this.moves = moves;
    this.areas = areas;
  }

  /**
   * A request of the list.
   *
   * @param mine this post may answer it
   */
  record Line(
      long id,
      long resident,
      String asked,
      String from,
      String to,
      String ground,
      @Nullable String answer,
      boolean mine) {}

  /** The page. */
  record MovesPage(
      List<Line> requests,
      String number,
      String area,
      String ground,
      List<AreaChoice.Group> areas,
      List<Problem> problems,
      Map<String, String> problem,
      boolean mayEnter) {}

  @GetMapping("/registry/moves")
  String list(Model model) {
    current.require(Permission.READ_RESIDENT);
    return page("", "", "", Map.of(), model);
  }

  private String page(
      String number, String area, String ground, Map<String, String> problems, Model model) {
    boolean mayEnter = current.require().post().may(Permission.ENTER_RESIDENT);
    model.addAttribute(
        "page",
        new MovesPage(
            moves.inScope().stream().map(one -> line(one, mayEnter)).toList(),
            number,
            area,
            ground,
            areas.groups(),
            Problem.of(problems),
            problems,
            mayEnter));
    return "registry/moves";
  }

  private Line line(MoveRequest one, boolean mayEnter) {
    MoveRequest.Answer answer = one.answer();
    return new Line(
        one.id(),
        one.resident(),
        AuditWords.moment(one.askedAt()).substring(0, 16) + "　" + one.askedPost(),
        areas.name(one.fromArea()),
        areas.name(one.toArea()),
        one.ground(),
        answer == null ? null : answer.chinese() + "：" + one.answerGround(),
        answer == null && mayEnter && moves.isMine(one));
  }

  @PostMapping("/registry/moves")
  String ask(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    IdNumber read = Typed.number(number, problems);
    try {
      if (read == null) {
        throw new Misfilled(problems);
      }
      long id = moves.ask(read, area, ground);
      flash.addFlashAttribute("said", "已申请，第 " + id + " 号，等登记地答复。");
      return "redirect:/registry/moves";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(number, area, ground, misfilled.problems(), model);
    }
  }

  @PostMapping("/registry/moves/{id}/answer")
  String answer(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    try {
      if (answer.equals(MoveRequest.Answer.AGREED.name())) {
        moves.agree(id, ground);
      } else {
        moves.decline(id, ground);
      }
      flash.addFlashAttribute("said", "已答复第 " + id + " 号申请。");
      return "redirect:/registry/moves";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page("", "", "", Map.of("ground-" + id, "答复要写依据。"), model);
    }
  }
}
