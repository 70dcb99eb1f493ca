package org.zhengling.platform.credit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.credit.CreditPackage;
import org.zhengling.platform.credit.DishonestyRecord;
import org.zhengling.platform.credit.DishonestyRecords;
import org.zhengling.platform.credit.Measure;
import org.zhengling.platform.credit.Measures;
import org.zhengling.platform.credit.RecordState;
import org.zhengling.platform.credit.RecordState.Checking;
import org.zhengling.platform.credit.RecordState.Telling;
import org.zhengling.platform.credit.RecordWords;
import org.zhengling.platform.registry.Look;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;

/**
 * Credit records for the post that keeps them: list, record, telling, objection, repair, package.
 */
@Controller
class CreditPages {
  private static final int PAGE = 50;

  private final CurrentPost current;
  private final DishonestyRecords records;
  private final Measures measures;
  private final CreditPackage credit;
  private final Residents residents;
  private final BusinessDay day;

  CreditPages(
      CurrentPost current,
      DishonestyRecords records,
      Measures measures,
      CreditPackage credit,
      Residents residents,
      BusinessDay day) {
    this.current = current;
    this.records = records;
    this.measures = measures;
    this.credit = credit;
    this.residents = residents;
    this.day = day;
  }

  /** A record of the list. */
  record Line(
      long id,
      String name,
      String number,
      String breach,
      String clause,
      String caseNumber,
      String state) {}

  /**
   * The list.
   *
   * @param next number to go on from, 0 at the end
   */
  record ListPage(List<Line> lines, long next) {}

  @GetMapping("/credit")
  String list(@RequestParam(defaultValue = "0") long before, Model model) {
    current.require(Permission.KEEP_CREDIT);
    List<DishonestyRecord> found = records.before(before == 0 ? Long.MAX_VALUE : before, PAGE + 1);
    List<DishonestyRecord> shown = found.stream().limit(PAGE).toList();
    Map<Long, Resident> people = people(shown, "信用记录");
    List<Line> lines = shown.stream().map(record -> line(record, people)).toList();
    long next = found.size() > PAGE ? shown.getLast().id() : 0;
    model.addAttribute("page", new ListPage(lines, next));
    return "credit/records";
  }

  private Map<Long, Resident> people(List<DishonestyRecord> shown, String page) {
    List<Long> ids = shown.stream().map(DishonestyRecord::resident).distinct().toList();
    return residents.look(ids, new Look(page, "管理信用记录")).stream()
        .collect(Collectors.toMap(Resident::id, Function.identity()));
  }

  private Line line(DishonestyRecord record, Map<Long, Resident> people) {
    Resident person = people.get(record.resident());
    return new Line(
        record.id(),
        person == null ? "已转到外县或已合并" : person.name(),
        person == null ? "编号 " + record.resident() : person.maskedNumber(),
        record.decision().breach().chinese(),
        record.decision().clause(),
        record.decision().caseNumber(),
        RecordWords.state(record.on(day.today())));
  }

  /** A step of the record. */
  record StepLine(String when, String what) {}

  /** One record. */
  record RecordPage(
      Line line,
      String decided,
      String evidence,
      String due,
      List<StepLine> steps,
      List<String> taken,
      List<Measure> measures,
      String posting,
      boolean notTold,
      boolean effective,
      boolean objected,
      List<Telling> tellings,
      List<Checking> checkings,
      String today,
      String problem) {}

  @GetMapping("/credit/{id}")
  String record(@PathVariable long id, Model model) {
    current.require(Permission.KEEP_CREDIT);
    return page(id, "", model);
  }

