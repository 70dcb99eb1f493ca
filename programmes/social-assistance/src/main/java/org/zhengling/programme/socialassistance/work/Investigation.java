package org.zhengling.programme.socialassistance.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.verification.Topic;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.Documents;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.Appraisal;
import org.zhengling.programme.socialassistance.rules.Law;
import org.zhengling.programme.socialassistance.rules.Paper;

/** Papers, visits at the home and the appraisal in the village. */
@Component
public class Investigation {
  private final CurrentPost current;
  private final Steps steps;
  private final AllowanceFiles files;
  private final Cases cases;
  private final Documents documents;
  private final AllowanceProcedure procedure;
  private final SourceForms sources;
  private final PolicyNumbers numbers;
  private final BusinessDay day;

  Investigation(
      CurrentPost current,
      Steps steps,
      AllowanceFiles files,
      Cases cases,
      Documents documents,
      AllowanceProcedure procedure,
      SourceForms sources,
      PolicyNumbers numbers,
      BusinessDay day) {
    this.current = current;
    this.steps = steps;
    this.files = files;
    this.cases = cases;
    this.documents = documents;
    this.procedure = procedure;
    this.sources = sources;
    this.numbers = numbers;
    this.day = day;
  }

  /** Papers that no source can answer: only these may be asked for. */
  public List<Paper> papersThatMayBeAsked() {
    return Paper.thatMayBeAsked(sources.settled());
  }

  /** Asks the family for papers; one that a source answers is refused with the clause. */
  @Transactional
  @Answers("social-assistance/removal-needless-certificates")
  public CaseFile askForPapers(long id, int expected, UUID form, List<Paper> papers) {
    current.require(Permission.ACCEPT_CASE);
    if (papers.isEmpty()) {
      throw new Misfilled(Map.of("papers", "请至少选一样材料。"));
    }
    Set<Topic> settled = sources.settled();
    String needless =
        papers.stream()
            .filter(one -> !one.mayBeAsked(settled))
            .map(Paper::chinese)
            .collect(Collectors.joining("、"));
    if (!needless.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有要求补正。" + needless + "可以向部门查询，不能再向群众要。",
          "申请原样保留着。",
          "请改为核对，或只要部门查不到的材料。〔" + Law.DELEGATION + "〕");
    }
    return steps.take(id, expected, Step.of(new Action.PapersAsked(day.today(), papers), form));
  }

  /** The family brought what was asked for; the clock goes on. */
  @Transactional
  public CaseFile bringPapers(long id, int expected, UUID form, List<Scan> papers) {
    current.require(Permission.ACCEPT_CASE);
    if (papers.stream().allMatch(Scan::isEmpty)) {
      throw new Misfilled(Map.of("papers", "还没有材料，请上传收到的材料。"));
    }
    CaseFile file = steps.take(id, expected, Step.of(new Action.PapersBrought(day.today()), form));
    int count = 0;
    for (Scan one : papers) {
      if (!one.isEmpty()) {
        count++;
        documents.add(
            id, Applications.part(form, "paper " + count), "补正材料", one.fileName(), one.bytes());
      }
    }
    return cases.file(file.id());
  }

  /**
   * Records a visit at the home. The survey's own identifier makes it happen once, however often it
   * is sent.
   *
   * @param photos pictures by name; they are kept before the survey that names them by digest
   */
  @Transactional
  public CaseFile survey(long id, Survey survey, List<Scan> photos) {
    current.require(Permission.HANDLE_CASE);
    AllowanceFile file = files.of(id);
    if (file.knows(survey.id())) {
      return file.file();
    }
    refuseFaults(survey, file);
    Survey kept = withPhotos(id, survey, photos);
    Action action =
        isOfCounty(file)
            ? new Action.Visited(survey.on(), survey.id().toString())
            : new Action.Surveyed(survey.on(), survey.id().toString());
    return steps.take(id, cases.file(id).version(), Step.of(action, survey.id(), kept));
  }

  /** A survey by a post of the county is its visit, by one of the township the survey. */
  private boolean isOfCounty(AllowanceFile file) {
    String own = current.require().post().areaCode();
    return own.equals(procedure.county(file.file().area()));
  }

  private void refuseFaults(Survey survey, AllowanceFile file) {
    Map<String, String> problems = new LinkedHashMap<>();
    int least = numbers.count("surveyors-least", survey.on(), file.file().area());
    long named = survey.surveyors().stream().filter(one -> !one.isBlank()).distinct().count();
    if (named < least) {
      problems.put("surveyors", "入户要有 " + least + " 人以上，请写上每个人的姓名。");
    }
    if (survey.found().isBlank()) {
      problems.put("found", "请写看到的情况。");
    }
    if (survey.on().isAfter(day.today()) || survey.on().isBefore(file.start().acceptedOn())) {
      problems.put("on", "入户日期要在受理之后、今天或以前，请核对。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  private Survey withPhotos(long id, Survey survey, List<Scan> photos) {
    List<String> digests = new ArrayList<>(survey.photos());
    int count = 0;
    for (Scan one : photos) {
      if (!one.isEmpty()) {
        count++;
        Document kept =
            documents.add(
                id,
                Applications.part(survey.id(), "photo " + count),
                "入户照片",
                one.fileName(),
                one.bytes());
        digests.add(kept.digest());
      }
    }
    return new Survey(survey.id(), survey.on(), survey.surveyors(), survey.found(), digests);
  }

  /** Records the democratic appraisal in the village. */
  @Transactional
  public CaseFile appraise(long id, int expected, UUID form, Appraisal appraisal) {
    current.require(Permission.HANDLE_CASE);
    AllowanceFile file = files.of(id);
    int thirds =
        numbers.count("appraisal-residents-thirds", file.start().acceptedOn(), file.file().area());
    if (!appraisal.isValid(thirds)) {
      throw new Misfilled(Map.of("residents", "村（居）民代表要占到会人数的 " + thirds + "/3 以上，这次评议不算数，请重新组织。"));
    }
    return steps.take(id, expected, Step.of(new Action.Appraised(day.today(), appraisal), form));
  }

  /** The county will visit: a relative of staff was declared, or the case was drawn. */
  @Transactional
  CaseFile askForVisit(long id, UUID form, String ground) {
    return steps.take(
        id, cases.file(id).version(), Step.of(new Action.VisitAsked(day.today(), ground), form));
  }
}
