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
 */
record Body(
    List<Part> parts,
    String signature,
    @Nullable LocalDate dateWritten,
    @Nullable LocalDate datePrinted,
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
    private static final int LONGEST_SIGNATURE = 40;
    private static final int LONGEST_TITLE = 70;

    private final List<SourceLine> lines;
    private final String documentTitle;
    private final List<Part> parts = new ArrayList<>();
    private final List<NamedAnnex> annexes = new ArrayList<>();
    private Part part = new Part(-1, "", new ArrayList<>());
    private String signature = "";
    private @Nullable LocalDate dateWritten;
    private @Nullable LocalDate datePrinted;
    private boolean titleMayFollow;

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
      return new Body(parts, signature, dateWritten, datePrinted, annexes);
    }

    /** Takes the line and what belongs to it; returns the index of the next line. */
    private int take(int at) {
      SourceLine line = lines.get(at);
      LocalDate printed = LineShape.printedOn(line);
      if (printed != null) {
        datePrinted = printed;
        titleMayFollow = true;
        return at + 1;
      }
      if (LineShape.isNote(line)) {
        return at + 1;
      }
      LocalDate date = LineShape.date(line);
      if (date != null && isSigned()) {
        dateWritten = dateWritten == null ? date : dateWritten;
        takeSignature();
        titleMayFollow = true;
        return at + 1;
      }
      String annex = LineShape.annexList(line);
      if (annex != null) {
        return takeAnnexes(at, annex);
      }
      int head = LineShape.annexHead(line);
      if (head >= 0) {
        parts.add(part);
        int next = skipTitle(at + 1);
        part = new Part(head, words(at + 1, next), new ArrayList<>());
        return next;
      }
      if (titleMayFollow) {
        titleMayFollow = false;
        int next = skipTitle(at);
        if (next > at) {
          openNamedAnnex(words(at, next));
          return next;
        }
      }
      part.lines().add(line);
      return at + 1;
    }

    /** A date alone on its line signs the document unless it only goes on with a sentence. */
    private boolean isSigned() {
      if (part.lines().isEmpty()) {
        return true;
      }
      SourceLine last = part.lines().getLast();
      return isSignature(last) || Paragraphs.isComplete(last.text());
    }

    private void takeSignature() {
      while (!part.lines().isEmpty() && isSignature(part.lines().getLast())) {
        String name = part.lines().removeLast().compact();
        signature = Titles.isIssuer(name) ? name : signature;
      }
    }

    private static boolean isSignature(SourceLine line) {
      String words = line.compact();
      return words.length() <= LONGEST_SIGNATURE
          && !Paragraphs.isComplete(line.text())
          && Marker.at(line.text(), 0) == null
          && (Titles.isIssuer(words) || (words.length() <= 12 && words.indexOf('，') < 0));
    }

    private int takeAnnexes(int at, String firstWords) {
      int next = at + 1;
      addAnnex(lines.get(at), firstWords);
      while (next < lines.size()) {
        SourceLine line = lines.get(next);
        Marker marker = Marker.at(line.text(), 0);
        boolean listed =
            marker != null && marker.number() == annexes.size() + 1 && line.text().indexOf('。') < 0;
        if (!listed) {
          break;
        }
        addAnnex(line, line.text());
        next++;
      }
      return next;
    }

    private void addAnnex(SourceLine line, String words) {
      Marker marker = Marker.at(words, 0);
      String title = Words.tidy(marker == null ? words : words.substring(marker.end()));
      if (!title.isEmpty()) {
        int number = marker == null ? 0 : marker.number();
        annexes.add(new NamedAnnex(number, title, Passage.of(line)));
      }
    }

    /** A printed annex may begin with its title alone, without the word 附件 above it. */
    private void openNamedAnnex(String title) {
      for (NamedAnnex annex : annexes) {
        if (annex.title().equals(title)) {
          parts.add(part);
          part = new Part(annex.number(), title, new ArrayList<>());
          return;
        }
      }
    }

    /** The index after the title lines that begin here; the same index when none does. */
    private int skipTitle(int from) {
      StringBuilder words = new StringBuilder();
      for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
        SourceLine line = lines.get(i);
        String text = line.text();
        if (text.length() > LONGEST_TITLE
            || Paragraphs.isComplete(text)
            || Marker.at(text, 0) != null
            || LineShape.date(line) != null) {
          return from;
        }
        words.append(line.compact());
        boolean known = line.heading() || documentTitle.contains(words) || isNamed(words);
        boolean goesOn = i + 1 < lines.size() && lines.get(i + 1).text().startsWith("的");
        if ((Titles.isTitle(words.toString()) && !goesOn) || (known && !titleGoesOn(i + 1))) {
          return i + 1;
        }
      }
      return from;
    }

    private boolean isNamed(CharSequence words) {
      return annexes.stream().anyMatch(annex -> annex.title().contentEquals(words));
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