  private String page(long id, String problem, Model model) {
    DishonestyRecord record =
        records
            .byId(id)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这条记录，或不在您的区划内。", "请回到信用记录。"));
    RecordState state = record.on(day.today());
    model.addAttribute(
        "page",
        new RecordPage(
            line(record, people(List.of(record), "失信记录 " + id)),
            record.decision().decidedOn() + " 作出，" + record.decision().finalOn() + " 生效",
            record.decision().evidence().chinese()
                + "　"
                + record.decision().evidenceDigest().substring(0, 16)
                + "…",
            records.answerDue(record).map(CreditPages::words).orElse(""),
            record.steps().stream()
                .map(step -> new StepLine(step.on().toString(), RecordWords.step(step)))
                .toList(),
            measures.taken(id),
            measures.inForce().stream()
                .filter(one -> one.breach() == record.decision().breach())
                .toList(),
            measures.postingGround(id).orElse(""),
            state instanceof RecordState.NotTold,
            state instanceof RecordState.Effective,
            state instanceof RecordState.Objected,
            List.of(Telling.values()),
            List.of(Checking.values()),
            day.today().toString(),
            problem));
    return "credit/record";
  }

  private static String words(DueDay due) {
    return switch (due) {
      case DueDay.Settled(LocalDate last) -> "最晚 " + last + " 答复";
      case DueDay.Provisional provisional -> provisional.missingYear() + " 年放假安排还没有载入，期限暂定";
    };
  }

  @PostMapping("/credit/{id}/steps")
  String step(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String how,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.KEEP_CREDIT);
    try {
      LocalDate date = LocalDate.parse(on.strip());
      switch (act) {
        case "tell" -> records.tell(id, date, Telling.valueOf(how));
        case "object" -> records.object(id, date, Checking.valueOf(how));
        case "stands" -> records.answer(id, date, DishonestyRecords.Answer.STANDS);
        case "withdraw" -> records.answer(id, date, DishonestyRecords.Answer.TAKEN_BACK);
        case "repair" -> records.repair(id, date);
        default -> throw new Refusal(Refusal.Kind.CALLER, "没有办理。没有这样的办理。", "请从这一页重新选。");
      }
    } catch (DateTimeParseException notADay) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, "没有办理。日期要写成 2021-03-31 的样子。", model);
    } catch (IllegalArgumentException unknown) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, "没有办理。还没有选方式。", model);
    } catch (Refusal refused) {
      if (refused.kind() != Refusal.Kind.CALLER && refused.kind() != Refusal.Kind.CONFLICT) {
        throw refused;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, refused.happened() + refused.todo(), model);
    }
    flash.addFlashAttribute("said", "已记下。");
    return "redirect:/credit/" + id;
  }

  @PostMapping("/credit/{id}/measures")
  String take(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long measure,
      @RequestParam(defaultValue = "") String lastDay,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.KEEP_CREDIT);
    try {
      measures.take(id, measure, LocalDate.parse(lastDay.strip()).plusDays(1));
    } catch (DateTimeParseException notADay) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, "没有采取措施。最后一天要写成 2021-09-30 的样子。", model);
    } catch (Refusal refused) {
      if (refused.kind() != Refusal.Kind.CONFLICT) {
        throw refused;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, refused.happened() + refused.todo(), model);
    }
    flash.addFlashAttribute("said", "已采取措施，到期自动结束。");
    return "redirect:/credit/" + id;
  }

  @PostMapping("/credit/{id}/posting")
  String allowPosting(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String law,
      @RequestParam(defaultValue = "") String article,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    current.require(Permission.KEEP_CREDIT);
    try {
      measures.allowPosting(id, law, article);
    } catch (Misfilled misfilled) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, String.join("", misfilled.problems().values()), model);
    }
    flash.addFlashAttribute("said", "已登记公示的法律依据，由您负责。");
    return "redirect:/credit/" + id;
  }

  /** The package for the province's platform; by a form, so that no link fetches it by itself. */
  @PostMapping("/credit/package")
  ResponseEntity<byte[]> export() {
    current.require(Permission.KEEP_CREDIT);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"credit-" + day.today() + ".zip\"")
        .body(credit.export());
  }
}
