package org.zhengling.platform.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.audit.AuditReading;
import org.zhengling.platform.audit.AuditWords;
import org.zhengling.platform.registry.Fact;
import org.zhengling.platform.registry.FactKind;
import org.zhengling.platform.registry.Facts;
import org.zhengling.platform.registry.Households;
import org.zhengling.platform.registry.Identification;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Membership;
import org.zhengling.platform.registry.NewResident.Naming;
import org.zhengling.platform.registry.NewResident.Origin;
import org.zhengling.platform.registry.NumberAnswer;
import org.zhengling.platform.registry.Proof;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;
import org.zhengling.platform.registry.WithoutNumber;

/** One person: who, facts with their sources, households, history, who looked; corrections. */
@Controller
class PersonPages {
  private static final Look LOOK = new Look("人员登记", "查看人员登记");
  private static final List<FactKind> WRITTEN_HERE =
      List.of(FactKind.PHONE, FactKind.ADDRESS, FactKind.BANK_ACCOUNT);

  private final CurrentPost current;
  private final Residents residents;
  private final Facts facts;
  private final Households households;
  private final AuditReading audit;
  private final AreaChoice areas;
  private final BusinessDay day;

  PersonPages(
      CurrentPost current,
      Residents residents,
      Facts facts,
      Households households,
      AuditReading audit,
      AreaChoice areas,
      BusinessDay day) {
    this.current = current;
    this.residents = residents;
    this.facts = facts;
    this.households = households;
    this.audit = audit;
    this.areas = areas;
    this.day = day;
  }

  /** A fact of the list; bank accounts and phones show their ends alone. */
  record FactLine(
      long id,
      String kind,
      String value,
      String days,
      String source,
      String ground,
      String entered,
      boolean standing,
      boolean correctable) {}

  /** A name and number as it was known. */
  record KnownLine(String name, String number, String source, String ground, String when) {}

  /** A membership of the list. */
  record HomeLine(long household, String relation, String days, boolean current) {}

  /** Somebody looked. */
  record SeenLine(String when, String post, String purpose) {}

  /** A merge that this person took part in. */
  record MergeLine(long id, long other, String said, boolean parted) {}

  /** The form of a fact, kept when it is refused. */
  record FactForm(String kind, String value, String from, String source) {}

  /** The page. */
  record PersonPage(
      long id,
      String name,
      String number,
      String birth,
      String area,
      boolean sample,
      boolean calledMeanwhile,
      List<FactLine> facts,
      List<FactKind> kinds,
      FactForm form,
      List<Problem> problems,
      Map<String, String> problem,
      List<HomeLine> homes,
      List<KnownLine> known,
      List<MergeLine> merges,
      List<SeenLine> seen,
      boolean mayEnter,
      boolean mayMerge) {}

  @GetMapping("/registry/people/{id}")
  String person(@PathVariable long id, Model model) {
    current.require(Permission.READ_RESIDENT);
    Resident resident = look(id);
    FactForm empty = new FactForm("", "", day.today().toString(), "");
    model.addAttribute("page", page(resident, empty, Map.of()));
    return "registry/person";
  }

  private Resident look(long id) {
    return residents.look(List.of(id), LOOK).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个人，或不在您的区划内。", "请回到人员登记重新查找。"));
  }

  private PersonPage page(Resident resident, FactForm form, Map<String, String> problems) {
    LocalDate birth = resident.birthDate();
    boolean mayEnter = current.require().post().may(Permission.ENTER_RESIDENT);
    return new PersonPage(
        resident.id(),
        resident.name(),
        resident.maskedNumber(),
        birth == null ? "" : birth.getYear() + " 年生",
        areas.name(resident.area()),
        resident.origin() == Origin.SAMPLE,
        resident.naming() == Naming.CALLED_MEANWHILE,
        facts.history(resident.id()).stream().map(fact -> line(fact, mayEnter)).toList(),
        WRITTEN_HERE,
        form,
        Problem.of(problems),
        problems,
        households.historyOf(resident.id()).stream().map(this::line).toList(),
        residents.history(resident.id()).stream().map(PersonPages::line).toList(),
        merges(resident.id()),
        seen(resident.id()),
        mayEnter,
        current.require().post().may(Permission.MERGE_RESIDENTS));
  }

