package org.zhengling.app.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.law.Confidence;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.formats.policy.PolicyParameter;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.clauses.Amendment;
import org.zhengling.platform.clauses.Citation;
import org.zhengling.platform.clauses.CitesClauses;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.EditionHead;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.OfficialText;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedIndicator;
import org.zhengling.platform.clauses.SearchWords;
import org.zhengling.platform.clauses.TextInForce;
import org.zhengling.platform.clauses.TextsInForce;
import org.zhengling.platform.supervision.Boards;

/** One clause: its words, what they demand, and everything that answers or cites it. */
@Controller
class ClausePages {
  private final Library library;
  private final TextsInForce texts;
  private final Boards boards;
  private final PolicyCatalogue policies;
  private final List<CitesClauses> citing;
  private final AreaDirectory areas;
  private final BusinessDay day;

  ClausePages(
      Library library,
      TextsInForce texts,
      Boards boards,
      PolicyCatalogue policies,
      List<CitesClauses> citing,
      AreaDirectory areas,
      BusinessDay day) {
    this.library = library;
    this.texts = texts;
    this.boards = boards;
    this.policies = policies;
    this.citing = List.copyOf(citing);
    this.areas = areas;
    this.day = day;
  }

  /** What the clause demands, with the number that stands beside the text. */
  record Demand(String number, Coverage.Row row) {}

  /** One value of a parameter; {@code ended} when it no longer holds. */
  record Value(
      String name,
      String value,
      LocalDate from,
      @Nullable LocalDate to,
      boolean ended,
      String sign,
      String confidence,
      String source,
      boolean sample) {}

  /**
   * A citation with the address of what is cited or cites; empty where it is not published here.
   */
  record Cited(String effect, String words, String href) {}

  /** A place of the page and how much stands there. */
  record Tab(String anchor, String word) {}

  /**
   * The page.
   *
   * @param inForce the clause with what later documents had done to it by the day
   * @param ended what had ended the whole document by then; absent where it is in force
   * @param asked the day that was asked for; absent for today
   * @param amendments everything that changes or ends it, whenever
   */
  record Page(
      EditionHead document,
      PublishedClause clause,
      TextInForce.ClauseInForce inForce,
      @Nullable Amendment ended,
      @Nullable LocalDate asked,
      String label,
      ClauseTree tree,
      ClauseText text,
      List<Demand> demands,
      List<DocumentPages.TaskRow> tasks,
      List<PublishedIndicator> indicators,
      List<Value> values,
      List<CitesClauses.Records> records,
      List<Cited> citations,
      List<Cited> citedBy,
      List<Amendment> amendments,
      List<EditionHead> editions,
      List<Tab> tabs) {

    /** ① for 1. */
    public String sign(int number) {
      return ClauseText.sign(number);
    }
  }

  @GetMapping("/documents/{number}/clauses/{path}")
  String clause(
      @PathVariable String number,
      @PathVariable String path,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String on,
      Model model) {
    LocalDate asked = day(on);
    TextInForce text = asked == null ? texts.newest(number, day.today()) : texts.on(number, asked);
    List<PublishedClause> clauses =
        text.clauses().stream().map(TextInForce.ClauseInForce::clause).toList();
    int index = 0;
    while (index < clauses.size() && !clauses.get(index).path().equals(path)) {
      index++;
    }
    if (index == clauses.size()) {
      throw new Refusal(
          Refusal.Kind.ABSENT,
          number + (asked == null ? "" : " 在 " + asked + " 的文本") + " 里没有“" + path + "”这一条。",
          "请从文件的条款目录里选。");
    }
    ClauseTree tree = ClauseTree.around(clauses, index);
    model.addAttribute(
        "page", page(text, text.clauses().get(index), asked, tree, SearchWords.parse(words)));
    return "portal/clause";
  }

  private static @Nullable LocalDate day(String on) {
    try {
      return on.isBlank() ? null : LocalDate.parse(on.strip());
    } catch (DateTimeParseException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有查。“" + on + "”不是日期。", "请写成 2021-03-01 这样，再查一次。");
    }
  }

