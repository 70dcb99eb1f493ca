package org.zhengling.platform.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.time.Budget;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.UnitDirectory;
import org.zhengling.platform.cases.store.Opinions;
import org.zhengling.platform.cases.store.Opinions.RequestRow;
import tools.jackson.databind.json.JsonMapper;

/**
 * Joint review (会审): several units are asked at once, each has a clock of its own, and answers are
 * added as they come. Nobody's silence is an answer.
 */
@Component
public class JointReviews {
  private static final int LONGEST = 200;
  private static final int LONGEST_OPINION = 2000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Opinions opinions;
  private final CaseSteps steps;
  private final CaseClocks clocks;
  private final AreaDirectory areas;
  private final UnitDirectory units;
  private final CurrentPost current;
  private final BusinessDay day;

  JointReviews(
      Opinions opinions,
      CaseSteps steps,
      CaseClocks clocks,
      AreaDirectory areas,
      UnitDirectory units,
      CurrentPost current,
      BusinessDay day) {
    this.opinions = opinions;
    this.steps = steps;
    this.clocks = clocks;
    this.areas = areas;
    this.units = units;
    this.current = current;
    this.day = day;
  }

  /** What a unit thinks. */
  public enum Outcome {
    AGREE("同意"),
    CONDITIONS("有条件同意"),
    DISAGREE("不同意");

    private final String chinese;