  private static FactLine line(Fact fact, boolean mayEnter) {
    boolean ours = WRITTEN_HERE.stream().anyMatch(kind -> kind.name().equals(fact.kind()));
    return new FactLine(
        fact.id(),
        fact.chinese(),
        shown(fact),
        days(fact.days()),
        fact.source(),
        fact.ground(),
        AuditWords.moment(fact.enteredAt()).substring(0, 16) + "　" + fact.enteredPost(),
        fact.standing(),
        mayEnter && ours && fact.standing());
  }

  private static String shown(Fact fact) {
    boolean digits =
        fact.kind().equals(FactKind.PHONE.name())
            || fact.kind().equals(FactKind.BANK_ACCOUNT.name());
    String value = fact.value();
    return digits && value.length() > 7
        ? value.substring(0, 3) + "****" + value.substring(value.length() - 4)
        : value;
  }

  private static String days(DateRange days) {
    LocalDate to = days.to();
    return days.from() + " 起" + (to == null ? "" : "，到 " + to.minusDays(1));
  }

  private HomeLine line(Membership one) {
    return new HomeLine(
        one.household(),
        one.relation().chinese(),
        days(one.days()),
        one.days().contains(day.today()));
  }

  private static KnownLine line(Residents.Known known) {
    return new KnownLine(
        known.name(),
        known.maskedNumber(),
        known.source(),
        known.ground(),
        AuditWords.moment(known.enteredAt()).substring(0, 16) + "　" + known.enteredPost());
  }

  private List<MergeLine> merges(long id) {
    return residents.merges(id).stream()
        .map(merge ->
            new MergeLine(
                merge.id(),
                merge.kept() == id ? merge.dropped() : merge.kept(),
                merge.dropped()
                    + " 并入 "
                    + merge.kept()
                    + "，依据："
                    + merge.ground()
                    + (merge.splitGround() == null ? "" : "；已拆分，依据：" + merge.splitGround()),
                merge.splitAt() != null))
        .toList();
  }

  private List<SeenLine> seen(long id) {
    return audit.looksAt(residents.allOf(id)).stream()
        .map(look ->
            new SeenLine(
                AuditWords.moment(look.at()).substring(0, 16),
                look.post(),
                look.purpose() + (look.caseNumber() == null ? "" : "，" + look.caseNumber())))
        .toList();
  }

  @PostMapping("/registry/people/{id}/facts")
  String addFact(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String source,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<FactKind> chosen =
        WRITTEN_HERE.stream().filter(one -> one.name().equals(kind)).findFirst();
    if (chosen.isEmpty()) {
      problems.put("kind", "还没有选登记什么。");
    }
    LocalDate first = Typed.day("from", from, problems);
    try {
      if (chosen.isEmpty() || first == null) {
        throw new Misfilled(problems);
      }
      facts.record(id, chosen.get(), value, new DateRange(first, null), source);
      flash.addFlashAttribute("said", "已登记" + chosen.get().chinese() + "。原来的留在历史里。");
      return "redirect:/registry/people/" + id;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      FactForm form = new FactForm(kind, value, from, source);
      model.addAttribute("page", page(look(id), form, misfilled.problems()));
      return "registry/person";
    }
  }

  /** The form that puts a fact right. */
  record CorrectFactPage(
      long person,
      long id,
      String kind,
      String value,
      String from,
      String source,
      String ground,
      List<Problem> problems,
      Map<String, String> problem) {}

  @GetMapping("/registry/facts/{fact}")
  String factForm(@PathVariable long fact, @RequestParam long id, Model model) {
    current.require(Permission.ENTER_RESIDENT);
    Fact before = fact(id, fact);
    return factForm(
        before, id, before.value(), before.days().from().toString(), "", "", Map.of(), model);
  }

