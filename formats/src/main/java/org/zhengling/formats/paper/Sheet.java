package org.zhengling.formats.paper;

import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfWriter;

/** The pages of one document: lines on the grid, page number outside, foot at the very bottom. */
final class Sheet {
  private static final float MM = 72f / 25.4f;
  private static final float LEFT = 28 * MM;
  private static final float TOP = PageSize.A4.getHeight() - 37 * MM;

  /** Of the type area, in points. */
  static final float WIDTH = 156 * MM;

  private static final int LINES = 22;
  private static final float PITCH = 225 * MM / LINES;

  /** 四号, 7 mm below the type area. */
  private static final float NUMBER_SIZE = 14;

  private static final float NUMBER_BASE = TOP - 225 * MM - 7 * MM - NUMBER_SIZE * 0.8f;
  private static final float FOOT_SIZE = 7.5f;
  private static final float FOOT_BASE = 12 * MM;

  /** A line is stretched by one character and a half at most; a shorter one stays as it is. */
  private static final float MOST_STRETCH = 1.5f;

  private final Document pdf;
  private final PdfWriter writer;
  private final Typefaces typefaces;
  private final String foot;
  private int page = 1;
  private int line;

  Sheet(Document pdf, PdfWriter writer, Typefaces typefaces, String foot) {
    this.pdf = pdf;
    this.writer = writer;
    this.typefaces = typefaces;
    this.foot = foot;
  }

  /** Leaves lines empty; never at the top of a page. */
  void skip(int lines) {
    line = page > 1 && line == 0 ? 0 : line + lines;
  }

  void centred(Glyphs.Line words, float size) {
    at(words, size, (WIDTH - words.width()) / 2);
  }

  /** Fills the width, except in the last line of a paragraph. */
  void justified(Glyphs.Line words, float size, float indent) {
    float slack = WIDTH - indent - words.width();
    boolean stretched = !words.last() && words.glyphs().size() > 1 && slack < MOST_STRETCH * size;
    draw(words, size, indent, stretched ? slack / (words.glyphs().size() - 1) : 0);
  }

  void at(Glyphs.Line words, float size, float indent) {
    draw(words, size, indent, 0);
  }

  private void draw(Glyphs.Line words, float size, float indent, float stretch) {
    if (line >= LINES) {
      turn();
    }
    line++;
    show(words.glyphs(), size, LEFT + indent, base(size), stretch);
  }

  /** The words stand in the middle of their line of the grid. */
  private float base(float size) {
    return TOP - line * PITCH + (PITCH - size) / 2 + size * 0.12f;
  }

  private void show(List<Glyphs.Glyph> glyphs, float size, float left, float base, float stretch) {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.beginText();
    canvas.setCharacterSpacing(stretch);
    float x = left;
    int from = 0;
    while (from < glyphs.size()) {
      BaseFont font = glyphs.get(from).font();
      StringBuilder run = new StringBuilder();
      float width = 0;
      int to = from;
      while (to < glyphs.size() && glyphs.get(to).font().equals(font)) {
        run.append(glyphs.get(to).text());
        width += glyphs.get(to).width() + stretch;
        to++;
      }
      canvas.setFontAndSize(font, size);
      canvas.setTextMatrix(x, base);
      canvas.showText(run.toString());
      x += width;
      from = to;
    }
    canvas.setCharacterSpacing(0);
    canvas.endText();
  }

  private void turn() {
    close();
    pdf.newPage();
    page++;
    line = 0;
  }

  /** Odd pages have their number on the right, even ones on the left, one character inside. */
  private void close() {
    Glyphs number = new Glyphs(typefaces, NUMBER_SIZE).add(Face.PAGE, "— " + page + " —");
    float left = page % 2 == 1 ? LEFT + WIDTH - NUMBER_SIZE - number.width() : LEFT + NUMBER_SIZE;
    show(number.lines(0, WIDTH).getFirst().glyphs(), NUMBER_SIZE, left, NUMBER_BASE, 0);
    float base = FOOT_BASE;
    for (Glyphs.Line words :
        new Glyphs(typefaces, FOOT_SIZE).add(Face.PAGE, foot).lines(0, WIDTH)) {
      show(words.glyphs(), FOOT_SIZE, LEFT, base, 0);
      base -= FOOT_SIZE * 1.3f;
    }
    writer.setPageEmpty(false);
  }

  void finish() {
    close();
  }

  PdfOutline rootOutline() {
    return writer.getDirectContent().getRootOutline();
  }

  /** Where the next line will stand. */
  PdfDestination here() {
    if (line >= LINES) {
      turn();
    }
    return new PdfDestination(PdfDestination.XYZ, 0, TOP - line * PITCH + PITCH / 2, 0);
  }
}
