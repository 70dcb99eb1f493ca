package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
    clauses.read(paragraphs);
    for (NamedAnnex annex : body.annexes()) {
      clauses.openAnnex(number(annex, body), annex.title(), annex.words());
    }
    for (Part part : body.parts().subList(1, body.parts().size())) {
      List<Passage> printed = Paragraphs.join(part.lines());
      clauses.readAnnex(part.annex(), part.title(), printed);
    }
    LocalDate written = written(head, body);
    List<ClauseDraft> drafts = clauses.clauses();
    List<OrderedTask> tasks = new TaskReader(head.number(), title, written).read(drafts);
    ReferenceReader references = new ReferenceReader(title);
    List<Reference> pointings = references.read(drafts);
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
        references.basis(),
        annexes(body),
        drafts.stream().map(ClauseDraft::clause).toList(),
        tasks,
        new IndicatorReader(head.number(), title, written).read(drafts),
        pointings,
        confidence(head, body, written),
        whole.join().place());
  }

  /** An order (令) is titled by the regulation that it puts in force. */
  private static String title(Head head, List<Passage> paragraphs) {
    String title = head.title();
    boolean order = title.isEmpty() || title.endsWith("令");
    boolean announced =
        title.endsWith("公告") && Titles.isCover(title) && puts(paragraphs, "公布", "发布", "颁布");
    if ((order || announced) && !paragraphs.isEmpty()) {
      String first = paragraphs.getFirst().text();
      int open = first.indexOf('《');
      int close = first.indexOf('》', open + 1);
      if (open >= 0 && close > open && open < 20) {
        return Words.tidy(first.substring(open + 1, close));
      }
    }
    return title;
  }

  private static boolean puts(List<Passage> paragraphs, String... acts) {
    return !paragraphs.isEmpty()
        && Arrays.stream(acts).anyMatch(paragraphs.getFirst().text()::contains);
  }

  /**
   * The day below the title or of signature; else that of adoption, of printing, of a label, in
   * this order.
   */
  private static @Nullable LocalDate written(Head head, Body body) {
    if (head.writtenDate() != null) {
      return head.writtenDate();
    }
    for (LocalDate day : Arrays.asList(head.bracketedDate(), body.dateWritten(), head.bareDate())) {
      if (day != null) {
        return day;
      }
    }
    for (Adoption adoption : Arrays.asList(head.adoption(), body.adoption())) {
      if (adoption != null && adoption.day() != null) {
        return adoption.day();
      }
    }
    return body.datePrinted() == null ? head.labelledDate() : body.datePrinted();
  }

  private static int confidence(Head head, Body body, @Nullable LocalDate written) {
    boolean signed =
        head.writtenDate() != null || head.bracketedDate() != null || body.dateWritten() != null;
    return Math.max(
        20,
        head.sure()
            - (head.number().isEmpty() ? 15 : 0)
            - (head.title().isEmpty() ? 20 : 0)
            - (written == null ? 20 : signed ? 0 : 5));
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
