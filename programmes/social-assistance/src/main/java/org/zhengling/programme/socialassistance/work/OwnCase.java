package org.zhengling.programme.socialassistance.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.platform.cases.CaseClock;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.programme.socialassistance.rules.AllowanceCase;

/** How a case stands, told to the family: one answer first, then the steps. */
@Component
public class OwnCase {
  private final CaseClocks clocks;

  OwnCase(CaseClocks clocks) {
    this.clocks = clocks;
  }

  /**
   * The answer.
   *
   * @param now where it stands, said to the family
   * @param more one sentence more
   * @param todo what the family has to do now; whole sentence
   * @param due by when they hear of it, at the latest; absent where nothing runs
   * @param left working days until then
   */
  public record Told(
      String now, String more, String todo, @Nullable LocalDate due, int left, List<Stage> stages) {
    public Told {
      stages = List.copyOf(stages);
    }
  }

  /** A step of the way. */
  public record Stage(String name, String note, Progress progress) {}

  /** Whether a step is over. */
  public enum Progress {
    PAST,
    NOW,
    AHEAD
  }

  /** What is told today. */
  public Told told(AllowanceFile file) {
    Optional<CaseClock> clock =
        clocks.of(file.file().id()).stream().filter(CaseClock::runs).findFirst();
    LocalDate due =
        clock
            .map(one -> one.reading().due())
            .map(one -> one instanceof DueDay.Settled(LocalDate day) ? day : null)
            .orElse(null);
    return new Told(
        now(file.state()),
        more(file),
        todo(file.state()),
        due,
        clock.map(one -> one.reading().left()).orElse(0),
        stages(file));
  }

  private static String now(AllowanceCase state) {
    return switch (state) {
      case AllowanceCase.Investigating now ->
          now.round() == AllowanceCase.Round.FIRST ? "正在核对家庭收入和财产" : "有人提出异议，正在重新调查";
      case AllowanceCase.AwaitingPapers _ -> "等您补交材料";
      case AllowanceCase.OnNotice _ -> "正在村（居）里公示";
      case AllowanceCase.ToDecide _ -> "公示期满，正在作出决定";
      case AllowanceCase.InPayment now -> "已批准，每月 " + now.monthly() + " 元";
      case AllowanceCase.RefusalToDeliver _, AllowanceCase.RefusalKnown _ -> "没有批准";
      case AllowanceCase.TakenBack _ -> "您已撤回申请";
    };
  }

  private static String more(AllowanceFile file) {
    return switch (file.state()) {
      case AllowanceCase.Investigating _, AllowanceCase.ToDecide _ -> answered(file);
      case AllowanceCase.AwaitingPapers now ->
          "要补交：" + String.join("、", now.papers().stream().map(one -> one.chinese()).toList()) + "。";
      case AllowanceCase.OnNotice now -> "公示到 " + now.lastDay() + "，只公示姓名（隐去一字）、村、人数和金额。";
      case AllowanceCase.InPayment now -> "从 " + now.from() + " 起发放。";
      case AllowanceCase.RefusalToDeliver _, AllowanceCase.RefusalKnown _ -> "理由写在通知书里。";
      case AllowanceCase.TakenBack _ -> "需要时可以再申请。";
    };
  }

  private static String answered(AllowanceFile file) {
    return file.reportIfAny()
        .map(report -> {
          long answered =
              report.lines().stream()
                  .filter(line -> !(line.answer() instanceof SourceAnswer.Unavailable))
                  .count();
          return "问了 " + report.lines().size() + " 个来源，" + answered + " 个已答复。";
        })
        .orElse("还没有开始向部门询问。");
  }

  private static String todo(AllowanceCase state) {
    return switch (state) {
      case AllowanceCase.AwaitingPapers _ -> "请把材料交到受理窗口，收到以后接着办。";
      case AllowanceCase.RefusalToDeliver _, AllowanceCase.RefusalKnown _ -> "不同意的，可以申请行政复议或者提起诉讼。";
      case AllowanceCase.InPayment _ -> "家里情况有变化，请告诉受理窗口。";
      case AllowanceCase.Investigating _,
          AllowanceCase.OnNotice _,
          AllowanceCase.ToDecide _,
          AllowanceCase.TakenBack _ ->
          "您现在不用做什么。";
    };
  }

  private static List<Stage> stages(AllowanceFile file) {
    int reached =
        switch (file.state()) {
          case AllowanceCase.Investigating _, AllowanceCase.AwaitingPapers _ -> 1;
          case AllowanceCase.OnNotice _ -> 2;
          case AllowanceCase.ToDecide _, AllowanceCase.RefusalToDeliver _ -> 3;
          case AllowanceCase.InPayment _, AllowanceCase.RefusalKnown _, AllowanceCase.TakenBack _ ->
              4;
        };
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("申请并受理", file.start().acceptedOn().toString(), progress(0, reached)));
    stages.add(new Stage("核对家庭情况，入户看望", "两位工作人员会提前打电话", progress(1, reached)));
    stages.add(new Stage("村里公示", "只公示姓名（隐去一字）、村、人数和金额", progress(2, reached)));
    stages.add(new Stage("决定和发放", "批准后从下个月开始发", progress(3, reached)));
    return stages;
  }

  private static Progress progress(int stage, int reached) {
    if (stage < reached) {
      return Progress.PAST;
    }
    return stage == reached ? Progress.NOW : Progress.AHEAD;
  }
}
