package org.zhengling.programme.socialassistance.work;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Decision.Outcome;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Report;
import org.zhengling.engine.verification.SourceAnswer;
import org.zhengling.formats.paper.PaperDocument;
import org.zhengling.formats.paper.PaperDocument.Section;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.keys.Sm3;

/** What the family gets on paper: the decision with its reasons, and the report of the check. */
@Component
public class CasePapers {
  private final AreaDirectory areas;

  CasePapers(AreaDirectory areas) {
    this.areas = areas;
  }

  /** The decision, as it was made; its reasons are those that the rules found. */
  public PaperDocument decision(AllowanceFile file) {
    DecisionRecord made = file.decision();
    if (made == null) {
      throw new Refusal(Refusal.Kind.ABSENT, "这一件还没有作出决定。", "作出决定以后再打印通知书。");
    }
    List<Section> sections = new ArrayList<>();
    boolean granted = made.outcome() == Outcome.GRANTED;
    sections.add(
        text(
            "",
            granted
                ? "您的最低生活保障申请已经批准。每月发放金额的算法：" + made.formula() + "（标准为示例数据）。从批准的下一个月起发放。"
                : "您的最低生活保障申请没有批准，理由如下。"));
    sections.add(new Section("", "", 1, "理由和依据", made.reason().lines().toList()));
    if (!made.note().isEmpty()) {
      sections.add(text("说明", made.note()));
    }
    sections.add(text("不同意怎么办", "可以依法申请行政复议，或者提起行政诉讼。〔社会救助暂行办法 第六十五条〕"));
    return new PaperDocument(
        file.file().number(),
        granted ? "最低生活保障批准通知书" : "不予批准最低生活保障通知书",
        issuer(file),
        List.of(file.file().about()),
        sections,
        List.of(),
        file.file().closedOn(),
        file.file().number() + "　按 " + made.ruleEdition() + " 决定　核对报告摘要 " + made.report());
  }

  /** The report of the check; names of persons are left to who hands it over. */
  public PaperDocument report(AllowanceFile file) {
    Report report =
        file.reportIfAny()
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "这一件还没有核对。", "核对以后再打印报告。"));
    List<Section> sections = new ArrayList<>();
    sections.add(
        text(
            "核对范围",
            "家庭成员 "
                + report.members().size()
                + " 人；收入按 "
                + report.windowFrom()
                + " 至 "
                + report.windowTo()
                + " 各月平均；"
                + report.askedOn()
                + " 查询，有效到 "
                + report.validUntil()
                + "。"));
    List<String> lines = new ArrayList<>();
    for (Report.Line line : report.lines()) {
      lines.add(line.source().name() + "：" + said(line.answer()) + "。");
    }
    sections.add(new Section("", "", 1, "各来源的答复", lines));
    List<String> incomes = new ArrayList<>();
    int number = 0;
    for (Report.Member member : report.members()) {
      number++;
      StringBuilder text = new StringBuilder("成员").append(number).append("：");
      member
          .income()
          .forEach((topic, sum) ->
              text.append(topic.chinese()).append(' ').append(report.monthly(sum)).append(" 元/月，"));
      text.append(property(member));
      incomes.add(text.toString());
    }
    sections.add(new Section("", "", 1, "收入和财产", incomes));
    List<String> differences =
        report.differences().stream()
            .map(
                one -> one.topic().chinese() + "：申报 " + one.declared() + "，核对 " + one.found() + "。")
            .toList();
    sections.add(
        new Section("", "", 1, "申报与核对不一致", differences.isEmpty() ? List.of("没有。") : differences));
    sections.add(text("复核", "对结果有异议的，可以在有效期内凭有效材料申请复核。结果只用于本次救助，不进入信用记录。"));
    return new PaperDocument(
        file.file().number(),
        "家庭经济状况核对报告",
        issuer(file),
        List.of(),
        sections,
        List.of(),
        report.askedOn(),
        "有效到 " + report.validUntil() + "　报告摘要 " + Sm3.hex(report.text()));
  }

  private static String said(SourceAnswer answer) {
    return switch (answer) {
      case SourceAnswer.Found found -> "有记录 " + found.items().size() + " 条";
      case SourceAnswer.NotThere _ -> "无记录";
      case SourceAnswer.Unavailable no -> "未答复（" + no.reason() + "）";
      case SourceAnswer.Stale stale -> "已过期（" + stale.dataOf() + " 的数据）";
    };
  }

  private static String property(Report.Member member) {
    List<String> things =
        member.items().stream()
            .filter(item -> !item.topic().isIncome())
            .map(item ->
                item instanceof Item.Deposit one
                    ? one.what() + " " + one.amount() + " 元"
                    : item.what())
            .toList();
    return things.isEmpty() ? "没有查到财产。" : String.join("，", things) + "。";
  }

  private String issuer(AllowanceFile file) {
    return areas.area(file.file().deskArea()).map(AreaDirectory.Area::name).orElse("") + "社会救助经办机构";
  }

  private static Section text(String heading, String words) {
    return new Section("", "", 1, heading, List.of(words));
  }
}
