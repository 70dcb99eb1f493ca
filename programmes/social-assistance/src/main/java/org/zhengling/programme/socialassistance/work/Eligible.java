package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengling.engine.law.Decision.Evidence;
import org.zhengling.engine.law.Finding;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Report;
import org.zhengling.platform.exchange.Authorisation;
import org.zhengling.platform.exchange.Authorisations;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.programme.socialassistance.rules.Eligibility;
import org.zhengling.programme.socialassistance.rules.Extra;
import org.zhengling.programme.socialassistance.rules.Household;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers;
import org.zhengling.programme.socialassistance.rules.HouseholdMembers.Membership;
import org.zhengling.programme.socialassistance.rules.Judgement;
import org.zhengling.programme.socialassistance.rules.Law;
import org.zhengling.programme.socialassistance.rules.MemberFacts;
import org.zhengling.programme.socialassistance.rules.Numbers;
import org.zhengling.programme.socialassistance.rules.Relative;

/** Puts a case before the rules, with everything that is known of it today. */
@Component
public class Eligible {
  private final PolicyNumbers numbers;
  private final Authorisations authorisations;

  Eligible(PolicyNumbers numbers, Authorisations authorisations) {
    this.numbers = numbers;
    this.authorisations = authorisations;
  }

  /** What the rules say; empty before the sources were asked. */
  public Optional<Judgement> judge(AllowanceFile file) {
    return file.reportIfAny().map(report -> judge(file, report));
  }

  private Judgement judge(AllowanceFile file, Report report) {
    LocalDate applied = file.start().acceptedOn();
    String area = file.file().area();
    Numbers law = numbers.of(file.start().edition(), file.start().residence(), applied, area);
    Set<Long> still = stillMembers(file, report);
    List<MemberFacts> members =
        report.members().stream()
            .filter(one -> still.contains(one.person()))
            .map(one -> MemberFacts.of(one, extras(file, one.person())))
            .toList();
    return Eligibility.judge(
        new Household(members, report.months()),
        report.open(),
        law,
        formal(file),
        evidence(file, report));
  }

  /** A source may know of somebody that they are not there any more. */
  private Set<Long> stillMembers(AllowanceFile file, Report report) {
    LocalDate day = file.start().acceptedOn();
    String area = file.file().area();
    List<Relative> family =
        file.members().stream().map(one -> asFound(one.relative(), report)).toList();
    return HouseholdMembers.of(
            file.start().edition(),
            family,
            day,
            numbers.count("majority-age", day, area),
            numbers.count("clergy-away-years", day, area))
        .stream()
        .filter(Membership::counts)
        .map(one -> one.relative().person())
        .collect(Collectors.toSet());
  }

  private static Relative asFound(Relative one, Report report) {
    return report.members().stream()
        .filter(member -> member.person() == one.person())
        .flatMap(member -> member.items().stream())
        .filter(Item.Away.class::isInstance)
        .map(item -> ((Item.Away) item).absence())
        .findFirst()
        .map(why ->
            new Relative(
                one.person(), one.relation(), one.born(), one.upkeep(), new Relative.Gone(why)))
        .orElse(one);
  }

  private Set<Extra> extras(AllowanceFile file, long person) {
    LocalDate day = file.start().acceptedOn();
    String area = file.file().area();
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    extras.addAll(file.declaration().extras().getOrDefault(person, Set.of()));
    for (Membership one : file.members()) {
      LocalDate born = one.relative().born();
      if (one.relative().person() == person) {
        if (!born.plusYears(numbers.count("elderly-age", day, area)).isAfter(day)) {
          extras.add(Extra.ELDERLY);
        }
        if (born.plusYears(numbers.count("majority-age", day, area)).isAfter(day)) {
          extras.add(Extra.MINOR);
        }
      }
    }
    return extras;
  }

  /** Whether the application itself is in order. */
  private List<Finding> formal(AllowanceFile file) {
    int majority = numbers.count("majority-age", file.start().acceptedOn(), file.file().area());
    Set<Long> authorised =
        authorisations.ofCase(file.file().id()).stream()
            .map(Authorisation::resident)
            .collect(Collectors.toSet());
    long adults = file.adults(majority).size();
    long missing =
        file.adults(majority).stream()
            .filter(one -> !authorised.contains(one.relative().person()))
            .count();
    List<Finding> findings = new ArrayList<>();
    findings.add(
        missing == 0
            ? new Finding.Met(Law.DECLARATION, adults + " 名成年家庭成员均已授权核对")
            : new Finding.Unknown(Law.DECLARATION, "成年家庭成员授权", "还有 " + missing + " 人没有授权", true));
    findings.add(new Finding.Met(Law.COMMITMENT, file.start().acceptedOn() + " 已签守信承诺"));
    return findings;
  }

  private static List<Evidence> evidence(AllowanceFile file, Report report) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("家庭经济状况核对报告", Sm3.hex(report.text())));
    for (Survey survey : file.surveys()) {
      evidence.add(new Evidence("入户调查", survey.id().toString()));
    }
    return evidence;
  }

  /** Names of members for a page, by the numbers of the register. */
  public static Map<Long, Membership> byPerson(AllowanceFile file) {
    return file.family().stream()
        .collect(Collectors.toMap(one -> one.relative().person(), one -> one));
  }
}