    Outcome(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /**
   * A unit that is asked.
   *
   * @param area of the post that shall answer: the case's own or one above it
   * @param department identifier of the unit; absent: the posts of the area itself
   */
  public record Asked(String area, @Nullable String department) {}

  /**
   * What is asked, of whom, and for how long.
   *
   * @param text Chinese, at most 200 characters
   * @param clause the clause that orders the review
   */
  public record Question(List<Asked> asked, String text, Budget budget, ClauseId clause) {
    public Question {
      asked = List.copyOf(asked);
      if (asked.isEmpty() || asked.stream().distinct().count() != asked.size()) {
        throw new IllegalArgumentException("Nobody is asked, or somebody twice: " + asked);
      }
    }
  }

  /** Asks every unit at once; each clock starts today. */
  @Transactional
  public void ask(long caseFile, UUID form, Question question) {
    current.require(Permission.HANDLE_CASE);
    String text = checked(question.text(), LONGEST, "没有写请对什么提意见");
    CaseFile file = steps.lock(caseFile);
    refuseClosed(file);
    Map<Asked, String> names = new LinkedHashMap<>();
    question.asked().forEach(asked -> names.put(asked, unit(file, asked)));
    Deed deed =
        Deed.of(
            OfficeAct.OPINION_ASKED,
            form,
            JSON.writeValueAsString(
                Map.of("units", List.copyOf(names.values()), "question", text)));
    if (steps.done(file, deed)) {
      return;
    }
    CaseFile after = steps.step(file, deed, file.standing());
    int position = 0;
    for (Map.Entry<Asked, String> one : names.entrySet()) {
      position++;
      ClockRule rule =
          new ClockRule(
              "opinion-" + after.version() + "-" + position,
              "会审意见：" + one.getValue(),
              question.budget(),
              question.clause(),
              List.of(),
              EnumSet.allOf(Rung.class));
      long clock = clocks.add(after, rule, day.today());
      Asked asked = one.getKey();
      opinions.ask(
          new RequestRow(
              0,
              caseFile,
              after.version(),
              asked.area(),
              asked.department(),
              one.getValue(),
              text,
              clock,
              null,
              null));
    }
  }

  /** Posts see what lies below them: who is not above the case could not read what is asked. */
  private String unit(CaseFile file, Asked asked) {
    AreaDirectory.Area area =
        areas.path(file.area()).stream()
            .filter(one -> one.code().equals(asked.area()))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.CALLER, "没有征求意见。这个单位看不到这份案卷。", "您写的都保留着，", "请选本级或上级的单位。"));
    String department = asked.department();
    return department == null
        ? area.name()
        : units
            .unit(department)
            .map(UnitDirectory.Unit::name)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CALLER, "没有征求意见。没有这个单位。", "您写的都保留着，", "请重新选一个。"));
  }

  /** Answers for the unit that was asked; answered once, corrections are asked for anew. */
  @Transactional
  public void answer(long request, UUID form, Outcome outcome, String opinion) {
    Post post = current.require(Permission.GIVE_OPINION).post();
    String text = checked(opinion, LONGEST_OPINION, "没有写意见");
    RequestRow row = opinions.byId(request).orElseThrow(JointReviews::absent);
    CaseFile file = steps.lock(row.caseFile());
    RequestRow asked = opinions.byId(request).orElseThrow(JointReviews::absent);
    Deed deed =
        Deed.of(
            OfficeAct.OPINION_GIVEN,
            form,
            JSON.writeValueAsString(
                Map.of("request", request, "outcome", outcome.name(), "text", text)));
    if (steps.done(file, deed)) {
      return;
    }
    if (!isFor(asked, post)) {
      throw new Refusal(
          Refusal.Kind.RIGHTS, "没有提交。这条意见请的是" + asked.unit() + "。", "您写的都保留着，", "请由他们的岗位答复。");
    }
    if (asked.answeredSeq() != null) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有提交。" + asked.unit() + "已经答复过。", "您写的都保留着，", "有变化请经办岗再征求一次。");
    }
    refuseClosed(file);
    CaseFile after = steps.step(file, deed, file.standing());
    opinions.answer(request, after.version(), outcome);
    clocks.stopOne(file.id(), asked.clock());
  }

  private static boolean isFor(RequestRow asked, Post post) {
    return asked.area().equals(post.areaCode())
        && (asked.department() == null || asked.department().equals(post.department()));
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这次会审，或它不在您的范围内。", "请从案卷里重新打开。");
  }

  private static void refuseClosed(CaseFile file) {
    if (file.standing().phase() != Phase.OPEN) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有提交。这件" + file.standing().phase().chinese() + "。",
          "您写的都保留着，",
          "不用再做什么。");
    }
  }

  private static String checked(String text, int longest, String missing) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > longest) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有提交。" + missing + "，或超过 " + longest + " 个字。",
          "您写的都保留着，",
          "请改好再提交。");
    }
    return plain;
  }

  /**
   * What one unit was asked, and its answer.
   *
   * @param unit its name, Chinese
   * @param answer absent while it is missing; then the clock says whether it is late
   */
  public record Opinion(
      long request,
      String unit,
      String area,
      @Nullable String department,
      String question,
      CaseClock clock,
      @Nullable Answer answer) {
    public boolean isFor(Post post) {
      return area.equals(post.areaCode())
          && (department == null || department.equals(post.department()));
    }
  }

  /** What a unit answered. */
  public record Answer(Outcome outcome, String text, CaseAction action) {}

  /** Every opinion that was asked in the case, in the order of asking. */
  public List<Opinion> of(long caseFile) {
    List<RequestRow> rows = opinions.of(caseFile);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Integer, CaseAction> actions =
        steps.actions(steps.file(caseFile)).stream()
            .collect(Collectors.toMap(CaseAction::seq, one -> one));
    Map<Long, CaseClock> clocksById =
        clocks.of(caseFile).stream().collect(Collectors.toMap(CaseClock::id, one -> one));
    List<Opinion> all = new ArrayList<>();
    for (RequestRow row : rows) {
      Integer answered = row.answeredSeq();
      all.add(
          new Opinion(
              row.id(),
              row.unit(),
              row.area(),
              row.department(),
              row.question(),
              Objects.requireNonNull(clocksById.get(row.clock())),
              answered == null
                  ? null
                  : answer(row, Objects.requireNonNull(actions.get(answered)))));
    }
    return all;
  }

  private static Answer answer(RequestRow row, CaseAction action) {
    String text = JSON.readTree(action.payload()).path("text").asString();
    return new Answer(Objects.requireNonNull(row.outcome()), text, action);
  }
}
