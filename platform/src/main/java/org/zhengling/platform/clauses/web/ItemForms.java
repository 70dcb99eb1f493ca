package org.zhengling.platform.clauses.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Clause;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.platform.clauses.draft.Correction;
import org.zhengling.platform.clauses.draft.Item;
import org.zhengling.platform.clauses.draft.ItemKind;
import org.zhengling.platform.clauses.draft.Verdict;

/** What the form of each kind of item shows at first: the fields that can be corrected. */
final class ItemForms {
  private ItemForms() {}

  static Map<String, String> of(Item<?> item) {
    return switch (item.value()) {
      case OfficialDocument head -> head(head);
      case Clause clause -> Map.of("path", clause.path().text(), "heading", clause.heading());
      case OrderedTask task -> task(task, item);
      case Indicator one -> indicator(one);
      case Reference one -> reference(one, item);
      case ChronicleEntry entry -> event(entry);
      case OfficialDocument.Annex annex ->
          Map.of("title", annex.title(), "print", annex.printed() ? "PRINTED" : "MISSING");
      case Gazette.Unplaced line -> line(item);
      default ->
          throw new IllegalStateException("Maybe a new kind of item has no form: " + item.key());
    };
  }

  /** An empty form for an item that a person adds. */
  static Map<String, String> empty(ItemKind kind) {
    return switch (kind) {
      case TASK -> Map.of("kind", "none");
      case INDICATOR -> Map.of("comparator", Indicator.Comparator.AT_LEAST.name());
      case REFERENCE -> Map.of("effect", Reference.Effect.AMENDS.name());
      case LINE, DOCUMENT, ANNEX, CLAUSE, EVENT -> Map.of();
    };
  }

