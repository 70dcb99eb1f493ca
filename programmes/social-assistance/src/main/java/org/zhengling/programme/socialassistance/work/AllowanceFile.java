package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.verification.Report;
import org.zhengling.platform.cases.CaseAction;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.AllowanceCase.Start;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;

/**
 * A case of the allowance with everything that was said in it.
 *
 * @param family everybody of the family with whether they count on the day of the application
 * @param report made from the last answers of the sources; absent before the first check
 * @param decision absent before it was made
 * @param history everything that was done, oldest first
 */
public record AllowanceFile(
    CaseFile file,
    Start start,
    AllowanceCase state,
    Declaration declaration,
    List<Membership> family,
    @Nullable Report report,
    List<Survey> surveys,
    @Nullable DecisionRecord decision,
    List<CaseAction> history,
    Set<UUID> forms) {
  public AllowanceFile {
    family = List.copyOf(family);
    surveys = List.copyOf(surveys);
    history = List.copyOf(history);
    forms = Set.copyOf(forms);
  }

  /** Those of the family who count. */
  public List<Membership> members() {
    return family.stream().filter(Membership::counts).toList();
  }

  /** Members who were grown up on the day of the application. */
  public List<Membership> adults(int majority) {
    LocalDate day = start.acceptedOn();
    return members().stream()
        .filter(one -> !one.relative().born().plusYears(majority).isAfter(day))
        .toList();
  }

  /** The report, where one was made. */
  public Optional<Report> reportIfAny() {
    return Optional.ofNullable(report);
  }

  /** Whether a form was done already. */
  boolean knows(UUID form) {
    return forms.contains(form);
  }
}
