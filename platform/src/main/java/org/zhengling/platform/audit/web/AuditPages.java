package org.zhengling.platform.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.AuditReading;
import org.zhengling.platform.audit.AuditWords;
import org.zhengling.platform.audit.Entry;
import org.zhengling.platform.audit.store.EntryViews;
import org.zhengling.platform.audit.store.EntryViews.Outcome;

/** What was done, for the audit post: by person, case, act, refusal and day. */
@Controller
class AuditPages {
  private static final int LONGEST = 100;

  private final AuditReading reading;

  AuditPages(AuditReading reading) {
    this.reading = reading;
  }

  /**
   * What a person asks for, as typed.
   *
   * @param who number of a person or a part of a name
   * @param result empty, done or refused
   */
  record Form(
      @Nullable String who,
      @Nullable String number,
      @Nullable String act,
      @Nullable String result,
      @Nullable String from,
      @Nullable String to) {
    Form {
      who = plain(who);
      number = plain(number);
      act = plain(act);
      result = plain(result);
      from = plain(from);
      to = plain(to);
    }

    private static String plain(@Nullable String text) {
      String stripped = text == null ? "" : text.strip();
      return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    private static String said(@Nullable String text) {
      return text == null ? "" : text;
    }

    String query() {
      UriComponentsBuilder query = UriComponentsBuilder.newInstance();
      fields().forEach((name, value) -> query.queryParam(name, value));
      String text = query.encode().build().getQuery();
      return text == null ? "" : text;
    }

    /** What was typed, by field. */
    Map<String, String> fields() {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("who", said(who));
      fields.put("number", said(number));
      fields.put("act", said(act));
      fields.put("result", said(result));
      fields.put("from", said(from));
      fields.put("to", said(to));
      fields.values().removeIf(String::isEmpty);
      return fields;
    }

    public String get(String field) {
      return fields().getOrDefault(field, "");
    }
  }

  /** A line of the list. */
  record Line(
      String time,
      String act,
      String about,
      String who,
      String post,
      @Nullable String caseNumber,
      String purpose,
      String subjects,
      @Nullable String refused,
      String place) {}

  /** A choice of the form. */
  record Choice(String value, String label) {}

  /** A wrong field. */
  record Problem(String field, String message) {}

  /** The page; addresses are absent where there is nowhere to go. */
  record ListPage(
      Form form,
      List<Choice> acts,
      List<Problem> problems,
      Map<String, String> problem,
      List<Line> lines,
      int number,
      @Nullable String newer,
      @Nullable String older,
      String export) {}

  @GetMapping("/audit")
  String list(
      @ModelAttribute("asked") Form form, @RequestParam(defaultValue = "0") int page, Model model) {
    Map<String, String> problems = problems(form);
    // Whoever may not read learns so before anything about the form.
    AuditReading.Page found =
        reading.read(
            wanted(problems.isEmpty() ? form : EMPTY),
            question(problems.isEmpty() ? form : EMPTY),
            page);
    String query = form.query();
    String address = "/audit?" + (query.isEmpty() ? "" : query + "&") + "page=";
    model.addAttribute(
        "page",
        new ListPage(
            form,
            Arrays.stream(ActKind.values())
                .map(kind -> new Choice(kind.name(), kind.chinese()))
                .toList(),
            problems.entrySet().stream()
                .map(one -> new Problem(one.getKey(), one.getValue()))
                .toList(),
            problems,
            problems.isEmpty()
                ? found.entries().stream().map(AuditPages::line).toList()
                : List.of(),
            found.number() + 1,
            found.number() > 0 ? address + (found.number() - 1) : null,
            found.more() ? address + (found.number() + 1) : null,
            "/audit/export.csv" + (query.isEmpty() ? "" : "?" + query)));
    return "audit/entries";
  }

  private static final Form EMPTY = new Form("", "", "", "", "", "");

  @GetMapping("/audit/export.csv")
  ResponseEntity<byte[]> export(@ModelAttribute("asked") Form form) {
    Map<String, String> problems = problems(form);
    if (!problems.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有导出。" + String.join("", problems.values()), "请回到审计记录改好再导出。");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(reading.export(wanted(form), question(form)));
  }

  private static Map<String, String> problems(Form form) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : List.of("from", "to")) {
      if (!form.get(field).isEmpty() && day(form.get(field)) == null) {
        problems.put(field, "日期“" + form.get(field) + "”读不懂，请写成 2020-09-20 的样子。");
      }
    }
    LocalDate from = day(form.get("from"));
    LocalDate to = day(form.get("to"));
    if (from != null && to != null && to.isBefore(from)) {
      problems.put("to", "最后一天早于第一天，请改其中一个。");
    }
    return problems;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static EntryViews.Wanted wanted(Form form) {
    String who = form.get("who");
    boolean number = who.matches("\\d{1,18}");
    LocalDate from = day(form.get("from"));
    LocalDate to = day(form.get("to"));
    Outcome outcome =
        switch (form.get("result")) {
          case "done" -> Outcome.DONE;
          case "refused" -> Outcome.REFUSED;
          default -> Outcome.ANY;
        };
    return new EntryViews.Wanted(
        number ? Long.valueOf(who) : null,
        number ? null : absent(who),
        absent(form.get("number")),
        absent(form.get("act")),
        outcome,
        from == null ? null : begin(from),
        to == null ? null : begin(to.plusDays(1)));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(AuditWords.ZONE).toInstant();
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The question in words, for the record of its reading. */
  private static String question(Form form) {
    List<String> parts = new ArrayList<>();
    form.fields()
        .forEach((field, value) ->
            parts.add(
                switch (field) {
                  case "who" -> "人员 " + value;
                  case "number" -> "案号 " + value;
                  case "act" -> "行为 " + AuditWords.act(value);
                  case "result" -> value.equals("refused") ? "没有办成的" : "办成的";
                  case "from" -> value + " 起";
                  default -> "到 " + value;
                }));
    return parts.isEmpty() ? "全部" : String.join("、", parts);
  }

  private static Line line(Entry entry) {
    String subjects = entry.subjects().isEmpty() ? "" : "涉及 " + entry.subjects().size() + " 人的资料";
    return new Line(
        AuditWords.moment(entry.at()),
        AuditWords.act(entry.act()),
        entry.about(),
        entry.actor() == null ? entry.actorName() : entry.actorName() + "（" + entry.actor() + "）",
        entry.postTitle(),
        entry.caseNumber(),
        entry.purpose(),
        subjects,
        entry.refused(),
        entry.stream() + "-" + entry.seq());
  }
}