  private static Map<String, String> head(OfficialDocument head) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("number", head.number().isEmpty() ? "无" : head.number());
    values.put("title", head.title());
    values.put("issuer", head.issuer());
    values.put("documentKind", head.kind());
    values.put("written", text(head.dateWritten()));
    values.put("printed", text(head.datePrinted()));
    return values;
  }

  private static Map<String, String> task(OrderedTask task, Item<?> item) {
    Map<String, String> values = new LinkedHashMap<>(DeadlineFields.of(task.deadline()));
    values.put("clause", clause(task.clause()));
    values.put("text", task.text());
    values.put("lead", String.join("、", task.lead()));
    values.put("responsible", String.join("、", task.responsible()));
    boolean later =
        item.edit() != null
            && item.edit().verdict() instanceof Verdict.Corrected(Correction.Duty duty)
            && duty.unnamed() == Correction.Unnamed.SUPERVISION_ASSIGNS;
    values.put("unnamed", later ? "true" : "");
    return values;
  }

  private static Map<String, String> indicator(Indicator one) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("clause", clause(one.clause()));
    values.put("name", one.name());
    values.put("comparator", one.comparator().name());
    values.put("value", one.value().toPlainString());
    values.put("high", one.high() == null ? "" : one.high().toPlainString());
    values.put("unit", one.unit());
    values.put("by", text(one.by()));
    values.put("forWhom", one.forWhom());
    return values;
  }

  private static Map<String, String> reference(Reference one, Item<?> item) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("clause", clause(one.from()));
    values.put("title", one.title());
    values.put("number", one.number());
    values.put("target", path(one.target()));
    values.put("effect", one.effect().name());
    if (item.edit() != null
        && item.edit().verdict() instanceof Verdict.Corrected(Correction.Pointer pointer)) {
      values.put("startsOn", text(pointer.startsOn()));
      values.put("newWords", pointer.newWords());
    }
    return values;
  }

  /** 第十二条 as printed is a path already; other words stay as they are. */
  private static String path(String target) {
    try {
      return target.isEmpty() ? "" : ClausePath.parse(target).text();
    } catch (IllegalArgumentException notAPath) {
      return target;
    }
  }

  private static Map<String, String> event(ChronicleEntry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("first", entry.firstDay().toString());
    values.put("last", entry.lastDay().toString());
    values.put("eventKind", entry.kind().name());
    values.put(
        "people",
        entry.people().stream()
            .map(person ->
                person.name()
                    + (person.posts().isEmpty() ? "" : "：" + String.join("、", person.posts())))
            .collect(Collectors.joining("\n")));
    values.put("places", String.join("、", entry.places()));
    return values;
  }

  private static Map<String, String> line(Item<?> item) {
    Correction placed =
        item.edit() != null && item.edit().verdict() instanceof Verdict.Corrected(var correction)
            ? correction
            : null;
    if (placed instanceof Correction.IntoClause(String document, String path)) {
      return Map.of("use", "INTO", "document", document, "path", path);
    }
    if (placed instanceof Correction.NewClause(String document, String path, String heading)) {
      return Map.of("use", "NEW", "document", document, "path", path, "heading", heading);
    }
    return Map.of("use", "INTO");
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static String clause(ClausePath path) {
    return path.text();
  }

  /** What a form asks for. */
  static Correction correction(ItemKind kind, Typed typed, @Nullable Item<?> item) {
    Correction correction =
        switch (kind) {
          case DOCUMENT -> head(typed);
          case CLAUSE ->
              new Correction.Outline(bracketed(typed.text("path")), typed.text("heading"));
          case TASK -> duty(typed, item);
          case INDICATOR -> figure(typed);
          case REFERENCE -> pointer(typed);
          case EVENT -> event(typed);
          case ANNEX ->
              new Correction.Enclosure(
                  typed.required("title", "附件名称", 200),
                  typed.choice("print", Correction.Print.class, Correction.Print.MISSING));
          case LINE -> placed(typed);
        };
    typed.check();
    return correction;
  }

  private static String bracketed(String path) {
    return path.replace('（', '(').replace('）', ')').replaceAll("[\\s　]+", " ");
  }

  private static Correction head(Typed typed) {
    String number = typed.text("number").replace('[', '〔').replace(']', '〕');
    if (number.isEmpty()) {
      typed.problem("number", "没有写文号。请照原文补上；原文确实没有文号的，请写“无”。");
    } else if (!number.equals("无") && !number.matches("\\p{IsHan}+〔\\d{4}〕\\d+号")) {
      typed.problem("number", "“" + number + "”不像文号，请写成 济政字〔2020〕53号 这样，年份用六角括号。");
    }
    return new Correction.Head(
        number.equals("无") ? "" : number,
        typed.required("title", "标题", 200).replaceAll("\\R", ""),
        typed.required("issuer", "发文机关", 100),
        typed.text("documentKind"),
        typed.day("written", "成文日期"),
        typed.day("printed", "印发日期"));
  }

  private static Correction duty(Typed typed, @Nullable Item<?> item) {
    List<String> lead = typed.names("lead");
    boolean later = typed.text("unnamed").equals("true");
    if (lead.isEmpty() && !later) {
      typed.problem("lead", "没有写牵头单位。请写上单位，或勾选“由督查室指派”；不是任务的，选“不作任务”。");
    }
    return new Correction.Duty(
        bracketed(typed.text("clause")),
        typed.required("text", "任务内容", 400),
        lead,
        typed.names("responsible"),
        DeadlineFields.deadline(typed, item),
        lead.isEmpty() ? Correction.Unnamed.SUPERVISION_ASSIGNS : Correction.Unnamed.STILL_OPEN);
  }

  private static Correction figure(Typed typed) {
    var value = typed.number("value", "数值");
    var high = typed.number("high", "上限");
    if (value == null && typed.text("value").isEmpty()) {
      typed.problem("value", "没有写数值，请补上；没有数值的，选“不作指标”。");
    }
    Indicator.Comparator comparator =
        typed.choice("comparator", Indicator.Comparator.class, Indicator.Comparator.AT_LEAST);
    boolean range = comparator == Indicator.Comparator.RANGE;
    if (range && high == null && typed.text("high").isEmpty()) {
      typed.problem("high", "区间要写上限，请补上。");
    }
    if (range && value != null && high != null && high.compareTo(value) < 0) {
      typed.problem("high", "上限小于下限，请改正其中一个。");
    }
    var zero = java.math.BigDecimal.ZERO;
    return new Correction.Figure(
        bracketed(typed.text("clause")),
        typed.required("name", "指标名称", 100),
        comparator,
        value == null ? zero : value,
        range ? (high == null ? zero : high) : null,
        typed.text("unit"),
        typed.day("by", "最后一日"),
        typed.text("forWhom"));
  }

  private static Correction pointer(Typed typed) {
    return new Correction.Pointer(
        bracketed(typed.text("clause")),
        typed.text("title"),
        typed.text("number").replace('[', '〔').replace(']', '〕'),
        bracketed(typed.text("target")),
        typed.choice("effect", Reference.Effect.class, Reference.Effect.CITES),
        typed.day("startsOn", "日期"),
        typed.text("newWords"));
  }

  private static Correction event(Typed typed) {
    LocalDate first = typed.requiredDay("first", "日期");
    LocalDate last = typed.text("last").isEmpty() ? first : typed.requiredDay("last", "最后一日");
    if (last.isBefore(first) && !last.equals(LocalDate.EPOCH)) {
      typed.problem("last", "最后一日早于第一日，请改正其中一个。");
    }
    List<ChronicleEntry.Person> people =
        typed
            .text("people")
            .lines()
            .filter(line -> !line.isBlank())
            .map(ItemForms::person)
            .toList();
    return new Correction.Event(
        first,
        last,
        typed.choice("eventKind", ChronicleEntry.Kind.class, ChronicleEntry.Kind.OTHER),
        people,
        typed.names("places"));
  }

  private static ChronicleEntry.Person person(String line) {
    String[] parts = line.strip().split("[：:]", 2);
    List<String> posts =
        parts.length < 2
            ? List.of()
            : Arrays.stream(parts[1].split("[、，,]"))
                .map(String::strip)
                .filter(post -> !post.isEmpty())
                .toList();
    return new ChronicleEntry.Person(parts[0].strip(), posts);
  }

  private static Correction placed(Typed typed) {
    String document = typed.required("document", "文件", 100);
    String path = bracketed(typed.required("path", "条款编号", 60));
    return typed.text("use").equals("NEW")
        ? new Correction.NewClause(document, path, typed.text("heading"))
        : new Correction.IntoClause(document, path);
  }
}
