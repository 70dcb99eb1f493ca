package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Body.NamedAnnex;
import org.zhengling.engine.gazette.Body.Part;
import org.zhengling.engine.gazette.OfficialDocument.Annex;

/** Reads one official document from its lines. */
final class DocumentReader {
  private DocumentReader() {}

  static OfficialDocument read(List<SourceLine> lines) {
    Head head = Head.read(lines);
    Body body = Body.read(lines.subList(head.bodyStart(), lines.size()), head.title());
    ClauseReader clauses = new ClauseReader();
    List<Passage> paragraphs = Paragraphs.join(body.parts().getFirst().lines());
    String title = title(head, paragraphs);
    CitationReader citations = new CitationReader(title);
    paragraphs.forEach(citations::read);
    clauses.read(paragraphs);
    for (NamedAnnex annex : body.annexes()) {
      clauses.openAnnex(number(annex, body), annex.title(), annex.words());
    }
    for (Part part : body.parts().subList(1, body.parts().size())) {
      List<Passage> printed = Paragraphs.join(part.lines());
      printed.forEach(citations::read);
      clauses.readAnnex(part.annex(), part.title(), printed);
    }
    LocalDate written = written(head, body, lines);
    List<ClauseDraft> drafts = clauses.clauses();
    List<OrderedTask> tasks = new TaskReader(head.number(), title, written).read(drafts);
    Passage.Joiner whole = new Passage.Joiner();
    lines.forEach(whole::run);
    return new OfficialDocument(
        head.number(),
        head.series(),
        title,
        issuer(head, body, title),
        Titles.kind(title),
        head.addressees(),
        written,
        body.datePrinted(),
        citations.citations(),
        annexes(body),
        drafts.stream().map(ClauseDraft::clause).toList(),
        tasks,
        List.of(),
        List.of(),
        100,
        whole.join().place());
  }

  /** An order (令) is titled by the regulation that it puts in force. */
  private static String title(Head head, List<Passage> paragraphs) {
    String title = head.title();
    boolean order = title.isEmpty() || title.endsWith("令");
    if (order && !paragraphs.isEmpty()) {
      String first = paragraphs.getFirst().text();
      int open = first.indexOf('《');
      int close = first.indexOf('》', open + 1);
      if (open >= 0 && close > open && open < 20) {
        return Words.tidy(first.substring(open + 1, close));
      }
    }
    return title;
  }

  private static @Nullable LocalDate written(Head head, Body body, List<SourceLine> lines) {
    if (head.labelledDate() != null) {
      return head.labelledDate();
    }
    if (body.dateWritten() != null) {
      return body.dateWritten();
    }
    if (head.bodyStart() < lines.size()) {
      SourceLine first = lines.get(head.bodyStart());
      // A regulation printed alone: （2019年10月8日国务院第66次常务会议通过）.
      if (Words.opens(first.text().charAt(0))) {
        return Dates.first(first.compact());
      }
    }
    return body.datePrinted();
  }

  private static String issuer(Head head, Body body, String title) {
    if (head.series().endsWith("令")) {
      return head.series().substring(0, head.series().length() - 1);
    }
    if (!head.letterhead().isEmpty()) {
      return head.letterhead();
    }
    String titled = Titles.issuer(title);
    return titled.isEmpty() ? body.signature() : titled;
  }

  private static int number(NamedAnnex annex, Body body) {
    return body.annexes().size() == 1 ? 0 : annex.number();
  }

  private static List<Annex> annexes(Body body) {
    List<Annex> annexes = new ArrayList<>();
    List<Part> printed = body.parts().subList(1, body.parts().size());
    for (NamedAnnex annex : body.annexes()) {
      boolean isPrinted =
          printed.stream()
              .anyMatch(part ->
                  part.title().equals(annex.title())
                      || part.annex() == annex.number()
                      || (printed.size() == 1 && body.annexes().size() == 1));
      annexes.add(new Annex(annex.title(), isPrinted, annex.words().place()));
    }
    return annexes;
  }
}
