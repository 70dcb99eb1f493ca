package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document below its head, sorted: prose by part, signature and dates, annexes.
 *
 * @param parts the document itself and then each printed annex
 * @param signature who signed; empty when nobody did
 * @param adoption what the note under the title of a printed regulation says; null when there is
 *     none
 */
record Body(
    List<Part> parts,
    String signature,
    @Nullable LocalDate dateWritten,
    @Nullable LocalDate datePrinted,
    @Nullable Adoption adoption,
    List<NamedAnnex> annexes) {

  /**
   * A run of prose lines.
   *
   * @param annex number of the printed annex, 0 when it has none, -1 for the document itself
   */
  record Part(int annex, String title, List<SourceLine> lines) {}

  /** An annex named in the text; its number is 0 when the text gives none. */
  record NamedAnnex(int number, String title, Passage words) {}

  static Body read(List<SourceLine> lines, String documentTitle) {
    return new Sorting(lines, documentTitle).sort();
  }

  private static final class Sorting {
    private static final int LONGEST_TITLE = 70;

    private final List<SourceLine> lines;
    private final String documentTitle;
    private final Annexes annexes = new Annexes();
    private final List<Part> parts = new ArrayList<>();
    private Part part = new Part(-1, "", new ArrayList<>());
    private final Signature signature = new Signature();
    private @Nullable LocalDate datePrinted;
    private @Nullable Adoption adoption;
    private boolean titleMayFollow;
    private boolean underTitle = true;
    private boolean inCopyList;

    Sorting(List<SourceLine> lines, String documentTitle) {
      this.lines = lines;
      this.documentTitle = documentTitle;
    }

    Body sort() {
      int at = 0;
      while (at < lines.size()) {
        at = take(at);
      }
      parts.add(part);
      return new Body(
          parts, signature.name(), signature.day(), datePrinted, adoption, annexes.named());
    }

    /** Takes the line and what belongs to it; returns the index of the next line. */
    private int take(int at) {
      SourceLine line = lines.get(at);
      LocalDate printed = LineShape.printedOn(line);
      if (printed != null) {
        datePrinted = printed;
        titleMayFollow = true;
        inCopyList = false;
        return at + 1;
      }
      if (isNote(line)) {
        return at + 1;
      }
      if (underTitle && isUnderTitle(at)) {
        return skipUnderTitle(at);
      }
      if (signature.takes(line, part.lines())) {
        titleMayFollow = true;
        return at + 1;
      }
      if (Contents.isHead(line)) {
        titleMayFollow = false;
        underTitle = false;
        return Contents.end(lines, at);
      }
      if (underTitle) {
        int end = Contents.endUnnamed(lines, at);
        if (end > at) {
          underTitle = false;
          return end;
        }
      }
      int next = takeAnnex(at);
      if (next == at && titleMayFollow) {
        titleMayFollow = false;
        next = takeTitle(at);
      }
      if (next > at) {
        return next;
      }
      underTitle = false;
      part.lines().add(line);
      return at + 1;
    }

    /** 抄送：…, which may run over several lines, and the other notes below a signature. */
    private boolean isNote(SourceLine line) {
      boolean goesOn = inCopyList && Titles.namesUnits(line.compact());
      boolean note = goesOn || LineShape.isNote(line);
      if (note) {
        boolean copies = inCopyList || line.text().startsWith("抄");
        char last = line.text().charAt(line.text().length() - 1);
        inCopyList = copies && "，、,；;".indexOf(last) >= 0;
      } else {
        inCopyList = false;
      }
      return note;
    }

    private int takeAnnex(int at) {
      SourceLine line = lines.get(at);
      int list = annexes.takeList(lines, at, signature.isGiven());
      if (list > at) {
        return list;
      }
      String heading = LineShape.annexList(line);
      NamedAnnex known = heading == null ? null : annexes.find(Words.tidy(heading));
      if (known != null) {
        openPart(known.number(), known.title());
        underTitle = true;
        return at + 1;
      }
      int head = LineShape.annexHead(line);
      if (head >= 0) {
        int next = skipTitle(at + 1);
        openPart(head, words(at + 1, next));
        underTitle = true;
        return next;
      }
      Annexes.Titled titled = signature.isGiven() ? Annexes.titled(line) : null;
      if (titled != null) {
        openPart(titled.number(), titled.title());
        underTitle = true;
        return at + 1;
      }
      return at;
    }

    private void openPart(int annex, String title) {
      parts.add(part);
      part = new Part(annex, title, new ArrayList<>());
    }

    /** The title of a printed plan or regulation; it may be that of a named annex. */
    private int takeTitle(int at) {
      int next = skipTitle(at);
      if (next > at) {
        underTitle = true;
        NamedAnnex named = annexes.find(words(at, next));
        if (named != null) {
          openPart(named.number(), named.title());
        }
      }
      return next;
    }

    /** Between a title and its text: （某年某月某日某会议通过）, (试行), 省科技厅 above such a bracket. */
    private boolean isUnderTitle(int at) {
      SourceLine line = lines.get(at);
      if (Adoption.opens(line) || line.compact().matches("[（(].{1,16}[）)]")) {
        return true;
      }
      boolean byLine = line.text().length() <= 40 && Titles.isIssuer(line.compact());
      return byLine && at + 1 < lines.size() && isDated(lines.get(at + 1));
    }

    private static boolean isDated(SourceLine line) {
      return Adoption.opens(line) || LineShape.date(line) != null;
    }

    private int skipUnderTitle(int at) {
      int next = at + 1;
      if (Adoption.opens(lines.get(at))) {
        next = at + Adoption.length(lines, at);
        StringBuilder words = new StringBuilder();
        lines.subList(at, next).forEach(line -> words.append(line.compact()).append('\n'));
        adoption = adoption == null ? Adoption.read(words.toString()) : adoption;
      } else if (next < lines.size() && LineShape.date(lines.get(next)) != null) {
        next++;
      }
      return next;
    }

    /** The index after the title lines that begin here; the same index when none does. */
    private int skipTitle(int from) {
      StringBuilder words = new StringBuilder();
      for (int i = from; i < Math.min(lines.size(), from + 4); i++) {
        SourceLine line = lines.get(i);
        String text = line.text();
        if (text.length() > LONGEST_TITLE
            || Contents.isProse(line)
            || Contents.isHead(line)
            || (Paragraphs.isComplete(text) && !line.compact().matches(".*[（(].{1,20}[）)]"))
            || Marker.at(text, 0) != null
            || LineShape.date(line) != null) {
          return from;
        }
        words.append(line.compact());
        boolean known =
            line.heading() || documentTitle.contains(words) || annexes.find(words) != null;
        boolean goesOn = i + 1 < lines.size() && lines.get(i + 1).text().startsWith("的");
        if ((Titles.isTitle(words.toString()) && !goesOn && !continues(words, i + 1))
            || (known && !titleGoesOn(i + 1))) {
          return i + 1;
        }
      }
      return from;
    }

    /** 某规划 / 实施纲要 while the notice prints 某规划实施纲要. */
    private boolean continues(CharSequence words, int next) {
      return next < lines.size()
          && documentTitle.contains(words.toString() + lines.get(next).compact());
    }

    private boolean titleGoesOn(int at) {
      return at < lines.size()
          && lines.get(at).text().length() <= LONGEST_TITLE
          && Titles.isTitle(lines.get(at).compact())
          && Marker.at(lines.get(at).text(), 0) == null;
    }

    private String words(int from, int to) {
      StringBuilder words = new StringBuilder();
      lines.subList(from, to).forEach(line -> words.append(line.text()).append('\n'));
      return Words.tidy(words.toString());
    }
  }
}