  private Page page(
      TextInForce text,
      TextInForce.ClauseInForce inForce,
      @Nullable LocalDate asked,
      ClauseTree tree,
      SearchWords words) {
    PublishedClause clause = inForce.clause();
    String number = text.edition().number();
    String path = clause.path();
    List<DocumentPages.TaskRow> tasks = DocumentPages.tasks(boards.published(), number, path);
    List<PublishedIndicator> indicators = library.indicators(number, path);
    List<Demand> demands = demands(number, path);
    List<Value> values = values(number, path);
    List<CitesClauses.Records> records =
        citing.stream().flatMap(one -> one.citing(number, path).stream()).toList();
    List<Cited> citations = library.citations(number, path).stream().map(this::cited).toList();
    List<Cited> citedBy = library.citing(number).stream().map(ClausePages::citing).toList();
    List<Amendment> amendments = amendments(number, inForce);
    int code = demands.stream().mapToInt(one -> one.row().by().size()).sum();
    List<Tab> tabs =
        List.of(
            new Tab("text", "原文与要求"),
            tab("tasks", "任务", tasks.size()),
            tab("indicators", "指标", indicators.size()),
            tab("parameters", "参数", values.size()),
            tab("code", "程序与测试", code),
            tab("records", "在用记录", records.size()),
            tab("citations", "引用", citations.size() + citedBy.size()),
            tab("amendments", "版本与修改", text.editions().size() + amendments.size()));
    return new Page(
        text.edition(),
        clause,
        inForce,
        text.ended(),
        asked,
        ClauseLabel.of(number, path),
        tree,
        ClauseText.of(
            clause,
            marked(tasks, indicators),
            demands.stream().map(one -> one.row().name()).toList(),
            words.terms()),
        demands,
        tasks,
        indicators,
        values,
        records,
        citations,
        citedBy,
        amendments,
        text.editions(),
        tabs);
  }

  private static Tab tab(String anchor, String word, int count) {
    return new Tab(anchor, word + " " + count);
  }

  private static OfficialText.Marked marked(
      List<DocumentPages.TaskRow> tasks, List<PublishedIndicator> indicators) {
    return new OfficialText.Marked(
        tasks.stream()
            .map(DocumentPages.TaskRow::task)
            .flatMap(task -> Stream.concat(task.lead().stream(), task.responsible().stream()))
            .toList(),
        tasks.stream().map(one -> one.task().deadlineText()).toList(),
        indicators.stream().map(PublishedIndicator::words).toList(),
        List.of());
  }

  /** To the clause, to one above it, or to the whole document; in the order of the days. */
  private List<Amendment> amendments(String number, TextInForce.ClauseInForce inForce) {
    return Stream.of(
            library.amendments(number, inForce.clause().path()).stream(),
            inForce.coming().stream(),
            Stream.ofNullable(inForce.ended()))
        .flatMap(some -> some)
        .distinct()
        .sorted(Comparator.comparing(Amendment::startsOn))
        .toList();
  }

  private List<Demand> demands(String number, String path) {
    List<Demand> demands = new ArrayList<>();
    for (Coverage.Row row : policies.coverage().of(number, path)) {
      demands.add(new Demand(ClauseText.sign(demands.size() + 1), row));
    }
    return demands;
  }

  private List<Value> values(String number, String path) {
    List<Value> values = new ArrayList<>();
    for (PolicyParameter one : policies.parameters(number, path)) {
      for (PolicyParameter.Line line : one.lines()) {
        LocalDate to = line.to();
        values.add(
            new Value(
                one.nameZh() + place(line),
                one.written(line),
                line.from(),
                to,
                to != null && to.isBefore(day.today()),
                sign(line.confidence()),
                word(line.confidence()),
                line.source(),
                line.standing() == PolicyParameter.Standing.SAMPLE));
      }
    }
    return values;
  }

  private String place(PolicyParameter.Line line) {
    return areas.area(line.area()).map(area -> "（" + area.name() + "）").orElse("");
  }

  private static String sign(Confidence confidence) {
    return switch (confidence) {
      case H -> "sure";
      case M -> "look";
      case L -> "confirm";
    };
  }

  private static String word(Confidence confidence) {
    return switch (confidence) {
      case H -> "已核原文";
      case M -> "较可信";
      case L -> "待核实";
    };
  }

  private Cited cited(Citation one) {
    boolean here = !one.number().isEmpty() && library.document(one.number()).isPresent();
    String title = one.title().isEmpty() ? "" : "《" + one.title() + "》";
    return new Cited(
        one.effect(),
        (title + one.number() + " " + one.target()).strip(),
        here ? Links.document(one.number()) : "");
  }

  private static Cited citing(Citation one) {
    return new Cited(
        one.effect(),
        ClauseLabel.of(one.document(), one.clause())
            + (one.target().isEmpty() ? "" : " 提到 " + one.target()),
        Links.clause(one.document(), one.clause()));
  }
}
