package org.zhengling.app.portal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.platform.clauses.ChronicleLine;
import org.zhengling.platform.clauses.Excerpt;
import org.zhengling.platform.clauses.Library;
import org.zhengling.platform.clauses.SearchWords;

/** The chronicle by months, narrowed by kind, person or place. */
@Controller
class ChroniclePages {
  private final Library library;

  ChroniclePages(Library library) {
    this.library = library;
  }

  /**
   * An event as a page shows it.
   *
   * @param id where a link leads to
   * @param day its day in words, empty when it is the day of the event before
   * @param kind 会议, 检查 …; empty where the reading does not say
   */
  record Event(String id, String day, String kind, List<Excerpt.Piece> body, List<String> people) {}

  /** Events of one month. */
  record Month(String name, List<Event> events) {}

  /** A choice of the list of kinds. */
  record Choice(String value, String word, boolean chosen) {}

  /** The page. */
  record Page(
      List<Choice> kinds, String person, String place, int all, int shown, List<Month> months) {}

  @GetMapping("/chronicle")
  String chronicle(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String words,
      Model model) {
    List<ChronicleLine> all = library.chronicle();
    List<ChronicleLine> shown =
        all.stream()
            .filter(line -> kind.isBlank() || line.kind().name().equalsIgnoreCase(kind.strip()))
            .filter(line -> person.isBlank() || names(line, person.strip()))
            .filter(line -> place.isBlank() || takesPlace(line, place.strip()))
            .toList();
    Map<YearMonth, List<ChronicleLine>> months = new LinkedHashMap<>();
    for (ChronicleLine line : shown) {
      months.computeIfAbsent(YearMonth.from(line.firstDay()), key -> new ArrayList<>()).add(line);
    }
    List<String> terms = SearchWords.parse(words).terms();
    List<Month> listed = new ArrayList<>();
    months.forEach((month, lines) ->
        listed.add(
            new Month(month.getYear() + "年" + month.getMonthValue() + "月", events(lines, terms))));
    model.addAttribute(
        "page",
        new Page(
            kinds(all, kind.strip()),
            person.strip(),
            place.strip(),
            all.size(),
            shown.size(),
            listed));
    return "portal/chronicle";
  }

  /** Every kind that occurs; none when nothing was told apart. */
  private static List<Choice> kinds(List<ChronicleLine> all, String chosen) {
    return Arrays.stream(ChronicleEntry.Kind.values())
        .filter(kind -> all.stream().anyMatch(line -> line.kind() == kind))
        .map(kind -> new Choice(kind.name(), word(kind), kind.name().equalsIgnoreCase(chosen)))
        .toList();
  }

  private static boolean names(ChronicleLine line, String name) {
    return line.people().stream().anyMatch(person -> person.name().contains(name))
        || line.body().contains(name);
  }

  private static boolean takesPlace(ChronicleLine line, String place) {
    return line.places().stream().anyMatch(one -> one.contains(place))
        || line.body().contains(place);
  }

  static List<Event> events(List<ChronicleLine> lines) {
    return events(lines, List.of());
  }

  private static List<Event> events(List<ChronicleLine> lines, List<String> terms) {
    List<Event> events = new ArrayList<>();
    @Nullable String before = null;
    for (ChronicleLine line : lines) {
      String day = Links.day(line.firstDay());
      if (!line.lastDay().equals(line.firstDay())) {
        day += "—" + Links.day(line.lastDay());
      }
      boolean sameDay = day.equals(before);
      events.add(
          new Event(
              sameDay ? "" : "d" + line.firstDay(),
              sameDay ? "" : day,
              line.kind() == ChronicleEntry.Kind.OTHER ? "" : word(line.kind()),
              Excerpt.whole(line.body(), terms),
              line.people().stream().map(ChroniclePages::person).toList()));
      before = day;
    }
    return events;
  }

  private static String person(ChronicleEntry.Person person) {
    return person.posts().isEmpty()
        ? person.name()
        : person.name() + "（" + String.join("、", person.posts()) + "）";
  }

  private static String word(ChronicleEntry.Kind kind) {
    return switch (kind) {
      case MEETING -> "会议";
      case INSPECTION -> "检查调研";
      case SIGNING -> "签约";
      case VISIT -> "来访出访";
      case OPENING -> "开工启用";
      case AWARD -> "表彰";
      case APPOINTMENT -> "任免";
      case ISSUE -> "印发";
      case ACCIDENT -> "事故";
      case OTHER -> "其他";
    };
  }
}
