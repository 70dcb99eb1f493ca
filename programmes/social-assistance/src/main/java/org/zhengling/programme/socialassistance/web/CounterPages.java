package org.zhengling.programme.socialassistance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Membership;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.programme.socialassistance.rules.Extra;
import org.zhengling.programme.socialassistance.rules.Relative;
import org.zhengling.programme.socialassistance.work.Applications;
import org.zhengling.programme.socialassistance.work.ConsentText;
import org.zhengling.programme.socialassistance.work.Intake;
import org.zhengling.programme.socialassistance.work.Investigation;

/** The counter of a township: find the household, and take its application. */
@Controller
class CounterPages {
  private static final Look LOOK = new Look("低保申请", "受理最低生活保障申请");

  private final CurrentPost current;
  private final Residents residents;
  private final Households households;
  private final Applications applications;
  private final Investigation investigation;
  private final FormMarks marks;
  private final BusinessDay day;

  CounterPages(
      CurrentPost current,
      Residents residents,
      Households households,
      Applications applications,
      Investigation investigation,
      FormMarks marks,
      BusinessDay day) {
    this.current = current;
    this.residents = residents;
    this.households = households;
    this.applications = applications;
    this.investigation = investigation;
    this.marks = marks;
    this.day = day;
  }

  /** Somebody of the household, as the form lists them. */
  record Row(long person, String name, String number, int age, String relation) {}

  /** A choice of a list. */
  record Option(String code, String words) {}

  /** The page. */
  record Page(
      long household,
      String about,
      List<Row> rows,
      List<Option> relations,
      List<Option> upkeeps,
      List<Option> extras,
      List<String> papers,
      String consentVersion,
      String consentWords,
      UUID mark,
      Map<String, String> typed,
      Map<String, String> problems) {
    /** What stands in a field. */
    public String typed(String field, String otherwise) {
      return typed.getOrDefault(field, otherwise);
    }
  }

  /** The page on which a household is looked for. */
  record Search(String number, String problem) {}

  @GetMapping("/assistance/apply")
  String form(@RequestParam(defaultValue = "0") long household, Model model) {
    current.require(Permission.ACCEPT_CASE);
    if (household == 0) {
      model.addAttribute("search", new Search("", ""));
      return "socialassistance/find";
    }
    return page(household, marks.next(), Map.of(), Map.of(), model);
  }

  /** By the number of anybody in it; the number is sent, not shown in an address. */
  @PostMapping("/assistance/apply/find")
  String find(
      @RequestParam(defaultValue = "") String number, Model model, RedirectAttributes flash) {
    current.require(Permission.ACCEPT_CASE);
    Identity.OfPerson read = IdNumber.read(number);
    String problem =
        switch (read) {
          case Identity.Invalid invalid -> invalid.reason() + "。";
          case IdNumber id -> {
            Optional<Long> household = householdOf(id);
            if (household.isPresent()) {
              flash.addAttribute("household", household.get());
              yield "";
            }
            yield "这个号码还没有登记到您区划内的家庭。请先在人员登记里登记本人和家庭。";
          }
        };
    if (problem.isEmpty()) {
      return "redirect:/assistance/apply";
    }
    model.addAttribute("search", new Search(number, problem));
    return "socialassistance/find";
  }

  private Optional<Long> householdOf(IdNumber id) {
    return residents
        .whoHolds(id)
        .flatMap(held ->
            switch (held) {
              case NumberAnswer.HeldHere(long resident) -> households.of(resident, day.today());
              case NumberAnswer.HeldElsewhere _ -> Optional.empty();
            })
        .map(Membership::household);
  }

