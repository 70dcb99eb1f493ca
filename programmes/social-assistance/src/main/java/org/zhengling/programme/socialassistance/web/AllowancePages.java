package org.zhengling.programme.socialassistance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.AllowanceCase.Step;
import org.zhengling.programme.socialassistance.rules.Appraisal;
import org.zhengling.programme.socialassistance.rules.Paper;
import org.zhengling.programme.socialassistance.rules.Recheck;
import org.zhengling.programme.socialassistance.work.AllowanceFile;
import org.zhengling.programme.socialassistance.work.AllowanceFiles;
import org.zhengling.programme.socialassistance.work.Decisions;
import org.zhengling.programme.socialassistance.work.HouseholdCheck;
import org.zhengling.programme.socialassistance.work.Investigation;
import org.zhengling.programme.socialassistance.work.Publicity;
import org.zhengling.programme.socialassistance.work.Scan;
import org.zhengling.programme.socialassistance.work.Survey;

/** One case: what is known, what the rules say, and what may be done next. */
@Controller
class AllowancePages {
  private final CurrentPost current;
  private final AllowanceFiles files;
  private final AllowanceShow show;
  private final HouseholdCheck check;
  private final Investigation investigation;
  private final Publicity publicity;
  private final Decisions decisions;
  private final FormMarks marks;
  private final BusinessDay day;

  AllowancePages(
      CurrentPost current,
      AllowanceFiles files,
      AllowanceShow show,
      HouseholdCheck check,
      Investigation investigation,
      Publicity publicity,
      Decisions decisions,
      FormMarks marks,
      BusinessDay day) {
    this.current = current;
    this.files = files;
    this.show = show;
    this.check = check;
    this.investigation = investigation;
    this.publicity = publicity;
    this.decisions = decisions;
    this.marks = marks;
    this.day = day;
  }

  /** What of the acts stands on the page for this post in this state. */
  record Doing(
      boolean check,
      boolean askPapers,
      boolean bringPapers,
      boolean survey,
      boolean appraise,
      boolean post,
      boolean publicity,
      boolean decide,
      boolean deliver,
      boolean letter,
      boolean receipt) {}

  /** What was typed and is kept when it was refused. */
  record Typed(String note, String found, String surveyors, String problem) {
    static final Typed NOTHING = new Typed("", "", "", "");
  }

  /** The page. */
  record Page(
      AllowanceFile file,
      AllowanceShow.View view,
      Doing doing,
      List<Paper> papers,
      List<Recheck> rechecks,
      String today,
      UUID mark,
      Typed typed) {}

  @GetMapping("/assistance/case")
  String one(@RequestParam long id, Model model) {
    current.require(Permission.READ_RESIDENT);
    return page(id, Typed.NOTHING, model);
  }

  private String page(long id, Typed typed, Model model) {
    AllowanceFile file = files.of(id);
    model.addAttribute(
        "page",
        new Page(
            file,
            show.view(file),
            doing(file),
            investigation.papersThatMayBeAsked(),
            List.of(Recheck.values()),
            day.today().toString(),
            marks.next(),
            typed));
    return "socialassistance/case";
  }

  private Doing doing(AllowanceFile file) {
    Post post = current.require().post();
    AllowanceCase state = file.state();
    boolean undecided = state instanceof AllowanceCase.Undecided;
    boolean handles = post.may(Permission.HANDLE_CASE);
    boolean investigating = state instanceof AllowanceCase.Investigating;
    boolean awaiting = state instanceof AllowanceCase.AwaitingPapers;
    return new Doing(
        undecided && !awaiting && post.may(Permission.ASK_SOURCES),
        investigating && post.may(Permission.ACCEPT_CASE),
        awaiting && post.may(Permission.ACCEPT_CASE),
        handles && (lacks(state, Step.SURVEY) || lacks(state, Step.COUNTY_VISIT)),
        handles && lacks(state, Step.APPRAISAL),
        handles && state instanceof AllowanceCase.Investigating now && now.missing().isEmpty(),
        handles && state instanceof AllowanceCase.OnNotice,
        state instanceof AllowanceCase.ToDecide && post.may(Permission.DECIDE_CASE),
        state instanceof AllowanceCase.RefusalToDeliver
            && (handles || post.may(Permission.DECIDE_CASE)),
        file.decision() != null,
        undecided && (handles || post.may(Permission.ACCEPT_CASE)));
  }

  private static boolean lacks(AllowanceCase state, Step step) {
    return switch (state) {
      case AllowanceCase.Investigating now -> now.missing().contains(step);
      case AllowanceCase.ToDecide now -> now.missing().contains(step);
      case AllowanceCase.AwaitingPapers _,
          AllowanceCase.OnNotice _,
          AllowanceCase.InPayment _,
          AllowanceCase.RefusalToDeliver _,
          AllowanceCase.RefusalKnown _,
          AllowanceCase.TakenBack _ ->
          false;
    };
  }

