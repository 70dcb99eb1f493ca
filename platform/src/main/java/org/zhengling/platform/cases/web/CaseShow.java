package org.zhengling.platform.cases.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.CaseAction;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.CasePanel;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.ClockWords;
import org.zhengling.platform.cases.Document;
import org.zhengling.platform.cases.Documents;
import org.zhengling.platform.cases.FormIds;
import org.zhengling.platform.cases.Inbox;
import org.zhengling.platform.cases.JointReviews;
import org.zhengling.platform.cases.Phase;
import org.zhengling.platform.cases.Procedures;
import org.zhengling.platform.clauses.ClauseLabel;

/** Puts the page of a case together; that it was read is recorded before anything is shown. */
@Component
class CaseShow {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final List<PostKind> DESKS =
      List.of(PostKind.CLERK, PostKind.CASE_OFFICER, PostKind.DECIDER, PostKind.PROGRAMME_OFFICER);

  private final CurrentPost current;
  private final Cases cases;
  private final CaseClocks clocks;
  private final Documents documents;
  private final JointReviews reviews;
  private final Procedures procedures;
  private final Inbox inbox;
  private final AreaDirectory areas;
  private final FormIds forms;
  private final BusinessDay day;
  private final Audit audit;
  private final ObjectProvider<CasePanel> panels;

  CaseShow(
      CurrentPost current,
      Cases cases,
      CaseClocks clocks,
      Documents documents,
      JointReviews reviews,
      Procedures procedures,
      Inbox inbox,
      AreaDirectory areas,
      FormIds forms,
      BusinessDay day,
      Audit audit,
      ObjectProvider<CasePanel> panels) {
    this.current = current;
    this.cases = cases;
    this.clocks = clocks;
    this.documents = documents;
    this.reviews = reviews;
    this.procedures = procedures;
    this.inbox = inbox;
    this.areas = areas;
    this.forms = forms;
    this.day = day;
    this.audit = audit;
    this.panels = panels;
  }

  /** A clock with its words and the clause it rests on. */
  record Clock(CaseClock clock, ClockWords words, String clauseLabel) {}

  /** A line of the history. */
  record Entry(Instant at, String time, String act, String what, String who) {}

  /** An opinion that was asked; the words are of its clock. */
  record Asked(JointReviews.Opinion opinion, ClockWords words, boolean mine) {}

  /**
   * What a person typed into one of the forms of the page, kept when it is refused.
   *
   * @param which the form: documents, hand-over, withdraw, reopen, opinion; empty at first
   */
  record Typed(String which, String text, String choice, String problem) {
    static final Typed NOTHING = new Typed("", "", "", "");
  }

  /** What the post in use may do here. */
  record Acts(boolean desk, boolean receipt, boolean reopen) {}

  /** The page. */
  record CasePage(
      CaseFile file,
      String procedure,
      String character,
      String areaName,
      List<Clock> clocks,
      CasePanel.@Nullable Shown panel,
      List<Entry> history,
      List<Document> documents,
      List<Asked> opinions,
      List<AreaDirectory.Area> places,
      List<PostKind> desks,
      Acts acts,
      String form,
      Typed typed) {}

  CasePage of(long id, Typed typed) {
    Post post = current.require(Permission.READ_RESIDENT).post();
    CaseFile file = cases.file(id);
    Act act = Act.of(ActKind.READ_CASE, "案卷页").inCase(file.number());
    Long applicant = file.applicant();
    audit.recordAlone(applicant == null ? act : act.concerning(applicant));
    List<CaseAction> actions = cases.actions(id);
    List<CaseClock> all = clocks.of(id);
    boolean open = file.standing().phase() == Phase.OPEN;
    boolean desk =
        post.may(Permission.ACCEPT_CASE)
            || post.may(Permission.HANDLE_CASE)
            || post.may(Permission.DECIDE_CASE);
    return new CasePage(
        file,
        procedures.of(file.procedure()).chinese(),
        procedures.of(file.procedure()).character(),
        inbox.areaName(file),
        all.stream()
            .filter(clock -> !clock.name().startsWith("opinion-"))
            .map(this::clock)
            .toList(),
        panel(file, actions),
        history(actions, all),
        documents.of(id),
        reviews.of(id).stream().map(opinion -> asked(opinion, post, open)).toList(),
        places(file),
        DESKS,
        new Acts(
            desk && open,
            post.may(Permission.ACCEPT_CASE) || post.may(Permission.HANDLE_CASE),
            post.may(Permission.DECIDE_CASE) && !open),
        forms.fresh().toString(),
        typed);
  }

  private CasePanel.@Nullable Shown panel(CaseFile file, List<CaseAction> actions) {
    Optional<CasePanel> found =
        panels.stream().filter(one -> one.procedure().equals(file.procedure())).findFirst();
    return found.map(one -> one.of(file, actions)).orElse(null);
  }

  private Clock clock(CaseClock clock) {
    return new Clock(
        clock,
        ClockWords.of(clock, day.today()),
        ClauseLabel.of(clock.clause().document(), clock.clause().path().text()));
  }

  private Asked asked(JointReviews.Opinion opinion, Post post, boolean open) {
    boolean mine =
        open
            && opinion.answer() == null
            && post.may(Permission.GIVE_OPINION)
            && opinion.isFor(post);
    return new Asked(opinion, ClockWords.of(opinion.clock(), day.today()), mine);
  }

  /** Actions and what happened to the clocks, newest first. */
  private static List<Entry> history(List<CaseAction> actions, List<CaseClock> clocks) {
    List<Entry> entries = new ArrayList<>();
    for (CaseAction action : actions) {
      entries.add(
          entry(action.at(), action.what(), "", action.postTitle() + " " + action.personName()));
    }
    for (CaseClock clock : clocks) {
      for (CaseClock.Event event : clock.history()) {
        String what = clock.title() + (event.note().isEmpty() ? "" : "：" + event.note());
        entries.add(
            entry(event.at(), event.what(), what, event.postTitle() + " " + event.personName()));
      }
    }
    entries.sort(Comparator.comparing(Entry::at).reversed());
    return entries;
  }

  private static Entry entry(Instant at, String act, String what, String who) {
    return new Entry(at, TIME.format(at), act, what, who);
  }

  /** Where a case may go: up its own path, and to the places beside its own. */
  private List<AreaDirectory.Area> places(CaseFile file) {
    List<AreaDirectory.Area> path = areas.path(file.area()).reversed();
    String above = path.size() < 2 ? file.area() : path.get(1).code();
    return Stream.concat(path.stream(), areas.children(above).stream()).distinct().toList();
  }
}
