package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Gazette.Unplaced;

/**
 * Divides the lines of a text into its table of contents, its documents and its chronicle, and
 * takes the page furniture out.
 */
final class Divider {
  private static final int LONGEST_HEAD_LINE = 110;
  private static final int LONGEST_NOTE = 300;
  private static final int MOST_HEAD_LINES = 24;
  private static final Pattern UNIT_FIRST =
      Pattern.compile(".{1,20}(?:人民政府|委员会|办公[厅室]|国务院|管委会|[厅局部委院会])");

  private final List<SourceLine> lines;
  private final List<Section> sections = new ArrayList<>();
  private final List<Unplaced> unplaced = new ArrayList<>();
  private final int contents;
  private final Set<String> plain;

  private Divider(List<SourceLine> lines) {
    this.lines = lines;
    this.contents = Contents.endOfGazette(lines);
    this.plain = plainNumbers(lines);
  }

  /** What was found, in the order of the text. */
  record Division(List<Section> sections, List<Unplaced> unplaced) {}

  /** A run of lines that belong together. */
  record Section(boolean chronicle, List<SourceLine> lines) {}

  static Division divide(List<SourceLine> lines) {
    int front = Labels.frontMatter(lines);
    List<SourceLine> kept = new ArrayList<>();
    List<Unplaced> fields = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (i < front && !Furniture.is(line) && !Labels.isLabel(line)) {
        fields.add(unplaced(line, "front matter"));
      } else if (!Furniture.is(line)) {
        kept.add(line);
      }
    }
    Divider divider = new Divider(kept);
    divider.unplaced.addAll(fields);
    return divider.divide();
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
    boolean ended = false;
    boolean printed = false;
    for (int i = floor; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      DocumentNumber number = numberAt(i, floor);
      if (LineShape.isChronicleHead(line)) {
        starts.add(i);
        floor = i + 1;
        current = null;
        ended = false;
        printed = false;
      } else if (number != null && (!number.full().equals(current) || (ended && hasTitle(i)))) {
        int start = headStart(i, floor);
        if (!starts.isEmpty() && start <= starts.getLast()) {
          start = i;
        }
        starts.add(start);
        floor = headEnd(i);
        i = floor - 1;
        current = number.full();
        ended = false;
        printed = false;
      } else if (printed && opensUnnumbered(i)) {
        starts.add(i);
        floor = i;
        current = null;
        ended = false;
        printed = false;
      } else {
        printed |= LineShape.printedOn(line) != null;
        ended |= printed || LineShape.date(line) != null;
      }
    }
    if (starts.isEmpty() && looksLikeDocument(contents)) {
      starts.add(contents);
    }
    return starts;
  }

  /** The line after the numbers and labels that follow a number in the same head. */
  private int headEnd(int index) {
    int end = index + 1;
    for (int i = end; i < Math.min(lines.size(), index + MOST_HEAD_LINES); i++) {
      SourceLine line = lines.get(i);
      if (PrintedNumber.on(line, lines.get(i - 1)) != null || Labels.isLabel(line)) {
        end = i + 1;
      } else if (!isHeadLine(line)) {
        return end;
      }
    }
    return end;
  }

  private @Nullable DocumentNumber numberAt(int index, int floor) {
    @Nullable SourceLine above = index > floor ? lines.get(index - 1) : null;
    PrintedNumber number = PrintedNumber.on(lines.get(index), above);
    if (number == null || (!number.title().isEmpty() && plain.contains(number.number().full()))) {
      return null;
    }
    if (!number.title().isEmpty() && isInList(index)) {
      return null;
    }
    boolean stands =
        !number.title().isEmpty()
            || index == floor
            || headStart(index, floor) < index
            || (index + 1 < lines.size() && isHeadLine(lines.get(index + 1)));
    return stands ? number.number() : null;
  }

  /** Titles with numbers line after line are a list of documents, not documents. */
  private boolean isInList(int index) {
    return isTitled(index - 1) || isTitled(index + 1);
  }

  private boolean isTitled(int index) {
    if (index < 0 || index >= lines.size()) {
      return false;
    }
    PrintedNumber number = PrintedNumber.on(lines.get(index), null);
    return number != null && !number.title().isEmpty();
  }

  /** Numbers that stand alone on a line somewhere: where a title names them is not their head. */
  private static Set<String> plainNumbers(List<SourceLine> lines) {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      PrintedNumber number = PrintedNumber.on(lines.get(i), i > 0 ? lines.get(i - 1) : null);
      if (number != null && number.title().isEmpty()) {
        numbers.add(number.number().full());
      }
    }
    return numbers;
  }

  /** Whether a title stands in the head around a number. */
  private boolean hasTitle(int index) {
    for (int i = Math.max(0, index - 4); i < Math.min(lines.size(), index + 5); i++) {
      if (Titles.isTitle(lines.get(i).compact()) && isHeadLine(lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first line of the head that a number belongs to: letterhead, title or labels above it;
   * short lines before those are the end of what came before.
   */
  private int headStart(int index, int floor) {
    int top = index;
    while (top > floor && index - top < MOST_HEAD_LINES && isHeadLineAt(top - 1)) {
      top--;
    }
    if (top == contents) {
      return top;
    }
    while (top < index && !opensHead(lines.get(top))) {
      top++;
    }
    return top;
  }

  /** The value of a label may stand on the next line, whatever it is. */
  private boolean isHeadLineAt(int index) {
    if (isHeadLine(lines.get(index))) {
      return true;
    }
    SourceLine above = lines.get(Math.max(0, index - 1));
    char last = above.text().charAt(above.text().length() - 1);
    return Labels.isLabel(above)
        && (last == '：' || last == ':')
        && lines.get(index).text().length() <= LONGEST_HEAD_LINE;
  }

  private static boolean opensHead(SourceLine line) {
    String words = line.compact();
    return line.heading()
        || Labels.isLabel(line)
        || Titles.isIssuer(words)
        || Titles.isCover(words)
        || Titles.opens(words)
        || UNIT_FIRST.matcher(words).lookingAt();
  }

  private static boolean isHeadLine(SourceLine line) {
    if (Labels.isLabel(line)) {
      return true;
    }
    String text = line.text();
    if (text.length() <= LONGEST_NOTE && Adoption.opens(line)) {
      return LineShape.date(line) == null && LineShape.printedOn(line) == null;
    }
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
        && LineShape.annexHead(line) < 0
        && !LineShape.isNote(line)
        && !Contents.isEntry(line)
        && !Contents.isHead(line)
        && !LineShape.isCategory(line);
  }

  /** After the printing line of a document only notes and annexes may follow before the next. */
  private boolean opensUnnumbered(int index) {
    SourceLine line = lines.get(index);
    if (LineShape.annexHead(line) >= 0 || !isHeadLine(line) || !hasTitle(index)) {
      return false;
    }
    for (int i = index; i < Math.min(lines.size(), index + MOST_HEAD_LINES); i++) {
      if (numberAt(i, index) != null) {
        return false;
      }
    }
    return true;
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
    int listed = contents;
    for (int i = contents - 1; i >= 0; i--) {
      listed = Contents.isHead(lines.get(i)) ? i : listed;
    }
    for (int i = 0; i < Math.min(end, lines.size()); i++) {
      SourceLine line = lines.get(i);
      boolean understood =
          Contents.isHead(line)
              || Contents.isEntry(line)
              || LineShape.isCategory(line)
              || (i > listed && i < contents && !Contents.isProse(line));
      if (!understood) {
        unplaced.add(unplaced(line, "before the first document"));
      }
    }
  }

  private static Unplaced unplaced(SourceLine line, String reason) {
    return new Unplaced(Passage.of(line).place(), line.text(), reason);
  }
}
