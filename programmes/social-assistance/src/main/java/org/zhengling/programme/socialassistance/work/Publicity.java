package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.LegalClock;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.clauses.Calendars;
import org.zhengling.programme.socialassistance.rules.Action;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;
import org.zhengling.programme.socialassistance.rules.Law;

/** The opinion hangs in the village; whoever knows better says so. */
@Component
public class Publicity {
  private static final int LONGEST_GROUND = 500;

  private final CurrentPost current;
  private final Steps steps;
  private final AllowanceFiles files;
  private final AllowanceProcedure procedure;
  private final Calendars calendars;
  private final BusinessDay day;

  Publicity(
      CurrentPost current,
      Steps steps,
      AllowanceFiles files,
      AllowanceProcedure procedure,
      Calendars calendars,
      BusinessDay day) {
    this.current = current;
    this.steps = steps;
    this.files = files;
    this.procedure = procedure;
    this.calendars = calendars;
    this.day = day;
  }

  /** Posts the opinion for as long as the rules say; the clock stands still meanwhile. */
  @Transactional
  public CaseFile post(long id, int expected, UUID form) {
    current.require(Permission.POST_NOTICE);
    AllowanceFile file = files.of(id);
    return steps.take(
        id,
        expected,
        Step.of(new Action.Posted(day.today(), 0, lastDay(file.file().area())), form));
  }

  private LocalDate lastDay(String area) {
    LocalDate today = day.today();
    DueDay due =
        LegalClock.startedOn(today, procedure.posting(today, area))
            .due(calendars.current())
            .orElseThrow();
    return switch (due) {
      case DueDay.Settled(LocalDate last) -> last;
      case DueDay.Provisional missing ->
          throw new Refusal(
              Refusal.Kind.CONFLICT,
              "没有公示。" + missing.missingYear() + " 年的放假安排还没有登记，算不出公示到哪天。",
              "请系统管理岗先登记放假安排。");
    };
  }

  /** Nobody objected until the last day was over. */
  @Transactional
  public CaseFile end(long id, int expected, UUID form) {
    current.require(Permission.POST_NOTICE);
    if (files.of(id).state() instanceof AllowanceCase.OnNotice now
        && !day.today().isAfter(now.lastDay())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "公示没有期满。公示到 " + now.lastDay() + "（含当天）。",
          "公示照常进行。",
          "请在第二天以后再办。〔" + Law.NOTICE + "〕");
    }
    return steps.take(id, expected, Step.of(new Action.PostingEnded(day.today()), form));
  }

  /** Somebody objected: the clock stands still and the household is visited again. */
  @Transactional
  public CaseFile object(long id, int expected, UUID form, String ground) {
    current.require(Permission.HANDLE_CASE);
    String plain = ground.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_GROUND) {
      throw new Misfilled(Map.of("note", "请写异议的内容，最多 " + LONGEST_GROUND + " 个字。"));
    }
    return steps.take(id, expected, Step.of(new Action.Objected(day.today(), plain), form));
  }
}
