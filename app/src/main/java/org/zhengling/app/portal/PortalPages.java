package org.zhengling.app.portal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengling.platform.clauses.ChronicleLine;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.PolicyCatalogue;
import org.zhengling.platform.supervision.Board;
import org.zhengling.platform.supervision.Boards;

/** The public portal: home and list of documents. */
@Controller
class PortalPages {
  private static final int LATEST_EVENTS = 6;

  private final Library library;
  private final Boards boards;
  private final PolicyCatalogue policies;

  PortalPages(Library library, Boards boards, PolicyCatalogue policies) {
    this.library = library;
    this.boards = boards;
    this.policies = policies;
  }

  /**
   * The home page.
   *
   * @param months when the documents were written: 2020年8—9月; empty without documents
   */
  record Home(
      List<DocumentRow> documents, String months, int clauses, List<ChroniclePages.Event> events) {}

  @GetMapping("/")
  String home(Model model) {
    List<DocumentRow> documents = documents();
    List<ChronicleLine> all = library.chronicle();
    List<ChroniclePages.Event> events =
        ChroniclePages.events(all.subList(Math.max(0, all.size() - LATEST_EVENTS), all.size()));
    int clauses = documents.stream().mapToInt(row -> row.document().clauses()).sum();
    model.addAttribute("home", new Home(documents, months(documents), clauses, events));
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

  private static String months(List<DocumentRow> documents) {
    List<LocalDate> days =
        documents.stream()
            .map(row -> row.document().dateWritten())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return "";
    }
    YearMonth first = YearMonth.from(days.getFirst());
    YearMonth last = YearMonth.from(days.getLast());
    String begin = first.getYear() + "年" + first.getMonthValue();
    if (first.equals(last)) {
      return begin + "月";
    }
    return first.getYear() == last.getYear()
        ? begin + "—" + last.getMonthValue() + "月"
        : begin + "月—" + last.getYear() + "年" + last.getMonthValue() + "月";
  }
}
