package org.zhengling.app.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Excerpt;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PublishedDocument;
import org.zhengling.platform.clauses.SearchHit;
import org.zhengling.platform.clauses.SearchKind;
import org.zhengling.platform.clauses.SearchQuestion;
import org.zhengling.platform.clauses.SearchWords;

/** Finds words in everything that is published. */
@Controller
class SearchPages {
  private static final int HITS = 20;
  private static final int DEEPEST = 10_000;
  private static final int LONGEST_LINE = 200;
  private static final int EXCERPT = 120;

  private final Library library;

  SearchPages(Library library) {
    this.library = library;
  }

  /** What the form sends; empty where nothing was chosen. */
  record Form(
      @Nullable String q,
      @Nullable String kind,
      @Nullable String document,
      @Nullable String from,
      @Nullable String to,
      @Nullable String unit,
      @Nullable String editions,
      @Nullable Integer skip) {

    String words() {
      String line = text(q);
      return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }

    int start() {
      return skip == null ? 0 : Math.clamp(skip, 0, DEEPEST);
    }

    public boolean narrows() {
      return !(text(document) + text(from) + text(to) + text(unit) + text(editions)).isEmpty();
    }

    @Nullable SearchKind only() {
      return Arrays.stream(SearchKind.values())
          .filter(one -> one.name().equalsIgnoreCase(text(kind)))
          .findFirst()
          .orElse(null);
    }

    /** The same question with another sort of thing or another place in the list. */
    String address(String newKind, int newStart) {
      UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
      put(address, "q", words());
      put(address, "kind", newKind);
      put(address, "document", text(document));
      put(address, "from", text(from));
      put(address, "to", text(to));
      put(address, "unit", text(unit));
      put(address, "editions", text(editions));
      put(address, "skip", newStart == 0 ? "" : Integer.toString(newStart));
      return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
      if (!value.isEmpty()) {
        address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
      }
    }
  }

  /** One sort of thing with its count. */
  record Tab(String word, int count, String href, boolean current) {}

  /** Something found, its words cut for marking. */
  record Hit(
      String kind,
      String label,
      String edition,
      List<Excerpt.Piece> title,
      List<Excerpt.Piece> body,
      String href) {}

  /**
   * The page.
   *
   * @param tooShort single characters that were not looked for
   * @param wrongDate what was typed for a day and is none
   */
  record Page(
      Form form,
      String words,
      boolean asked,
      List<String> tooShort,
      String wrongDate,
      List<Tab> tabs,
      int total,
      List<Hit> hits,
      int first,
      @Nullable String before,
      @Nullable String after,
      List<PublishedDocument> documents) {}

  @GetMapping("/search")
  String search(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String document,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String editions,
      @RequestParam(required = false) Integer skip,
      Model model) {
    model.addAttribute("search", page(new Form(q, kind, document, from, to, unit, editions, skip)));
    return "portal/search";
  }

  private Page page(Form form) {
    SearchWords words = SearchWords.parse(form.words());
    List<String> wrong = new ArrayList<>();
    SearchQuestion all = question(form, wrong);
    SearchKind only = form.only();
    Map<SearchKind, Integer> counts = library.counts(all);
    int total =
        only == null
            ? counts.values().stream().mapToInt(Integer::intValue).sum()
            : counts.getOrDefault(only, 0);
    int start = form.start();
    String kind = only == null ? "" : only.name().toLowerCase(Locale.ROOT);
    List<Hit> hits =
        library.search(only == null ? all : all.only(only), start, HITS).stream()
            .map(hit -> hit(hit, words.terms(), form.words()))
            .toList();
    return new Page(
        form,
        form.words(),
        !words.terms().isEmpty(),
        words.tooShort(),
        String.join("、", wrong),
        tabs(form, only, counts),
        total,
        hits,
        start + 1,
        start == 0 ? null : form.address(kind, Math.max(0, start - HITS)),
        start + HITS < total ? form.address(kind, start + HITS) : null,
        library.documents());
  }

  private static SearchQuestion question(Form form, List<String> wrong) {
    SearchQuestion question =
        SearchQuestion.everywhere(form.words())
            .in(Form.text(form.document()))
            .of(Form.text(form.unit()));
    LocalDate from = day(form.from(), wrong);
    LocalDate to = day(form.to(), wrong);
    question = from == null ? question : question.from(from);
    question = to == null ? question : question.until(to);
    return Form.text(form.editions()).equals("all") ? question.inAllEditions() : question;
  }

  private static @Nullable LocalDate day(@Nullable String typed, List<String> wrong) {
    String text = Form.text(typed);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      wrong.add(text);
      return null;
    }
  }

  private static List<Tab> tabs(
      Form form, @Nullable SearchKind only, Map<SearchKind, Integer> counts) {
    List<Tab> tabs = new ArrayList<>();
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    tabs.add(new Tab("全部", all, form.address("", 0), only == null));
    counts.forEach((kind, count) -> {
      if (count > 0 || kind == only) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        tabs.add(new Tab(kind.chinese(), count, form.address(word, 0), kind == only));
      }
    });
    return tabs;
  }

  private static Hit hit(SearchHit hit, List<String> terms, String line) {
    boolean event = hit.kind() == SearchKind.EVENT;
    String number = hit.document();
    String label =
        event
            ? hit.day().toString()
            : hit.path().isEmpty() ? number : ClauseLabel.of(number, hit.path());
    String title =
        event
            ? hit.day().getYear() + "年" + Links.day(hit.day())
            : hit.title().isEmpty() ? label : hit.title();
    String body = hit.body();
    if (body.startsWith(hit.title() + " ")) {
      body = body.substring(hit.title().length() + 1);
    }
    return new Hit(
        hit.kind().chinese(),
        label,
        hit.edition() == hit.newest()
            ? ""
            : "第 " + hit.edition() + " 版，现在是第 " + hit.newest() + " 版",
        Excerpt.whole(title, terms),
        Excerpt.around(body, terms, EXCERPT),
        href(hit, line));
  }

  /** To the very place, where the page marks the words again. */
  private static String href(SearchHit hit, String line) {
    LocalDate on = hit.edition() == hit.newest() ? null : hit.inForceFrom();
    return switch (hit.kind()) {
      case EVENT -> Links.event(hit.day(), line);
      case DOCUMENT -> Links.document(hit.document(), on);
      case CLAUSE -> Links.found(hit.document(), hit.path(), on, line, "found");
      case TASK -> Links.found(hit.document(), hit.path(), on, line, "tasks");
      case INDICATOR -> Links.found(hit.document(), hit.path(), on, line, "indicators");
    };
  }
}
