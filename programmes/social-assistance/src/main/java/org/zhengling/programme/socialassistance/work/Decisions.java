package org.zhengling.programme.socialassistance.work;

import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.Decision;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.verification.Report;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.Allowance;
import org.zhengling.programme.socialassistance.rules.Judgement;
import org.zhengling.programme.socialassistance.rules.Law;
import org.zhengling.programme.socialassistance.rules.Recheck;
import org.zhengling.programme.socialassistance.store.Allowances;

/** Grants and refuses, at the township where the county delegated it, else at the county. */
@Component
public class Decisions {
  private static final int LONGEST_NOTE = 500;

  private final CurrentPost current;
  private final Steps steps;
  private final AllowanceFiles files;
  private final Eligible eligible;
  private final PolicyNumbers numbers;
  private final Allowances allowances;
  private final AreaDirectory areas;
  private final BusinessDay day;

  Decisions(
      CurrentPost current,
      Steps steps,
      AllowanceFiles files,
      Eligible eligible,
      PolicyNumbers numbers,
      Allowances allowances,
      AreaDirectory areas,
      BusinessDay day) {
    this.current = current;
    this.steps = steps;
    this.files = files;
    this.eligible = eligible;
    this.numbers = numbers;
    this.allowances = allowances;
    this.areas = areas;
    this.day = day;
  }

  /**
   * Grants the allowance as the rules computed it.
   *
   * @param note for the family, may be empty
   * @param recheck how steady the income is, and so when the household is looked at again
   */
  @Transactional
  @Answers("social-assistance/delegation-approval-townships")
  public CaseFile grant(long id, int expected, UUID form, Recheck recheck, String note) {
    AllowanceFile file = files.of(id);
    if (file.knows(form)) {
      return file.file();
    }
    mayDecide(file);
    Judgement judgement = judged(file, Decision.Outcome.GRANTED, note);
    String area = file.file().area();
    int after = numbers.count("first-payment-after", day.today(), area);
    YearMonth from = YearMonth.from(day.today()).plusMonths(after);
    CaseFile done =
        steps.take(
            id,
            expected,
            Step.of(
                new Action.Granted(day.today(), judgement.amount(), from),
                form,
                record(file, judgement, note)));
    allowances.grant(
        id,
        day.today(),
        judgement.amount(),
        from,
        Recheck.next(day.today(), numbers.count(recheck.parameter(), day.today(), area)));
    return done;
  }

  /** Refuses; the reasons are those that the rules found. */
  @Transactional
  public CaseFile refuse(long id, int expected, UUID form, String note) {
    AllowanceFile file = files.of(id);
    if (file.knows(form)) {
      return file.file();
    }
    mayDecide(file);
    Judgement judgement = judged(file, Decision.Outcome.REFUSED, note);
    CaseFile done =
        steps.take(
            id,
            expected,
            Step.of(new Action.Refused(day.today()), form, record(file, judgement, note)));
    allowances.refuse(id, day.today());
    return done;
  }

  /** The letter was handed over. */
  @Transactional
  public CaseFile deliver(long id, int expected, UUID form) {
    SignedIn by = current.require();
    if (!by.post().may(Permission.DECIDE_CASE)) {
      current.require(Permission.HANDLE_CASE);
    }
    return steps.take(id, expected, Step.of(new Action.RefusalDelivered(day.today()), form));
  }

  /**
   * A decision is due, the post is the one whose desk the case is on, and two people stand behind
   * it.
   */
  private void mayDecide(AllowanceFile file) {
    SignedIn by = current.require(Permission.DECIDE_CASE);
    var _ = file.state().after(new Action.Refused(day.today()));
    String desk = file.file().deskArea();
    if (!by.post().areaCode().equals(desk)) {
      String place = areas.area(desk).map(AreaDirectory.Area::name).orElse(desk);
      throw new Refusal(
          Refusal.Kind.RIGHTS,
          "没有作出决定。这一件由" + place + "的审批岗决定。",
          "您写的都保留着。",
          "请交那里办理。〔" + Law.DELEGATION + "〕");
    }
    boolean handled =
        file.history().stream().anyMatch(one -> Objects.equals(one.person(), by.personId()));
    if (handled) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有作出决定。您经办过这一件，不能又由您决定。", "您写的都保留着。", "请交另一位审批人员。");
    }
  }

  private Judgement judged(AllowanceFile file, Decision.Outcome wanted, String note) {
    if (note.strip().length() > LONGEST_NOTE) {
      throw new Misfilled(Map.of("note", "最多 " + LONGEST_NOTE + " 个字。"));
    }
    Judgement judgement =
        eligible
            .judge(file)
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.CONFLICT, "没有作出决定。还没有核对家庭经济状况。", "您写的都保留着。", "请先核对。"));
    Report report = file.reportIfAny().orElseThrow();
    if (!report.holdsOn(day.today())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有作出决定。核对报告已于 " + report.validUntil() + " 到期。",
          "您写的都保留着。",
          "请重新核对。〔" + Law.VERIFICATION + "〕");
    }
    Decision.Outcome outcome = judgement.decision().outcome();
    if (outcome != wanted) {
      throw blocked(judgement, wanted);
    }
    return judgement;
  }

  private static Refusal blocked(Judgement judgement, Decision.Outcome wanted) {
    String happened = wanted == Decision.Outcome.GRANTED ? "现在不能批准。" : "现在不能不予批准。";
    String why =
        switch (judgement.decision().outcome()) {
          case OPEN -> unclear(judgement) + "还没查清，可能改变结论。";
          case REFUSED -> "有条件不符合：" + unmet(judgement) + "。";
          case GRANTED -> "程序没有发现不符合的条件。";
        };
    return new Refusal(
        Refusal.Kind.CONFLICT,
        happened + why,
        "已填内容都保留着。",
        "可以重新询问没有答复的来源，或凭复函人工登记。〔" + Law.VERIFICATION + "〕");
  }

  private static String unclear(Judgement judgement) {
    return judgement.decision().findings().stream()
        .filter(one -> one instanceof Finding.Unknown unknown && unknown.couldFlip())
        .map(Finding::statement)
        .collect(Collectors.joining("、"));
  }

  private static String unmet(Judgement judgement) {
    return judgement.decision().findings().stream()
        .filter(Finding.Unmet.class::isInstance)
        .map(Finding::statement)
        .collect(Collectors.joining("；"));
  }

  private static DecisionRecord record(AllowanceFile file, Judgement judgement, String note) {
    Decision decision = judgement.decision();
    Allowance sum = judgement.allowance();
    return new DecisionRecord(
        decision.outcome(),
        decision.reason(),
        sum == null ? "" : sum.formula(),
        decision.clauses().stream().map(ClauseId::toString).toList(),
        decision.ruleEdition(),
        Sm3.hex(file.reportIfAny().orElseThrow().text()),
        note.strip());
  }
}
