package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.ChronicleEntry.Kind;
import org.zhengling.engine.gazette.Gazette.Unplaced;

/**
 * Reads a chronicle: the month from its head, the day from each entry, and △ for a further entry of
 * the same day.
 */
final class ChronicleReader {
  private static final Pattern MONTH = Pattern.compile("[（(]?(?:(\\d{4})年)?(\\d{1,2})月(?:份)?[）)]?");
  private static final Pattern HEAD_MONTH = Pattern.compile(".*?(\\d{4})年(\\d{1,2})月.*");
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(\\d{1,2})月)?(\\d{1,2})日(?:(?:[-—－–~～、]{1,2}|至|到)(?:(\\d{1,2})月)?(\\d{1,2})日)?");
  private static final String AGAIN = "△▲Δ∆";

  private final List<ChronicleEntry> entries = new ArrayList<>();
  private final List<Unplaced> unplaced = new ArrayList<>();
  private Passage.Joiner words = new Passage.Joiner();
  private @Nullable LocalDate firstDay;
  private @Nullable LocalDate lastDay;
  private int year;
  private int month;

  List<ChronicleEntry> entries() {
    return entries;
  }

  List<Unplaced> unplaced() {
    return unplaced;
  }

  void read(List<SourceLine> lines) {
    Matcher head = HEAD_MONTH.matcher(lines.getFirst().compact());
    if (head.matches()) {
      year = Integer.parseInt(head.group(1));
      month = Integer.parseInt(head.group(2));
    }
    for (SourceLine line : lines.subList(1, lines.size())) {
      if (!readMonth(line) && !LineShape.isNote(line)) {
        readLine(line);
      }
    }
    close();
  }

  private boolean readMonth(SourceLine line) {
    Matcher matcher = MONTH.matcher(line.compact());
    if (!matcher.matches() || (matcher.group(1) == null && year == 0)) {
      return false;
    }
    close();
    year = matcher.group(1) == null ? year : Integer.parseInt(matcher.group(1));
    month = Integer.parseInt(matcher.group(2));
    firstDay = null;
    lastDay = null;
    return true;
  }

  private void readLine(SourceLine line) {
    Passage passage = Passage.of(line);
    if (AGAIN.indexOf(line.text().charAt(0)) >= 0) {
      close();
      words.run(passage.slice(1, line.text().length()));
      return;
    }
    Matcher day = DAY.matcher(line.text());
    if (day.lookingAt() && opensEntry(line, day.end())) {
      close();
      readDays(day);
      words.run(passage.slice(day.end(), line.text().length()));
      return;
    }
    words.run(passage);
  }

  /** A day opens an entry when a blank or its own type face sets it off from the words. */
  private static boolean opensEntry(SourceLine line, int end) {
    return end == line.text().length()
        || Words.isBlank(line.text().charAt(end))
        || line.cuts().contains(end);
  }

  private void readDays(Matcher day) {
    int from = day.group(1) == null ? month : Integer.parseInt(day.group(1));
    firstDay = Dates.of(year, from, Integer.parseInt(day.group(2)));
    lastDay = firstDay;
    if (day.group(4) != null) {
      int to = day.group(3) == null ? from : Integer.parseInt(day.group(3));
      lastDay = Dates.of(to < from ? year + 1 : year, to, Integer.parseInt(day.group(4)));
    }
  }

  private void close() {
    if (words.isEmpty()) {
      return;
    }
    Passage entry = words.join();
    words = new Passage.Joiner();
    LocalDate first = firstDay;
    LocalDate last = lastDay;
    if (year == 0 || first == null || last == null || last.isBefore(first)) {
      unplaced.add(new Unplaced(entry.place(), entry.text(), "chronicle entry without a date"));
    } else if (!entry.isEmpty()) {
      entries.add(
          new ChronicleEntry(
              first, last, entry.text(), Kind.OTHER, List.of(), List.of(), 100, entry.place()));
    }
  }
}
