package org.zhengling.platform.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.WorkGroup;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.ClockWords;
import org.zhengling.platform.cases.Inbox;
import org.zhengling.platform.cases.Inbox.Place;
import org.zhengling.platform.cases.Inbox.Question;
import org.zhengling.platform.cases.Inbox.Whose;
import org.zhengling.platform.cases.Procedure;
import org.zhengling.platform.cases.Procedures;
import org.zhengling.platform.clauses.ClauseLabel;

/** The list of open cases by clock. */
@Controller
class InboxPages {
  private static final int SIZE = 50;

  private final CurrentPost current;
  private final Inbox inbox;
  private final Procedures procedures;
  private final BusinessDay day;

  InboxPages(CurrentPost current, Inbox inbox, Procedures procedures, BusinessDay day) {
    this.current = current;
    this.inbox = inbox;
    this.procedures = procedures;
    this.day = day;
  }

  /** A case in the list; words and clause are absent where no clock runs. */
  record Line(
      CaseFile file,
      String procedure,
      String character,
      String areaName,
      @Nullable ClockWords words,
      @Nullable CaseClock clock,
      String clauseLabel) {}

  /** Lines under one heading, and how many there are on all pages. */
  record Group(String name, long count, List<Line> lines) {}

  /** A filter of the list. */
  record Choice(String label, String href, boolean current) {}

  /** The page. */
  record CaseList(
      String summary,
      List<Choice> whose,
      List<Choice> procedures,
      List<Group> groups,
      @Nullable String next) {}

  @GetMapping("/cases")
  String cases(
      @RequestParam(defaultValue = "MINE") String whose,
      @RequestParam(required = false) @Nullable String procedure,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    current.require(Permission.READ_RESIDENT);
    Whose asked = whose.equals("ALL") ? Whose.ALL : Whose.MINE;
    Question question = new Question(asked, procedure, null, null);
    Inbox.Page page = inbox.page(question, after == null ? null : Place.of(after), SIZE);
    Map<WorkGroup, Long> counts = inbox.counts(question);
    Place next = page.next();
    model.addAttribute(
        "list",
        new CaseList(
            summary(counts),
            List.of(
                new Choice("我的办件", href(Whose.MINE, procedure, null), asked == Whose.MINE),
                new Choice("本区划全部", href(Whose.ALL, procedure, null), asked == Whose.ALL)),
            choices(asked, procedure),
            Arrays.stream(WorkGroup.values())
                .map(group -> group(group, counts, page))
                .filter(group -> !group.lines().isEmpty())
                .toList(),
            next == null ? null : href(asked, procedure, next)));
    return "cases/inbox";
  }

  private List<Choice> choices(Whose whose, @Nullable String chosen) {
    if (procedures.all().size() < 2) {
      return List.of();
    }
    List<Choice> choices = new java.util.ArrayList<>();
    choices.add(new Choice("全部事项", href(whose, null, null), chosen == null));
    for (Procedure one : procedures.all()) {
      choices.add(
          new Choice(one.chinese(), href(whose, one.slug(), null), one.slug().equals(chosen)));
    }
    return choices;
  }

  private static String href(Whose whose, @Nullable String procedure, @Nullable Place after) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
    if (whose == Whose.ALL) {
      address.queryParam("whose", whose.name());
    }
    if (procedure != null) {
      address.queryParam("procedure", procedure);
    }
    if (after != null) {
      address.queryParam("after", after.toString());
    }
    return address.encode().build().toUriString();
  }

  private Group group(WorkGroup group, Map<WorkGroup, Long> counts, Inbox.Page page) {
    List<Line> lines =
        page.lines().stream().filter(line -> line.group() == group).map(this::line).toList();
    return new Group(group.chinese(), counts.getOrDefault(group, 0L), lines);
  }

  private Line line(Inbox.Line line) {
    CaseFile file = line.caseFile();
    Procedure procedure = procedures.of(file.procedure());
    CaseClock clock = line.clock();
    return new Line(
        file,
        procedure.chinese(),
        procedure.character(),
        inbox.areaName(file),
        clock == null ? null : ClockWords.of(clock, day.today()),
        clock,
        clock == null
            ? ""
            : ClauseLabel.of(clock.clause().document(), clock.clause().path().text()));
  }

  private static String summary(Map<WorkGroup, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long late = counts.getOrDefault(WorkGroup.OVERDUE, 0L);
    long today = counts.getOrDefault(WorkGroup.TODAY, 0L);
    return "在办 "
        + all
        + " 件，"
        + (late == 0 ? "没有逾期" : late + " 件已逾期")
        + (today == 0 ? "。" : "，" + today + " 件今天到期。");
  }
}
