package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.BringsWork;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.access.WorkLine;
import org.zhengling.platform.cases.Inbox.Question;
import org.zhengling.platform.clauses.ClauseLabel;

/** Lays the cases of a desk among the work of its post. */
@Component
class CasesOnDesk implements BringsWork {
  private static final int MOST = 50;

  private final Inbox inbox;
  private final Procedures procedures;
  private final BusinessDay day;

  CasesOnDesk(Inbox inbox, Procedures procedures, BusinessDay day) {
    this.inbox = inbox;
    this.procedures = procedures;
    this.day = day;
  }

  @Override
  public List<WorkLine> waitingFor(SignedIn who) {
    return inbox.page(Question.mine(), null, MOST).lines().stream().map(this::line).toList();
  }

  @Override
  public Rest all(SignedIn who) {
    long count = inbox.counts(Question.mine()).values().stream().mapToLong(Long::longValue).sum();
    return new Rest("办件", count, "/cases");
  }

  private WorkLine line(Inbox.Line line) {
    CaseFile file = line.caseFile();
    CaseClock clock = line.clock();
    String title = procedures.of(file.procedure()).chinese() + "　" + file.about();
    String note = file.number() + " · " + inbox.areaName(file);
    String href = "/cases/" + file.id();
    if (clock == null) {
      return new WorkLine(
          WorkGroup.NO_DAY,
          "on-plan",
          "正常",
          "",
          "",
          title,
          note,
          href,
          file.standing().next(),
          List.of(),
          "",
          "没有时限",
          null,
          "",
          "",
          "");
    }
    LocalDate today = day.today();
    ClockWords words = ClockWords.of(clock, today);
    return new WorkLine(
        line.group(),
        words.light(),
        words.word(),
        words.left(),
        words.unit(),
        title,
        note,
        href,
        file.standing().next(),
        words.cells(),
        words.used(),
        words.due(),
        words.dueOn(),
        ClauseLabel.of(clock.clause().document(), clock.clause().path().text()),
        clock.clause().document(),
        clock.clause().path().text());
  }
}