  private Fact fact(long person, long fact) {
    Resident resident = look(person);
    return facts.history(resident.id()).stream()
        .filter(one ->
            one.id() == fact && WRITTEN_HERE.stream().anyMatch(k -> k.name().equals(one.kind())))
        .findFirst()
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这项资料，或不由窗口更正。", "请回到人员页重新打开。"));
  }

  private static String factForm(
      Fact before,
      long person,
      String value,
      String from,
      String source,
      String ground,
      Map<String, String> problems,
      Model model) {
    model.addAttribute(
        "page",
        new CorrectFactPage(
            person,
            before.id(),
            before.chinese(),
            value,
            from,
            source,
            ground,
            Problem.of(problems),
            problems));
    return "registry/correct-fact";
  }

  @PostMapping("/registry/facts/{fact}")
  String correctFact(
      @PathVariable long fact,
      @RequestParam long id,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Fact before = fact(id, fact);
    FactKind kind =
        WRITTEN_HERE.stream()
            .filter(one -> one.name().equals(before.kind()))
            .findFirst()
            .orElseThrow();
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate first = Typed.day("from", from, problems);
    try {
      if (first == null) {
        throw new Misfilled(problems);
      }
      facts.correct(fact, kind, value, new DateRange(first, null), source, ground);
      flash.addFlashAttribute("said", "已更正。原来的一行还在。");
      return "redirect:/registry/people/" + id;
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return factForm(before, id, value, from, source, ground, misfilled.problems(), model);
    }
  }

  /**
   * The form that puts name or number right.
   *
   * @param here who has the number already, or absent
   * @param elsewhere county where the number is registered, or absent
   */
  record CorrectPage(
      long id,
      Typed.Who who,
      List<WithoutNumber> reasons,
      List<Problem> problems,
      Map<String, String> problem,
      @Nullable Long here,
      @Nullable String elsewhere) {}

  @GetMapping("/registry/people/{id}/correct")
  String correctForm(@PathVariable long id, Model model) {
    current.require(Permission.ENTER_RESIDENT);
    Resident resident = look(id);
    String without = resident.proof() instanceof Proof.Without(WithoutNumber why) ? why.name() : "";
    String number = resident.number() == null ? "" : resident.number().text();
    Typed.Who who = new Typed.Who(resident.name(), number, without, "", "", "", "");
    return correctForm(resident.id(), who, Map.of(), null, null, model);
  }

  private static String correctForm(
      long id,
      Typed.Who who,
      Map<String, String> problems,
      @Nullable Long here,
      @Nullable String elsewhere,
      Model model) {
    model.addAttribute(
        "page",
        new CorrectPage(
            id,
            who,
            List.of(WithoutNumber.values()),
            Problem.of(problems),
            problems,
            here,
            elsewhere));
    return "registry/correct";
  }

  @PostMapping("/registry/people/{id}/correct")
  String correct(
      @PathVariable long id,
      @ModelAttribute("typed") Typed.Who who,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.ENTER_RESIDENT);
    Map<String, String> problems = new LinkedHashMap<>();
    Proof proof = Typed.proof(who, problems);
    if (who.ground().isBlank()) {
      problems.put("ground", "请写更正的理由。");
    }
    try {
      if (proof == null || !problems.isEmpty()) {
        throw new Misfilled(problems);
      }
      Naming naming = who.called().isBlank() ? Naming.NAME : Naming.CALLED_MEANWHILE;
      NumberAnswer answer =
          residents.correct(
              id, new Identification(who.name(), naming, proof, who.source(), who.ground()));
      return switch (answer) {
        case NumberAnswer.Accepted(long resident) -> {
          flash.addFlashAttribute("said", "已更正。原来的写法还在历史里。");
          yield "redirect:/registry/people/" + resident;
        }
        case NumberAnswer.HeldHere(long resident) -> {
          response.setStatus(HttpStatus.CONFLICT.value());
          yield correctForm(id, who, Map.of(), resident, null, model);
        }
        case NumberAnswer.HeldElsewhere(String county) -> {
          response.setStatus(HttpStatus.CONFLICT.value());
          yield correctForm(id, who, Map.of(), null, county, model);
        }
      };
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return correctForm(id, who, misfilled.problems(), null, null, model);
    }
  }
}