  @PostMapping("/assistance/case/check")
  String check(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> check.check(new HouseholdCheck.Order(id, version, FormMarks.read(mark))),
        "已向各来源询问，结果在“核对结果”里。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/papers")
  String askForPapers(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      @RequestParam(defaultValue = "") List<String> papers,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    List<Paper> asked =
        Arrays.stream(Paper.values()).filter(one -> papers.contains(one.name())).toList();
    return done(
        id,
        () -> investigation.askForPapers(id, version, FormMarks.read(mark), asked),
        "已通知补正，时限从今天起中止。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/papers-brought")
  String bringPapers(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      @RequestParam List<MultipartFile> papers,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> investigation.bringPapers(id, version, FormMarks.read(mark), scans(papers)),
        "已收下补正材料，时限继续计算。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/survey")
  String survey(
      @RequestParam long id,
      @RequestParam String mark,
      @RequestParam String on,
      @RequestParam(defaultValue = "") String surveyors,
      @RequestParam(defaultValue = "") String found,
      @RequestParam List<MultipartFile> photos,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () ->
            investigation.survey(
                id,
                new Survey(
                    FormMarks.read(mark),
                    typedDay(on),
                    List.of(surveyors.strip().split("[、，,；;\\s]+")),
                    found,
                    List.of()),
                scans(photos)),
        "已记下入户调查。",
        new Typed("", found, surveyors, ""),
        new Out(model, response, flash));
  }

  private static LocalDate typedDay(String text) {
    if (!text.strip().matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw new Misfilled(java.util.Map.of("on", "日期要写成 2020-12-18 这样。"));
    }
    return LocalDate.parse(text.strip());
  }

  @PostMapping("/assistance/case/appraisal")
  String appraise(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      @RequestParam int present,
      @RequestParam int residents,
      @RequestParam int agreed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> {
          if (present < 1
              || residents < 0
              || agreed < 0
              || residents > present
              || agreed > present) {
            throw new Misfilled(java.util.Map.of("present", "到会人数要不少于村民代表数和同意数，请核对。"));
          }
          return investigation.appraise(
              id, version, FormMarks.read(mark), new Appraisal(present, residents, agreed));
        },
        "已记下民主评议。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/notice")
  String post(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> publicity.post(id, version, FormMarks.read(mark)),
        "已公示。公示期间时限不计。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/notice-ended")
  String endNotice(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> publicity.end(id, version, FormMarks.read(mark)),
        "公示期满，没有异议，可以作出决定。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/objection")
  String object(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> publicity.object(id, version, FormMarks.read(mark), note),
        "已记下异议，公示停止，请重新入户调查和评议。",
        new Typed(note, "", "", ""),
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/decision")
  String decide(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "STABLE") Recheck recheck,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () ->
            switch (outcome) {
              case "grant" -> decisions.grant(id, version, FormMarks.read(mark), recheck, note);
              case "refuse" -> decisions.refuse(id, version, FormMarks.read(mark), note);
              default -> throw new Misfilled(java.util.Map.of("outcome", "请选一个决定。"));
            },
        "已作出决定。",
        new Typed(note, "", "", ""),
        new Out(model, response, flash));
  }

  @PostMapping("/assistance/case/delivered")
  String deliver(
      @RequestParam long id,
      @RequestParam int version,
      @RequestParam String mark,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return done(
        id,
        () -> decisions.deliver(id, version, FormMarks.read(mark)),
        "已记下送达。",
        Typed.NOTHING,
        new Out(model, response, flash));
  }

  /** Where an answer goes. */
  private record Out(Model model, HttpServletResponse response, RedirectAttributes flash) {}

  /**
   * Does the act and goes back to the case; what was refused stands on the page with what was
   * typed.
   */
  private String done(long id, Supplier<?> act, String said, Typed typed, Out out) {
    current.require(Permission.READ_RESIDENT);
    String problem = refused(act);
    if (problem == null) {
      out.flash().addFlashAttribute("said", said);
      out.flash().addAttribute("id", id);
      return "redirect:/assistance/case";
    }
    out.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(
        id, new Typed(typed.note(), typed.found(), typed.surveyors(), problem), out.model());
  }

  /** What is refused for what was given, or for what others did meanwhile, is told on the page. */
  private static @Nullable String refused(Supplier<?> act) {
    try {
      var _ = act.get();
      return null;
    } catch (Misfilled misfilled) {
      return "没有提交。" + String.join("", misfilled.problems().values()) + "您写的都保留着。";
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.ABSENT || refusal.kind() == Refusal.Kind.OUTSIDE) {
        throw refusal;
      }
      return refusal.happened() + refusal.kept() + refusal.todo();
    }
  }

  static List<Scan> scans(List<MultipartFile> files) {
    return files.stream().map(AllowancePages::scan).toList();
  }

  static Scan scan(MultipartFile file) {
    try {
      String name = file.getOriginalFilename();
      return new Scan(name == null ? "" : name, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the upload was cut off", e);
    }
  }
}
