package org.zhengling.formats.paper;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes an official document as PDF in the layout of GB/T 9704-2012: the type area is 156 mm by
 * 225 mm with 22 lines of 28 characters, 37 mm from the top and 28 mm from the left. The red head
 * and the seal are left out: this is a reading copy and must not pass for the original.
 */
public final class PaperPdf {
  private static final float WIDTH = Sheet.WIDTH;

  /** 三号 on the grid. */
  private static final float SIZE = WIDTH / 28;

  /** 二号. */
  private static final float TITLE_SIZE = 22;

  private static final float INDENT = 2 * SIZE;

  /** The date stands four characters from the right edge. */
  private static final float DATE_INDENT = 4 * SIZE;

  /** One at a time: a font keeps its place in its file. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Typefaces typefaces;
  private final Sheet sheet;

  /** Those that the next one may stand below, the outermost first. */
  private final List<Bookmark> above = new ArrayList<>();

  private record Bookmark(int level, PdfOutline outline) {}

  private PaperPdf(Typefaces typefaces, Sheet sheet) {
    this.typefaces = typefaces;
    this.sheet = sheet;
  }

  /** Writes the whole document; the stream stays open. */
  public static void write(PaperDocument paper, Typefaces typefaces, OutputStream out) {
    TURN.lock();
    try {
      Document pdf = new Document(PageSize.A4);
      PdfWriter writer = PdfWriter.getInstance(pdf, out);
      writer.setCloseStream(false);
      pdf.addTitle(paper.title());
      pdf.addAuthor(paper.issuer());
      pdf.addSubject(paper.number());
      pdf.addCreator("政令通");
      pdf.open();
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-CN"));
      writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
      new PaperPdf(typefaces, new Sheet(pdf, writer, typefaces, paper.foot())).print(paper);
      pdf.close();
    } finally {
      TURN.unlock();
    }
  }

  private void print(PaperDocument paper) {
    title(paper);
    addressees(paper.addressees());
    for (PaperDocument.Section section : paper.sections()) {
      section(section);
    }
    annexes(paper.annexes());
    signature(paper.issuer(), paper.dateWritten());
    sheet.finish();
  }

  private void title(PaperDocument paper) {
    sheet.skip(1);
    Glyphs title = new Glyphs(typefaces, TITLE_SIZE).add(Face.TITLE, paper.title());
    int rows = (int) Math.ceil(title.width() / (WIDTH - 2 * TITLE_SIZE));
    // Rows of about the same length, as a title is broken by hand.
    float width = Math.min(WIDTH, title.width() / Math.max(1, rows) + 1.5f * TITLE_SIZE);
    for (Glyphs.Line line : title.lines(0, width)) {
      sheet.centred(line, TITLE_SIZE);
    }
    if (!paper.number().isEmpty()) {
      sheet.centred(
          new Glyphs(typefaces, SIZE)
              .add(Face.SECOND_LEVEL, paper.number())
              .lines(0, WIDTH)
              .getFirst(),
          SIZE);
    }
    sheet.skip(1);
  }

  private void addressees(List<String> addressees) {
    if (!addressees.isEmpty()) {
      String words = String.join("，", addressees);
      paragraph(
          new Glyphs(typefaces, SIZE).add(Face.TEXT, words + (words.endsWith("：") ? "" : "：")), 0);
    }
  }

  private void section(PaperDocument.Section section) {
    bookmark(section);
    Face face =
        switch (section.level()) {
          case 1 -> Face.FIRST_LEVEL;
          case 2 -> Face.SECOND_LEVEL;
          default -> Face.TEXT;
        };
    Glyphs first = new Glyphs(typefaces, SIZE);
    List<String> rest = section.paragraphs();
    String head = section.numbering() + section.heading();
    boolean ownLine = section.level() == 1 || rest.isEmpty();
    if (!head.isEmpty() && ownLine) {
      paragraph(first.add(face, head), INDENT);
    } else if (!head.isEmpty()) {
      String stop = section.heading().isEmpty() || head.endsWith("。") ? "" : "。";
      paragraph(first.add(face, head + stop).add(Face.TEXT, rest.getFirst()), INDENT);
      rest = rest.subList(1, rest.size());
    }
    for (String paragraph : rest) {
      paragraph(new Glyphs(typefaces, SIZE).add(Face.TEXT, paragraph), INDENT);
    }
  }

  private void bookmark(PaperDocument.Section section) {
    if (section.bookmark().isEmpty()) {
      return;
    }
    while (!above.isEmpty() && above.getLast().level() >= section.level()) {
      above.removeLast();
    }
    PdfOutline parent = above.isEmpty() ? sheet.rootOutline() : above.getLast().outline();
    PdfOutline own = new PdfOutline(parent, sheet.here(), section.bookmark(), false);
    above.add(new Bookmark(section.level(), own));
  }

  private void annexes(List<String> annexes) {
    if (annexes.isEmpty()) {
      return;
    }
    sheet.skip(1);
    for (int i = 0; i < annexes.size(); i++) {
      String number = annexes.size() == 1 ? "" : (i + 1) + ".";
      String head = i == 0 ? "附件：" : "　　　";
      paragraph(new Glyphs(typefaces, SIZE).add(Face.TEXT, head + number + annexes.get(i)), INDENT);
    }
  }

  /** The date four characters from the right, the issuer centred above it. */
  private void signature(String issuer, @Nullable LocalDate day) {
    sheet.skip(day == null && issuer.isEmpty() ? 0 : 2);
    Glyphs date =
        new Glyphs(typefaces, SIZE)
            .add(
                Face.TEXT,
                day == null
                    ? ""
                    : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    Glyphs name = new Glyphs(typefaces, SIZE).add(Face.TEXT, issuer);
    float centre = WIDTH - DATE_INDENT - date.width() / 2;
    for (Glyphs.Line line : name.lines(0, WIDTH)) {
      sheet.at(line, SIZE, Math.clamp(centre - line.width() / 2, 0, WIDTH - line.width()));
    }
    for (Glyphs.Line line : date.lines(0, WIDTH)) {
      sheet.at(line, SIZE, WIDTH - DATE_INDENT - line.width());
    }
  }

  private void paragraph(Glyphs glyphs, float indent) {
    float in = indent;
    for (Glyphs.Line line : glyphs.lines(indent, WIDTH)) {
      sheet.justified(line, SIZE, in);
      in = 0;
    }
  }
}
