package org.zhengling.programme.socialassistance.rules;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;

/** Where a case stands. There is no other record of it than its actions. */
public sealed interface AllowanceCase {

  /** What investigating a household consists of. */
  enum Step {
    REPORT("核对家庭经济状况"),
    SURVEY("入户调查"),
    APPRAISAL("民主评议"),
    COUNTY_VISIT("县级入户抽查");

    private final String chinese;

    Step(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** What every open case carries. */
  record Start(LocalDate acceptedOn, Edition edition, Residence residence) {}

  /** Words for a person. */
  String chinese();

  /** A case that is not decided yet. */
  sealed interface Undecided extends AllowanceCase {
    Start start();
  }

  /**
   * The household is being investigated.
   *
   * @param missing what is still to be done before the opinion can be posted
   * @param round whether an objection brought it back here
   */
  record Investigating(Start start, Set<Step> missing, Round round) implements Undecided {
    public Investigating {
      missing = Set.copyOf(missing);
    }

    @Override
    public String chinese() {
      return missing.isEmpty() ? "等待公示" : "正在调查核实";
    }

    private Investigating lacking(Step step) {
      Set<Step> more = EnumSet.of(step);
      more.addAll(missing);
      return new Investigating(start, more, round);
    }

    private Investigating done(Step step) {
      Set<Step> still = EnumSet.noneOf(Step.class);
      still.addAll(missing);
      still.remove(step);
      return new Investigating(start, still, round);
    }
  }

  /** Whether it is the first investigation or one after an objection. */
  enum Round {
    FIRST,
    AFTER_OBJECTION
  }

  /** Papers that only the family has are awaited; the clock stands still. */
  record AwaitingPapers(Investigating before, List<Paper> papers) implements Undecided {
    public AwaitingPapers {
      papers = List.copyOf(papers);
    }

    @Override
    public Start start() {
      return before.start;
    }

    @Override
    public String chinese() {
      return "等待补正材料";
    }
  }

  /** The opinion hangs in the village. */
  record OnNotice(Start start, long notice, LocalDate lastDay) implements Undecided {
    @Override
    public String chinese() {
      return "正在公示";
    }
  }

  /**
   * Posted without an objection; a decision is due.
   *
   * @param missing the county's visit where one was asked for; else nothing
   */
  record ToDecide(Start start, LocalDate since, Set<Step> missing) implements Undecided {
    public ToDecide {
      missing = Set.copyOf(missing);
    }

    @Override
    public String chinese() {
      return missing.isEmpty() ? "等待作出决定" : "等待县级入户抽查";
    }
  }

  /** Paid every month. */
  record InPayment(Start start, LocalDate since, Money monthly, YearMonth from)
      implements AllowanceCase {
    @Override
    public String chinese() {
      return "已批准";
    }
  }

  /** Refused; the letter is still to be handed over. */
  record RefusalToDeliver(Start start, LocalDate since) implements AllowanceCase {
    @Override
    public String chinese() {
      return "不予批准，等待送达";
    }
  }

  /** Refused, and the family has the letter. */
  record RefusalKnown(Start start, LocalDate since) implements AllowanceCase {
    @Override
    public String chinese() {
      return "不予批准";
    }
  }

  /** Taken back by the family. */
  record TakenBack(Start start, LocalDate since) implements AllowanceCase {
    @Override
    public String chinese() {
      return "已撤回";
    }
  }

  /** The state after these actions, the first of which takes the application. */
  static AllowanceCase of(List<Action> actions) {
    if (actions.isEmpty() || !(actions.getFirst() instanceof Action.Accepted accepted)) {
      throw new IllegalStateException("Maybe the first action of a case was lost: " + actions);
    }
    AllowanceCase state =
        new Investigating(
            new Start(accepted.on(), accepted.edition(), accepted.residence()),
            firstSteps(accepted.edition()),
            Round.FIRST);
    for (Action action : actions.subList(1, actions.size())) {
      state = state.after(action);
    }
    return state;
  }

  /** The earlier edition appraises every case, the later one after an objection. */
  private static Set<Step> firstSteps(Edition edition) {
    return switch (edition) {
      case OF_2012 -> EnumSet.of(Step.REPORT, Step.SURVEY, Step.APPRAISAL);
      case OF_2021 -> EnumSet.of(Step.REPORT, Step.SURVEY);
    };
  }

  /** The state after one more action; refused where it does not follow. */
  default AllowanceCase after(Action action) {
    return switch (action) {
      case Action.Accepted _ -> throw cannot();
      case Action.PapersAsked asked ->
          new AwaitingPapers(expect(Investigating.class), asked.papers());
      case Action.PapersBrought _ -> expect(AwaitingPapers.class).before;
      case Action.Checked _ -> checked();
      case Action.Surveyed _ -> expect(Investigating.class).done(Step.SURVEY);
      case Action.Appraised _ -> expect(Investigating.class).done(Step.APPRAISAL);
      case Action.VisitAsked _ -> visitAsked();
      case Action.Visited _ -> visited();
      case Action.Posted posted ->
          new OnNotice(readyToPost().start, posted.notice(), posted.lastDay());
      case Action.Objected _ ->
          new Investigating(
              expect(OnNotice.class).start,
              EnumSet.of(Step.SURVEY, Step.APPRAISAL),
              Round.AFTER_OBJECTION);
      case Action.PostingEnded ended ->
          new ToDecide(expect(OnNotice.class).start, ended.on(), Set.of());
      case Action.Granted granted ->
          new InPayment(readyToDecide().start, granted.on(), granted.monthly(), granted.from());
      case Action.Refused refused -> new RefusalToDeliver(readyToDecide().start, refused.on());
      case Action.RefusalDelivered delivered ->
          new RefusalKnown(expect(RefusalToDeliver.class).start, delivered.on());
      case Action.Withdrawn back -> new TakenBack(expect(Undecided.class).start(), back.on());
    };
  }

  /** Sources may be asked again at any time before the decision. */
  private AllowanceCase checked() {
    return this instanceof Investigating now ? now.done(Step.REPORT) : expect(Undecided.class);
  }

  private AllowanceCase visitAsked() {
    return this instanceof Investigating now
        ? now.lacking(Step.COUNTY_VISIT)
        : new ToDecide(
            expect(ToDecide.class).start,
            expect(ToDecide.class).since,
            EnumSet.of(Step.COUNTY_VISIT));
  }

  private AllowanceCase visited() {
    return this instanceof Investigating now
        ? now.done(Step.COUNTY_VISIT)
        : new ToDecide(expect(ToDecide.class).start, expect(ToDecide.class).since, Set.of());
  }

  private Investigating readyToPost() {
    Investigating now = expect(Investigating.class);
    refuseWhileMissing(now.missing, "没有公示。");
    return now;
  }

  private ToDecide readyToDecide() {
    ToDecide now = expect(ToDecide.class);
    refuseWhileMissing(now.missing, "没有作出决定。");
    return now;
  }

  private static void refuseWhileMissing(Set<Step> missing, String happened) {
    if (!missing.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          happened
              + "还差："
              + missing.stream().sorted().map(Step::chinese).collect(joining("、"))
              + "。",
          "您填的都保留着。",
          "请先办完这几步。");
    }
  }

  private <T extends AllowanceCase> T expect(Class<T> state) {
    if (state.isInstance(this)) {
      return state.cast(this);
    }
    throw cannot();
  }

  private Refusal cannot() {
    return new Refusal(
        Refusal.Kind.CONFLICT,
        "没有记下。这一件现在是“" + chinese() + "”，不能再做这一步。",
        "您填的都保留着。",
        "请刷新案卷，看看别人做了什么。");
  }
}
