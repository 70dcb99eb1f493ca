package org.zhengling.app.portal;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.zhengling.platform.clauses.Excerpt;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.PublishedClause;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.clauses.PublishedIndicator;
import org.zhengling.platform.clauses.SearchWords;
import org.zhengling.platform.supervision.Boards;

/** One clause: its words, what they demand, and everything that answers or cites it. */
@Controller
class ClausePages {
  private static final String NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  private final Library library;
  private final Boards boards;
  private final PolicyCatalogue policies;
  private final List<CitesClauses> citing;
  private final AreaDirectory areas;
  private final BusinessDay day;

  ClausePages(
      Library library,
      Boards boards,
      PolicyCatalogue policies,
      List<CitesClauses> citing,
      AreaDirectory areas,
      BusinessDay day) {
    this.library = library;
    this.boards = boards;
    this.policies = policies;
    this.citing = List.copyOf(citing);
    this.areas = areas;
    this.day = day;
  }

  /** A neighbour or ancestor of a clause. */
  record Step(String path, String name) {}

  /** What the clause demands, with the number that stands beside the text. */
  record Demand(String number, Coverage.Row row) {}

  /** A stretch of official text and what of it was looked for. */
  record Stretch(OfficialText.Kind kind, List<Excerpt.Piece> pieces) {}

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

  /** The page. */
  record Page(
      PublishedDocument document,
      PublishedClause clause,
      String label,
      List<Step> above,
      List<Step> below,
      @Nullable Step before,
      @Nullable Step after,
      List<List<Stretch>> paragraphs,
      List<Demand> demands,
      List<DocumentPages.TaskRow> tasks,
      List<PublishedIndicator> indicators,
      List<Value> values,
      List<CitesClauses.Records> records,
      List<Cited> citations,
      List<Cited> citedBy,
      List<Amendment> amendments,
      List<Tab> tabs) {}

  @GetMapping("/documents/{number}/clauses/{path}")
  String clause(
      @PathVariable String number,
      @PathVariable String path,
      @RequestParam(defaultValue = "") String words,
      Model model) {
    PublishedDocument document =
        library
            .document(number)
            .orElseThrow(() ->
                new Refusal(Refusal.Kind.ABSENT, "没有发布过“" + number + "”。", "请从文件清单里选，或用搜索查。"));
    List<PublishedClause> clauses = library.clauses(number);
    int index = 0;
    while (index < clauses.size() && !clauses.get(index).path().equals(path)) {
      index++;
    }
    if (index == clauses.size()) {
      throw new Refusal(Refusal.Kind.ABSENT, number + " 里没有“" + path + "”这一条。", "请从文件的条款目录里选。");
    }
    model.addAttribute("page", page(document, clauses, index, SearchWords.parse(words).terms()));
    return "portal/clause";
  }

  private Page page(
      PublishedDocument document, List<PublishedClause> clauses, int index, List<String> words) {
    PublishedClause clause = clauses.get(index);
    String number = document.number();
    String path = clause.path();
    List<DocumentPages.TaskRow> tasks = DocumentPages.tasks(boards.published(), number, path);
    List<PublishedIndicator> indicators = library.indicators(number, path);
    List<Demand> demands = demands(number, path);
    List<Value> values = values(number, path);
    List<CitesClauses.Records> records =
        citing.stream().flatMap(one -> one.citing(number, path).stream()).toList();
    List<Cited> citations = library.citations(number, path).stream().map(this::cited).toList();
    List<Cited> citedBy = library.citing(number).stream().map(ClausePages::citing).toList();
    List<Amendment> amendments = library.amendments(number, path);
    int code = demands.stream().mapToInt(one -> one.row().by().size()).sum();
    List<Tab> tabs =
        Stream.of(
                new Tab("text", "原文与要求"),
                tab("tasks", "任务", tasks.size()),
                tab("indicators", "指标", indicators.size()),
                tab("parameters", "参数", values.size()),
                tab("code", "程序与测试", code),
                tab("records", "在用记录", records.size()),
                tab("citations", "引用", citations.size() + citedBy.size()),
                tab("amendments", "修改", amendments.size()))
            .toList();
    return new Page(
        document,
        clause,
        ClauseLabel.of(number, path),
        above(clauses, index),
        below(clauses, index),
        index == 0 ? null : step(clauses.get(index - 1)),
        index + 1 == clauses.size() ? null : step(clauses.get(index + 1)),
        paragraphs(clause, tasks, indicators, words),
        demands,
        tasks,
        indicators,
        values,
        records,
        citations,
        citedBy,
        amendments,
        tabs);
  }

  private static Tab tab(String anchor, String word, int count) {
    return new Tab(anchor, word + " " + count);
  }

  private static List<List<Stretch>> paragraphs(
      PublishedClause clause,
      List<DocumentPages.TaskRow> tasks,
      List<PublishedIndicator> indicators,
      List<String> words) {
    return OfficialText.paragraphs(
            clause.body(),
            tasks.stream().map(DocumentPages.TaskRow::task).toList(),
            indicators.stream().map(PublishedIndicator::words).toList())
        .stream()
        .map(paragraph ->
            paragraph.stream()
                .map(piece -> new Stretch(piece.kind(), Excerpt.whole(piece.text(), words)))
                .toList())
        .toList();
  }

  private List<Demand> demands(String number, String path) {
    List<Demand> demands = new ArrayList<>();
    for (Coverage.Row row : policies.coverage().of(number, path)) {
      int count = demands.size();
      String sign =
          count < NUMBERS.length() ? NUMBERS.substring(count, count + 1) : "(" + (count + 1) + ")";
      demands.add(new Demand(sign, row));
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

  /**
   * Ancestors, outermost first: going back, each clause of a lower level than the last one found.
   */
  private static List<Step> above(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index - 1; i >= 0 && level > 1; i--) {
      if (clauses.get(i).level() < level) {
        steps.addFirst(step(clauses.get(i)));
        level = clauses.get(i).level();
      }
    }
    return steps;
  }

  private static List<Step> below(List<PublishedClause> clauses, int index) {
    List<Step> steps = new ArrayList<>();
    int level = clauses.get(index).level();
    for (int i = index + 1; i < clauses.size() && clauses.get(i).level() > level; i++) {
      if (clauses.get(i).level() == level + 1) {
        steps.add(step(clauses.get(i)));
      }
    }
    return steps;
  }

  private static Step step(PublishedClause clause) {
    return new Step(clause.path(), clause.name());
  }
}
