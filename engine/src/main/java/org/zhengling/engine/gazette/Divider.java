package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Gazette.Unplaced;

/**
 * Divides the lines of a text into its table of contents, its documents and its chronicle, and
 * takes the page furniture out.
 */
final class Divider {
  private static final int LONGEST_HEAD_LINE = 60;
  private static final int MOST_HEAD_LINES = 12;

  private final List<SourceLine> lines;
  private final List<Section> sections = new ArrayList<>();
  private final List<Unplaced> unplaced = new ArrayList<>();
  private final int contents;

  private Divider(List<SourceLine> lines) {
    this.lines = lines;
    this.contents = endOfContents();
  }

  /** What was found, in the order of the text. */
  record Division(List<Section> sections, List<Unplaced> unplaced) {}

  /** A run of lines that belong together. */
  record Section(boolean chronicle, List<SourceLine> lines) {}

  static Division divide(List<SourceLine> lines) {
    return new Divider(lines.stream().filter(line -> !LineShape.isFurniture(line)).toList())
        .divide();
  }

  private Division divide() {
    List<Integer> starts = starts();
    int first = starts.isEmpty() ? lines.size() : starts.getFirst();
    readFront(first);
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
      boolean chronicle = LineShape.isChronicleHead(lines.get(from));
      sections.add(new Section(chronicle, withoutCategories(lines.subList(from, to))));
    }
    return new Division(sections, unplaced);
  }

  private static List<SourceLine> withoutCategories(List<SourceLine> section) {
    return section.stream()
        .filter(line -> !LineShape.isCategory(line) || LineShape.isChronicleHead(line))
        .toList();
  }

  /** Where documents and chronicles begin. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    int floor = contents;
    @Nullable String current = null;
    boolean printed = false;
    for (int i = floor; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      DocumentNumber number = numberAt(i, floor);
      if (LineShape.isChronicleHead(line)) {
        starts.add(i);
        floor = i + 1;
        current = null;
        printed = false;
      } else if (number != null && !number.full().equals(current)) {
        int start = headStart(i, floor);
        if (!starts.isEmpty() && start <= starts.getLast()) {
          start = i;
        }
        starts.add(start);
        floor = i + 1;
        current = number.full();
        printed = false;
      } else if (printed && opensUnnumbered(i)) {
        starts.add(i);
        floor = i;
        current = null;
        printed = false;
      } else {
        printed |= LineShape.printedOn(line) != null;
      }
    }
    if (starts.isEmpty() && looksLikeDocument(contents)) {
      starts.add(contents);
    }
    return starts;
  }

  private @Nullable DocumentNumber numberAt(int index, int floor) {
    @Nullable SourceLine above = index > floor ? lines.get(index - 1) : null;
    DocumentNumber number = LineShape.number(lines.get(index));
    if (number == null) {
      number = LineShape.orderNumber(lines.get(index), above);
    }
    boolean stands =
        index == floor
            || headStart(index, floor) < index
            || (index + 1 < lines.size() && isHeadLine(lines.get(index + 1)));
    return number != null && stands ? number : null;
  }

  /** The first line of the head that a number belongs to: letterhead, title or labels above it. */
  private int headStart(int index, int floor) {
    int start = index;
    while (start > floor && index - start < MOST_HEAD_LINES && isHeadLine(lines.get(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isHeadLine(SourceLine line) {
    if (LineShape.isLabel(line)) {
      return true;
    }
    String text = line.text();
    boolean prose =
        text.length() > LONGEST_HEAD_LINE
            || Words.ends(text.charAt(text.length() - 1))
            || text.indexOf('。') >= 0
            || text.indexOf('；') >= 0;
    return !prose
        && Marker.at(text, 0) == null
        && LineShape.date(line) == null
        && LineShape.printedOn(line) == null
        && LineShape.annexList(line) == null
        && !LineShape.isNote(line)
        && !LineShape.isContentsEntry(line)
        && !LineShape.isContentsHead(line)
        && !LineShape.isCategory(line);
  }

  /** After the printing line of a document only notes and annexes may follow before the next. */
  private boolean opensUnnumbered(int index) {
    SourceLine line = lines.get(index);
    if (LineShape.annexHead(line) >= 0 || !isHeadLine(line)) {
      return false;
    }
    for (int i = index; i < Math.min(lines.size(), index + MOST_HEAD_LINES); i++) {
      if (numberAt(i, index) != null) {
        return false;
      }
    }
    return true;
  }

  /** The line after a table of contents at the beginning; 0 when there is none. */
  private int endOfContents() {
    int end = 0;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      boolean entry =
          LineShape.isContentsHead(line) || (end > 0 && LineShape.isContentsEntry(line));
      if (entry) {
        end = i + 1;
      } else if (LineShape.number(line) != null || line.text().indexOf('。') >= 0) {
        return end;
      }
    }
    return end;
  }

  private boolean looksLikeDocument(int from) {
    for (int i = from; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (Marker.at(line.text(), 0) != null
          || LineShape.date(line) != null
          || Titles.isTitle(line.compact())) {
        return true;
      }
    }
    return false;
  }

  private void readFront(int end) {
    boolean listed = contents > 0;
    for (int i = 0; i < Math.min(end, lines.size()); i++) {
      SourceLine line = lines.get(i);
      boolean understood =
          LineShape.isContentsHead(line)
              || LineShape.isContentsEntry(line)
              || LineShape.isCategory(line)
              || (listed && i < contents);
      if (!understood) {
        unplaced.add(
            new Unplaced(Passage.of(line).place(), line.text(), "before the first document"));
      }
    }
  }
}
