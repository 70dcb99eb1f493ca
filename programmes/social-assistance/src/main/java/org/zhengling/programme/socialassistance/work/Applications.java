package org.zhengling.programme.socialassistance.work;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.law.Answers;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.Deed;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.Documents;
import org.zhengling.platform.cases.Opening;
import org.zhengling.platform.credit.Commitment;
import org.zhengling.platform.credit.Commitments;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.exchange.Authorisations;
import org.zhengling.platform.exchange.CaseReference;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;
import org.zhengling.programme.socialassistance.store.Allowances;
import org.zhengling.programme.socialassistance.work.Intake.Consent;

/** Takes applications at the counter of a township. */
@Component
public class Applications {
  private final CurrentPost current;
  private final Cases cases;
  private final CaseClocks clocks;
  private final Documents documents;
  private final Authorisations authorisations;
  private final Commitments commitments;
  private final AllowanceFiles files;
  private final AllowanceProcedure procedure;
  private final PolicyNumbers numbers;
  private final SourceForms sources;
  private final Investigation investigation;
  private final Allowances allowances;
  private final BusinessDay day;

  Applications(
      CurrentPost current,
      Cases cases,
      CaseClocks clocks,
      Documents documents,
      Authorisations authorisations,
      Commitments commitments,
      AllowanceFiles files,
      AllowanceProcedure procedure,
      PolicyNumbers numbers,
      SourceForms sources,
      Investigation investigation,
      Allowances allowances,
      BusinessDay day) {
    this.current = current;
    this.cases = cases;
    this.clocks = clocks;
    this.documents = documents;
    this.authorisations = authorisations;
    this.commitments = commitments;
    this.files = files;
    this.procedure = procedure;
    this.numbers = numbers;
    this.sources = sources;
    this.investigation = investigation;
    this.allowances = allowances;
    this.day = day;
  }

  /** Who of the family would count, applying today. */
  public List<Membership> family(Declaration declaration, String area) {
    return files.family(declaration, accepted(declaration), area);
  }

  /**
   * Opens the case with its clocks, its authorisations and the commitment; everything that is
   * missing is told at once, by the field it is missing in. The same form answers the same case.
   */
  @Transactional
  @Answers("social-assistance/township-one-door-intake-platform")
  @Answers("social-assistance/credit-commitment-system")
  public CaseFile accept(Intake intake) {
    current.require(Permission.ACCEPT_CASE);
    Action.Accepted accepted = accepted(intake.declaration());
    refuseFaults(intake, accepted);
    Step step = Step.of(accepted, intake.form(), intake.declaration());
    AllowanceCase state = AllowanceCase.of(List.of(accepted));
    CaseFile file =
        cases.open(
            new Opening(
                AllowanceProcedure.SLUG,
                intake.area(),
                intake.about(),
                intake.declaration().applicant(),
                new Deed(
                    intake.form(),
                    StepText.kind(Action.Accepted.class),
                    step.what(),
                    StepText.write(step)),
                procedure.standing(state, day.today(), intake.area()),
                intake.origin() == Intake.Origin.SAMPLE));
    if (file.version() > 1) {
      // The form was sent before: everything is there already.
      return file;
    }
    clocks.start(file.id(), AllowanceProcedure.WHOLE);
    clocks.start(file.id(), AllowanceProcedure.INVESTIGATION);
    allowances.add(
        new Allowances.Opened(
            file.id(),
            file.number(),
            file.area(),
            procedure.county(file.area()),
            intake.declaration().household(),
            intake.declaration().applicant(),
            accepted.on(),
            state.chinese(),
            file.sample()));
    keepSigned(file, intake);
    if (!intake.declaration().staff().isEmpty()) {
      investigation.askForVisit(file.id(), part(intake.form(), "visit"), "申报了经办人员近亲属");
    }
    return cases.file(file.id());
  }

  private Action.Accepted accepted(Declaration declaration) {
    LocalDate today = day.today();
    return new Action.Accepted(today, numbers.edition(today), declaration.residence());
  }

  private void refuseFaults(Intake intake, Action.Accepted accepted) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (intake.commitment().isEmpty()) {
      problems.put("commitment", "还没有签好的守信承诺书，请上传。");
    }
    Set<Long> consenting =
        intake.consents().stream()
            .filter(one -> !one.proof().isEmpty())
            .map(Consent::resident)
            .collect(Collectors.toSet());
    int majority = numbers.count("majority-age", accepted.on(), intake.area());
    for (Membership one : files.family(intake.declaration(), accepted, intake.area())) {
      boolean grown = !one.relative().born().plusYears(majority).isAfter(accepted.on());
      if (one.counts() && grown && !consenting.contains(one.relative().person())) {
        problems.put(
            "consent-" + one.relative().person(), "这名成年家庭成员还没有授权。由工作人员代勾选不算授权，请上传本人签字的授权书。");
      }
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
  }

  /** Each signed paper is kept in the case; the authorisation names it by its digest. */
  private void keepSigned(CaseFile file, Intake intake) {
    documents.add(
        file.id(),
        part(intake.form(), "commitment"),
        "守信承诺书",
        intake.commitment().fileName(),
        intake.commitment().bytes());
    commitments.sign(
        new Commitment(
            intake.declaration().applicant(),
            file.id(),
            ConsentText.COMMITMENT_VERSION,
            Sm3.hex(ConsentText.COMMITMENT),
            Commitment.Method.SIGNATURE,
            day.today()));
    CaseReference reference = new CaseReference(file.id(), file.number(), file.area());
    Set<String> asked = sources.slugs();
    for (Consent one : intake.consents()) {
      if (one.proof().isEmpty() || asked.isEmpty()) {
        continue;
      }
      Document proof =
          documents.add(
              file.id(),
              part(intake.form(), "consent " + one.resident()),
              "核对授权书",
              one.proof().fileName(),
              one.proof().bytes());
      authorisations.enter(
          new Authorisation.Draft(
              one.resident(),
              reference,
              ConsentText.VERSION,
              ConsentText.digest(),
              one.givenBy(),
              one.method(),
              proof.digest(),
              asked,
              day.today(),
              day.today().plusYears(1).minusDays(1)));
    }
  }

  /** A form of several parts: each part has an identifier of its own that follows from it. */
  static UUID part(UUID form, String name) {
    return UUID.nameUUIDFromBytes((form + " " + name).getBytes(StandardCharsets.UTF_8));
  }
}