  private String page(
      long household,
      UUID mark,
      Map<String, String> typed,
      Map<String, String> problems,
      Model model) {
    List<Membership> members = households.members(household, day.today());
    if (members.isEmpty()) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有这个家庭，或它不在您的区划内。", "请重新查找。");
    }
    Map<Long, Resident> named = named(members);
    List<Row> rows =
        members.stream()
            .map(one -> row(one, named.get(one.resident())))
            .flatMap(Optional::stream)
            .toList();
    model.addAttribute(
        "page",
        new Page(
            household,
            rows.getFirst().name() + "户",
            rows,
            options(Relative.Relation.values(), Relative.Relation::chinese),
            options(Relative.Upkeep.values(), Relative.Upkeep::chinese),
            options(new Extra[] {Extra.SEVERELY_DISABLED, Extra.SERIOUSLY_ILL}, Extra::chinese),
            investigation.papersThatMayBeAsked().stream().map(one -> one.chinese()).toList(),
            ConsentText.VERSION,
            ConsentText.WORDS,
            mark,
            typed,
            problems));
    return "socialassistance/apply";
  }

  private Map<Long, Resident> named(List<Membership> members) {
    return residents.look(members.stream().map(Membership::resident).toList(), LOOK).stream()
        .collect(Collectors.toMap(Resident::id, Function.identity()));
  }

  private Optional<Row> row(Membership member, @org.jspecify.annotations.Nullable Resident who) {
    if (who == null) {
      return Optional.empty();
    }
    LocalDate born = who.birthDate();
    int age = born == null ? 0 : born.until(day.today()).getYears();
    return Optional.of(
        new Row(who.id(), who.name(), who.maskedNumber(), age, relation(member).name()));
  }

  /** What the register says, as seen from the head of the household, who applies. */
  private static Relative.Relation relation(Membership member) {
    return switch (member.relation()) {
      case HEAD -> Relative.Relation.APPLICANT;
      case SPOUSE -> Relative.Relation.SPOUSE;
      case CHILD -> Relative.Relation.CHILD;
      case PARENT -> Relative.Relation.PARENT;
      case CHILD_IN_LAW, PARENT_IN_LAW, GRANDCHILD, GRANDPARENT, SIBLING, OTHER_RELATIVE ->
          Relative.Relation.BOUND_BY_DUTY;
      case NOT_RELATED -> Relative.Relation.UNBOUND;
    };
  }

  private static <E extends Enum<E>> List<Option> options(E[] all, Function<E, String> words) {
    List<Option> options = new ArrayList<>();
    for (E one : all) {
      options.add(new Option(one.name(), words.apply(one)));
    }
    return options;
  }

  @PostMapping(path = "/assistance/apply", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String apply(
      @RequestParam long household,
      @RequestParam String mark,
      @RequestParam MultiValueMap<String, String> fields,
      MultipartHttpServletRequest files,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ACCEPT_CASE);
    Map<String, String> typed = new LinkedHashMap<>(fields.toSingleValueMap());
    Map<String, MultipartFile> papers = files.getFileMap();
    try {
      CaseFile file = applications.accept(intake(household, FormMarks.read(mark), typed, papers));
      flash.addFlashAttribute("said", "已受理，编号 " + file.number() + "。时限从明天起算。");
      flash.addAttribute("id", file.id());
      return "redirect:/assistance/case";
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(household, FormMarks.read(mark), typed, misfilled.problems(), model);
    }
  }

  private Intake intake(
      long household, UUID mark, Map<String, String> typed, Map<String, MultipartFile> papers) {
    List<Membership> members = households.members(household, day.today());
    String area =
        households
            .byId(household)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个家庭，或它不在您的区划内。", "请重新查找。"))
            .area();
    Map<Long, Resident> named = named(members);
    DeclarationForm form = new DeclarationForm(typed, day.today());
    return new Intake(
        mark,
        area,
        Optional.ofNullable(named.get(members.getFirst().resident()))
                .map(Resident::name)
                .orElse("申请")
            + "户",
        form.declaration(household, form.residence(), named),
        form.consents(named.keySet(), papers),
        Optional.ofNullable(papers.get("commitment"))
            .map(AllowancePages::scan)
            .orElseGet(
                () -> new org.zhengling.programme.socialassistance.work.Scan("", new byte[0])),
        Intake.Origin.REAL);
  }
}
