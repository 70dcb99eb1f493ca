package org.zhengling.app.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.platform.clauses.ChronicleLine;
import org.zhengling.platform.clauses.ClauseLabel;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.clauses.SearchHit;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;

/** The public portal: home, list of documents, chronicle, search. */
@Controller
class PortalPages {
  private static final int LATEST_EVENTS = 6;
  private static final int HITS = 20;

  private final Library library;
  private final Boards boards;
  private final PolicyCatalogue policies;

  PortalPages(Library library, Boards boards, PolicyCatalogue policies) {
    this.library = library;
    this.boards = boards;
    this.policies = policies;
  }

  /** An event with its day in words, empty when it is the day of the event before. */
  record Event(String day, String body) {}

  /** Events of one month. */
  record Month(String name, List<Event> events) {}

  /** The home page. */
  record Home(List<DocumentRow> documents, int clauses, List<Event> events) {}

  /** Something found, with the words around the first match. */
  record Hit(String label, String title, String href, String before, String match, String after) {}

  /** The search page. */
  record Search(String words, boolean tooShort, List<Hit> hits, int from, boolean more) {}

  @GetMapping("/")
  String home(Model model) {
    List<DocumentRow> documents = documents();
    List<Event> events = events(library.chronicle());
    int clauses = documents.stream().mapToInt(row -> row.document().clauses()).sum();
    List<Event> latest = events.subList(Math.max(0, events.size() - LATEST_EVENTS), events.size());
    model.addAttribute("home", new Home(documents, clauses, latest));
    return "portal/home";
  }

  @GetMapping("/gazettes")
  String gazettes(Model model) {
    model.addAttribute("documents", documents());
    return "portal/gazettes";
  }

  private List<DocumentRow> documents() {
    Board board = boards.published();
    return library.documents().stream()
        .map(document -> DocumentRow.of(document, policies.character(document.number()), board))
        .toList();
  }

  @GetMapping("/chronicle")
  String chronicle(Model model) {
    Map<String, List<ChronicleLine>> months = new LinkedHashMap<>();
    for (ChronicleLine line : library.chronicle()) {
      LocalDate day = line.firstDay();
      months
          .computeIfAbsent(
              day.getYear() + "年" + day.getMonthValue() + "月", key -> new ArrayList<>())
          .add(line);
    }
    List<Month> listed = new ArrayList<>();
    months.forEach((name, lines) -> listed.add(new Month(name, events(lines))));
    model.addAttribute("months", listed);
    return "portal/chronicle";
  }

  private static List<Event> events(List<ChronicleLine> lines) {
    List<Event> events = new ArrayList<>();
    String before = "";
    for (ChronicleLine line : lines) {
      String day = day(line.firstDay());
      if (!line.lastDay().equals(line.firstDay())) {
        day += "—" + day(line.lastDay());
      }
      events.add(new Event(day.equals(before) ? "" : day, line.body()));
      before = day;
    }
    return events;
  }

  private static String day(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    List<String> terms = Library.terms(q);
    int start = Math.clamp(from, 0, 10_000);
    List<SearchHit> found = library.search(q, start, HITS + 1);
    List<Hit> hits = found.stream().limit(HITS).map(hit -> hit(hit, terms.getFirst())).toList();
    boolean tooShort = terms.isEmpty() && !q.isBlank();
    model.addAttribute("search", new Search(q.strip(), tooShort, hits, start, found.size() > HITS));
    return "portal/search";
  }

  private static Hit hit(SearchHit hit, String term) {
    String href;
    String label;
    if (hit.document().isEmpty()) {
      href = "/chronicle";
      label = "大事记";
    } else if (hit.path().isEmpty()) {
      href = Links.document(hit.document());
      label = hit.document();
    } else {
      href = Links.clause(hit.document(), hit.path());
      label = ClauseLabel.of(hit.document(), hit.path());
    }
    String body = hit.body();
    int at =
        body.toLowerCase(java.util.Locale.ROOT).indexOf(term.toLowerCase(java.util.Locale.ROOT));
    if (at < 0) {
      return new Hit(label, hit.title(), href, head(body), "", "");
    }
    int begin = Math.max(0, at - 30);
    int end = Math.min(body.length(), at + term.length() + 60);
    return new Hit(
        label,
        hit.title(),
        href,
        (begin > 0 ? "……" : "") + body.substring(begin, at),
        body.substring(at, at + term.length()),
        body.substring(at + term.length(), end) + (end < body.length() ? "……" : ""));
  }

  private static String head(String body) {
    return body.length() <= 90 ? body : body.substring(0, 90) + "……";
  }
}
