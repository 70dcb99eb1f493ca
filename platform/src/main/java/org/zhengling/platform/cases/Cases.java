package org.zhengling.platform.cases;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.cases.store.CaseFiles;

/**
 * Opens case files and adds to them. A programme calls {@link #open} and {@link #act} in the
 * transaction of its own act, last, so that rows, clocks, action and audit are kept together or not
 * at all.
 */
@Component
public class Cases {
  private final CaseFiles files;
  private final CaseSteps steps;
  private final Procedures procedures;
  private final AreaSigns signs;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final InstantSource clock;

  Cases(
      CaseFiles files,
      CaseSteps steps,
      Procedures procedures,
      AreaSigns signs,
      AreaDirectory areas,
      BusinessDay day,
      InstantSource clock) {
    this.files = files;
    this.steps = steps;
    this.procedures = procedures;
    this.signs = signs;
    this.areas = areas;
    this.day = day;
    this.clock = clock;
  }

  /**
   * Opens a case and gives it its number. A form that opened one already answers that one: nothing
   * is opened twice.
   */
  @Transactional
  public CaseFile open(Opening opening) {
    UUID form = opening.first().form();
    files.lockForm(form);
    Optional<CaseFile> before = files.byForm(form);
    if (before.isPresent()) {
      return before.get();
    }
    refuseOutside(opening.area());
    CaseFile draft = draft(opening);
    long id =
        files
            .add(
                draft,
                form,
                ActionPayloads.NOTHING_BEFORE,
                clock.instant().truncatedTo(ChronoUnit.MICROS))
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CONFLICT, "没有登记。这张表单已在别处登记过。", "请重新打开登记页。"));
    CaseFile file = withId(draft, id);
    steps.first(file, opening.first());
    return file;
  }

  private CaseFile draft(Opening opening) {
    Procedure procedure = procedures.of(opening.procedure());
    Standing standing = opening.standing();
    String desk = standing.deskArea() == null ? opening.area() : standing.deskArea();
    if (areas.path(opening.area()).stream().noneMatch(area -> area.code().equals(desk))) {
      throw new IllegalArgumentException("No desk above " + opening.area() + ": " + desk);
    }
    return new CaseFile(
        0,
        number(opening.area(), procedure),
        procedure.slug(),
        opening.area(),
        opening.about(),
        opening.applicant(),
        1,
        standing.at(desk),
        desk,
        null,
        day.today(),
        standing.phase() == Phase.OPEN ? null : day.today(),
        opening.sample());
  }

  /** 任古救〔2020〕137号: without gaps, because the count is undone with the transaction. */
  private String number(String area, Procedure procedure) {
    String prefix = signs.of(area) + procedure.character();
    int year = day.today().getYear();
    return prefix + "〔" + year + "〕" + files.nextNumber(prefix, year) + "号";
  }

  private static CaseFile withId(CaseFile draft, long id) {
    return new CaseFile(
        id,
        draft.number(),
        draft.procedure(),
        draft.area(),
        draft.about(),
        draft.applicant(),
        draft.version(),
        draft.standing(),
        draft.deskArea(),
        draft.deskPost(),
        draft.openedOn(),
        draft.closedOn(),
        draft.sample());
  }

  private void refuseOutside(String area) {
    Set<String> mine = Scope.current().map(Scope::areas).map(Set::copyOf).orElse(Set.of());
    if (!areas.within(area, mine)) {
      throw new Refusal(Refusal.Kind.RIGHTS, "没有登记。这个区划不在您的范围内。", "请换到管这个区划的岗位，或请当地窗口登记。");
    }
  }

  /**
   * Adds an action that was decided on a version of the case; an older version is refused with who
   * did what since. A form that was done already changes nothing.
   *
   * @param after how the case stands then, as the programme folds it
   */
  @Transactional
  public CaseFile act(long id, int expected, Deed deed, Standing after) {
    CaseFile file = steps.lock(id);
    if (steps.done(file, deed)) {
      return file;
    }
    steps.refuseStale(file, expected);
    return steps.step(file, deed, after);
  }

  /** A case of the scope; any other is refused as absent. */
  public CaseFile file(long id) {
    return steps.file(id);
  }

  public Optional<CaseFile> byNumber(String number) {
    return files.byNumber(number.strip());
  }

  /**
   * Everything that was done, oldest first. An action that was changed behind the program's back is
   * noticed here.
   */
  public List<CaseAction> actions(long id) {
    return steps.actions(file(id));
  }
}
