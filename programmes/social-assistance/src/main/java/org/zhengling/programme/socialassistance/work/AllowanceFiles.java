package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.verification.Check;
import org.zhengling.engine.verification.Report;
import org.zhengling.platform.cases.CaseAction;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.OfficeAct;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;

/** Reads cases of the allowance: the fold over their actions. */
@Component
public class AllowanceFiles {
  private final Cases cases;
  private final PolicyNumbers numbers;

  AllowanceFiles(Cases cases, PolicyNumbers numbers) {
    this.cases = cases;
    this.numbers = numbers;
  }

  /** A case of the scope; any other, also one of another procedure, is refused as absent. */
  public AllowanceFile of(long id) {
    CaseFile file = cases.file(id);
    if (!file.procedure().equals(AllowanceProcedure.SLUG)) {
      throw new Refusal(Refusal.Kind.ABSENT, "这份案卷不是最低生活保障申请。", "请从办件台重新打开。");
    }
    return fold(file, cases.actions(id));
  }

  private AllowanceFile fold(CaseFile file, List<CaseAction> history) {
    List<Action> actions = new ArrayList<>();
    Set<UUID> forms = new HashSet<>();
    List<Survey> surveys = new ArrayList<>();
    @Nullable Declaration declaration = null;
    @Nullable Check check = null;
    @Nullable DecisionRecord decision = null;
    for (CaseAction one : history) {
      Step step = StepText.read(one.kind(), one.payload()).orElse(null);
      if (step == null) {
        ofOffice(one, actions);
        continue;
      }
      actions.add(step.action());
      forms.add(step.form());
      Step.Carried carried = step.carriedOrNothing();
      declaration = carried.declaration() == null ? declaration : carried.declaration();
      check = carried.check() == null ? check : carried.check();
      decision = carried.decision() == null ? decision : carried.decision();
      if (carried.survey() != null) {
        surveys.add(carried.survey());
      }
    }
    if (declaration == null || !(actions.getFirst() instanceof Action.Accepted accepted)) {
      throw new IllegalStateException("Maybe the first action of a case was lost: " + file.id());
    }
    return new AllowanceFile(
        file,
        new AllowanceCase.Start(accepted.on(), accepted.edition(), accepted.residence()),
        AllowanceCase.of(actions),
        declaration,
        family(declaration, accepted, file.area()),
        check == null ? null : Report.of(check),
        surveys,
        decision,
        history,
        forms);
  }

  /** Two acts of the office change where the case stands; the others do not. */
  private static void ofOffice(CaseAction one, List<Action> actions) {
    if (one.kind().equals(OfficeAct.WITHDRAWN.kind())) {
      actions.add(new Action.Withdrawn(one.on()));
    } else if (one.kind().equals(OfficeAct.REOPENED.kind())) {
      // It begins again by the edition that it was taken under.
      Action first = actions.getFirst();
      actions.clear();
      actions.add(first);
    }
  }

  /** Who counts, for instance before there is a case. */
  List<Membership> family(Declaration declaration, Action.Accepted accepted, String area) {
    LocalDate day = accepted.on();
    return HouseholdMembers.of(
        accepted.edition(),
        declaration.family(),
        day,
        numbers.count("majority-age", day, area),
        numbers.count("clergy-away-years", day, area));
  }
}
