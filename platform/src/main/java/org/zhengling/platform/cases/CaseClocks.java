package org.zhengling.platform.cases;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.store.CaseFiles;
import org.zhengling.platform.cases.store.Clocks;
import org.zhengling.platform.cases.store.Clocks.ActRow;
import org.zhengling.platform.cases.store.Clocks.ClockRow;
import org.zhengling.platform.cases.store.Clocks.What;
import org.zhengling.platform.cases.store.Rungs;
import org.zhengling.platform.clauses.Calendars;

/**
 * The legal clocks of cases. They take effect on the business day; their days follow from what
 * happened and from the calendar, and are written down again with every change of either.
 */
@Component
public class CaseClocks {
  private final Clocks clocks;
  private final Rungs rungs;
  private final CaseFiles files;
  private final ClockProjection projection;
  private final Procedures procedures;
  private final Calendars calendars;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  CaseClocks(
      Clocks clocks,
      Rungs rungs,
      CaseFiles files,
      ClockProjection projection,
      Procedures procedures,
      Calendars calendars,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.clocks = clocks;
    this.rungs = rungs;
    this.files = files;
    this.projection = projection;
    this.procedures = procedures;
    this.calendars = calendars;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** Starts a clock of the case's procedure today; the day itself is not counted. */
  @Transactional
  public void start(long caseFile, String name) {
    CaseFile file = lock(caseFile);
    start(file, rule(file, name), day.today());
  }

  /** Starts a clock that the procedure does not name, or one that began on an earlier day. */
  @Transactional
  public void start(long caseFile, ClockRule rule, LocalDate from) {
    start(lock(caseFile), rule, from);
  }

  private void start(CaseFile file, ClockRule rule, LocalDate from) {
    add(file, rule, from);
    audit.record(Act.of(ActKind.TURN_CLOCK, "起算 " + rule.title()).inCase(file.number()));
  }

  /** Without an audit entry of its own, for an act that has one. */
  long add(CaseFile file, ClockRule rule, LocalDate from) {
    long id =
        clocks
            .add(file.id(), rule, from)
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.CONFLICT, "没有起算。" + rule.title() + "的时限已经在走。", "不用再做什么。"));
    clocks.append(file.id(), act(id, 1, What.START, from, null, null, ""), Doer.current());
    projection.project(file.id(), id);
    return id;
  }

  /**
   * Stops every running clock of the case that may stand still on this ground; today is the first
   * day not counted. Where none may, or all do already, it is refused.
   *
   * @param note for the history, Chinese, at most 200 characters
   */
  @Transactional
  public void suspend(long caseFile, Ground ground, String note) {
    CaseFile file = lock(caseFile);
    int halted = 0;
    for (ClockRow row : clocks.lockRunning(caseFile)) {
      Optional<Ground.Allowed> allowed = allowed(file, row, ground);
      List<ActRow> acts = clocks.acts(List.of(row.id()));
      if (allowed.isPresent() && !fold(row, acts).halted(ground, day.today())) {
        ActRow act =
            act(row.id(), acts.size() + 1, What.SUSPEND, day.today(), ground, allowed.get(), note);
        clocks.append(caseFile, act, Doer.current());
        projection.project(caseFile, row.id());
        halted++;
      }
    }
    if (halted == 0) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有中止计时。没有在走的时限可以因" + ground.chinese() + "中止，或已经因此中止。",
          "请在案卷里看时限的经过。");
    }
    audit.record(
        Act.of(ActKind.TURN_CLOCK, "中止计时：" + ground.chinese())
            .inCase(file.number())
            .carrying(note));
  }

  /** Today counts again for every clock that stands still on this ground; else it is refused. */
  @Transactional
  public void resume(long caseFile, Ground ground, String note) {
    CaseFile file = lock(caseFile);
    int resumed = 0;
    for (ClockRow row : clocks.lockRunning(caseFile)) {
      List<ActRow> acts = clocks.acts(List.of(row.id()));
      if (fold(row, acts).halted(ground, day.today())) {
        ActRow act = act(row.id(), acts.size() + 1, What.RESUME, day.today(), ground, null, note);
        clocks.append(caseFile, act, Doer.current());
        projection.project(caseFile, row.id());
        resumed++;
      }
    }
    if (resumed == 0) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有恢复计时。没有因" + ground.chinese() + "中止的时限。", "请在案卷里看时限的经过。");
    }
    audit.record(
        Act.of(ActKind.TURN_CLOCK, "恢复计时：" + ground.chinese())
            .inCase(file.number())
            .carrying(note));
  }

  /** What the clock was for is done; one that does not run is refused. */
  @Transactional
  public void stop(long caseFile, String name) {
    CaseFile file = lock(caseFile);
    List<ClockRow> running =
        clocks.lockRunning(caseFile).stream().filter(row -> row.name().equals(name)).toList();
    if (running.isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有停止计时。这个时限没有在走。", "请在案卷里看时限的经过。");
    }
    running.forEach(row -> halt(row, ""));
    audit.record(
        Act.of(ActKind.TURN_CLOCK, "停止计时：" + running.getFirst().title()).inCase(file.number()));
  }

  /** With the case, whose act is recorded there. */
  void stopAll(long caseFile, String note) {
    clocks.lockRunning(caseFile).forEach(row -> halt(row, note));
  }

  /** With the act it was for, which is recorded there. */
  void stopOne(long caseFile, long id) {
    clocks.lockRunning(caseFile).stream()
        .filter(row -> row.id() == id)
        .forEach(row -> halt(row, ""));
  }

  private void halt(ClockRow row, String note) {
    int seq = clocks.acts(List.of(row.id())).size() + 1;
    clocks.append(
        row.caseFile(),
        act(row.id(), seq, What.STOP, day.today(), null, null, note),
        Doer.current());
    projection.project(row.caseFile(), row.id());
  }

  /** Every clock of the case, in the order in which they started, as of today. */
  public List<CaseClock> of(long caseFile) {
    return of(Set.of(caseFile)).getOrDefault(caseFile, List.of());
  }

  Map<Long, List<CaseClock>> of(Collection<Long> cases) {
    List<ClockRow> rows = clocks.of(cases);
    List<Long> ids = rows.stream().map(ClockRow::id).toList();
    Map<Long, List<ActRow>> acts = clocks.acts(ids).stream().collect(groupingBy(ActRow::clock));
    Map<Long, Set<Rung>> fired =
        rungs.fired(ids).stream()
            .collect(
                groupingBy(
                    Rungs.FiredRung::clock,
                    Collectors.mapping(Rungs.FiredRung::rung, Collectors.toSet())));
    WorkingCalendar calendar = calendars.current();
    return rows.stream()
        .map(row ->
            view(
                row,
                acts.getOrDefault(row.id(), List.of()),
                fired.getOrDefault(row.id(), Set.of()),
                calendar))
        .collect(groupingBy(CaseClock::caseFile));
  }

  private CaseClock view(
      ClockRow row, List<ActRow> acts, Set<Rung> fired, WorkingCalendar calendar) {
    ClockFold fold = ClockFold.of(row, acts, calendar);
    LocalDate stoppedOn = fold.stoppedOn();
    LocalDate asOf = stoppedOn == null ? day.today() : stoppedOn;
    return new CaseClock(
        row.id(),
        row.caseFile(),
        row.name(),
        row.title(),
        row.clause(),
        fold.clock(),
        stoppedOn,
        fold.clock().read(asOf, calendar),
        fired,
        acts.stream().map(CaseClocks::event).toList());
  }

  private static CaseClock.Event event(ActRow act) {
    Ground ground = act.ground();
    String what =
        switch (act.what()) {
          case START -> "起算";
          case SUSPEND -> "中止计时";
          case RESUME -> "恢复计时";
          case STOP -> "停止计时";
        };
    return new CaseClock.Event(
        act.at(),
        act.on(),
        ground == null ? what : what + "（" + ground.chinese() + "）",
        act.note(),
        act.personName(),
        act.postTitle());
  }

  private CaseFile lock(long caseFile) {
    return files.lock(caseFile).orElseThrow(CaseSteps::absent);
  }

  private ClockFold fold(ClockRow row, List<ActRow> acts) {
    return ClockFold.of(row, acts, calendars.current());
  }

  private ClockRule rule(CaseFile file, String name) {
    return procedures.of(file.procedure()).clocks(day.today()).stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No clock " + name + " in " + file.procedure()));
  }

  /** By the rules of the day on which the clock started. */
  private Optional<Ground.Allowed> allowed(CaseFile file, ClockRow row, Ground ground) {
    return procedures.of(file.procedure()).clocks(row.startedOn()).stream()
        .filter(rule -> rule.name().equals(row.name()))
        .flatMap(rule -> rule.grounds().stream())
        .filter(allowed -> allowed.ground() == ground)
        .findFirst();
  }

  private ActRow act(
      long clockId,
      int seq,
      What what,
      LocalDate on,
      @Nullable Ground ground,
      Ground.@Nullable Allowed allowed,
      String note) {
    Doer doer = Doer.current();
    @Nullable Budget limit = allowed == null ? null : allowed.atMost();
    @Nullable ClauseId clause = allowed == null ? null : allowed.clause();
    return new ActRow(
        clockId,
        seq,
        what,
        on,
        ground,
        limit,
        clause,
        note,
        doer.name(),
        doer.postTitle(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
