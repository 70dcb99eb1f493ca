package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.engine.time.Budget;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.cases.ClockRule;
import org.zhengling.platform.cases.Ground;
import org.zhengling.platform.cases.Procedure;
import org.zhengling.platform.cases.Standing;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.Law;

/** The procedure of the allowance: its clocks, and on whose desk a case lies in which state. */
@Component
public class AllowanceProcedure implements Procedure {
  public static final String SLUG = "minimum-living-allowance";
  public static final String NAME = "最低生活保障";

  static final String WHOLE = "whole";
  static final String INVESTIGATION = "investigation";
  static final String DECISION = "decision";
  static final String REFUSAL_NOTICE = "refusal-notice";

  private final PolicyNumbers numbers;
  private final AreaDirectory areas;

  AllowanceProcedure(PolicyNumbers numbers, AreaDirectory areas) {
    this.numbers = numbers;
    this.areas = areas;
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public String chinese() {
    return NAME;
  }

  @Override
  public String character() {
    return "救";
  }

  @Override
  public List<ClockRule> clocks(LocalDate on) {
    List<Ground.Allowed> grounds = grounds(on);
    List<ClockRule> rules = new ArrayList<>();
    rules.add(rule(WHOLE, "审核确认", "whole-period", on, grounds));
    rules.add(rule(INVESTIGATION, "家庭经济状况调查", "investigation-period", on, grounds));
    rules.add(rule(DECISION, "公示期满后作出决定", "decision-after-notice-period", on, grounds));
    rules.add(rule(REFUSAL_NOTICE, "送达不予批准通知书", "refusal-notice-period", on, List.of()));
    return rules;
  }

  /** Publicity and an objection last as long as they last; waiting for others has an end. */
  private List<Ground.Allowed> grounds(LocalDate on) {
    return List.of(
        new Ground.Allowed(Ground.CORRECTION, Law.PROCEDURE, days("correction-wait", on)),
        new Ground.Allowed(Ground.PUBLIC_NOTICE, Law.NOTICE, null),
        new Ground.Allowed(Ground.OBJECTION, Law.NOTICE, null),
        new Ground.Allowed(Ground.DEPARTMENT, Law.VERIFICATION, days("source-wait", on)));
  }

  private ClockRule rule(
      String name, String title, String parameter, LocalDate on, List<Ground.Allowed> grounds) {
    return ClockRule.of(
        name, title, days(parameter, on), Law.PROCEDURE, grounds.toArray(Ground.Allowed[]::new));
  }

  private Budget days(String parameter, LocalDate on) {
    return new Budget.WorkingDays(numbers.count(parameter, on, areas.city().code()));
  }

  /** How long an opinion hangs, in the days that the area counts in. */
  public Budget posting(LocalDate on, String area) {
    int days = numbers.count("public-notice-period", on, area);
    return switch (numbers.choice("public-notice-counted-in", on, area)) {
      case "working-days" -> new Budget.WorkingDays(days);
      case String calendar -> new Budget.CalendarPeriod(Period.ofDays(days), Budget.OnDayOff.STAYS);
    };
  }

  @Override
  public Standing reopened() {
    return Standing.open("正在调查核实", "重新核对和调查", PostKind.CASE_OFFICER);
  }

  /** How the case desk shows a state. */
  Standing standing(AllowanceCase state, LocalDate today, String area) {
    return switch (state) {
      case AllowanceCase.Investigating now ->
          Standing.open(
              now.chinese(),
              now.missing().isEmpty()
                  ? "公示审核意见"
                  : now.missing().stream()
                      .sorted()
                      .map(AllowanceCase.Step::chinese)
                      .collect(java.util.stream.Collectors.joining("、")),
              PostKind.CASE_OFFICER);
      case AllowanceCase.AwaitingPapers now ->
          Standing.open(now.chinese(), "收补正材料", PostKind.CLERK);
      case AllowanceCase.OnNotice now ->
          Standing.open(now.chinese(), "公示到 " + now.lastDay(), PostKind.CASE_OFFICER);
      case AllowanceCase.ToDecide now -> toDecide(now, today, area);
      case AllowanceCase.RefusalToDeliver now ->
          Standing.open(now.chinese(), "送达不予批准通知书", PostKind.CASE_OFFICER);
      case AllowanceCase.InPayment now -> Standing.closed(now.chinese(), PostKind.TREASURER);
      case AllowanceCase.RefusalKnown now -> Standing.closed(now.chinese(), PostKind.DECIDER);
      case AllowanceCase.TakenBack now ->
          new Standing(
              now.chinese(),
              "",
              org.zhengling.platform.cases.Phase.WITHDRAWN,
              PostKind.CLERK,
              null);
    };
  }

  private Standing toDecide(AllowanceCase.ToDecide now, LocalDate today, String area) {
    Standing standing =
        Standing.open(
            now.chinese(),
            now.missing().isEmpty() ? "作出决定" : "县级入户抽查",
            now.missing().isEmpty() ? PostKind.DECIDER : PostKind.CASE_OFFICER);
    boolean atCounty =
        !now.missing().isEmpty()
            || numbers.decidedAt(today, area) == PolicyNumbers.DecidingLevel.COUNTY;
    return standing.at(atCounty ? county(area) : township(area));
  }

  /** The county or zone that an area lies in. */
  String county(String area) {
    return above(area, AreaDirectory.Level.COUNTY, AreaDirectory.Level.ZONE);
  }

  /** The township that an area lies in. */
  String township(String area) {
    return above(area, AreaDirectory.Level.TOWNSHIP, AreaDirectory.Level.TOWNSHIP);
  }

  private String above(String area, AreaDirectory.Level one, AreaDirectory.Level other) {
    return areas.path(area).stream()
        .filter(each -> each.level() == one || each.level() == other)
        .map(AreaDirectory.Area::code)
        .findFirst()
        .orElse(area);
  }
}
