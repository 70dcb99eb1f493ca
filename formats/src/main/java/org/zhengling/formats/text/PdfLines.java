package org.zhengling.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Puts the glyphs of a PDF together to lines. A gap of two characters and more is a column of a
 * table and becomes a tab; a smaller one between Chinese characters comes from justified setting
 * and vanishes. Two columns of prose that were put into the file row by row are read one after the
 * other ({@link Columns}).
 */
final class PdfLines extends PDFTextStripper {
  /** Positions are kept in hundredths of a point. */
  private static final int PRECISION = 100;

  /** Left edges are counted in steps of three points. */
  private static final int STEP = 3 * PRECISION;

  /** One line in so many that begin at the same edge makes the edge a margin. */
  private static final int MARGIN_AMONG = 8;

  /** A printed line: its words, its left edge and the size of its characters. */
  private record Line(int page, int left, int em, String words) {}

  private final List<Line> printed = new ArrayList<>();
  private final List<Columns.Row> rows = new ArrayList<>();
  private final List<Columns.Cell> cells = new ArrayList<>();
  private int cellFrom;
  private int cellLeft;
  private final StringBuilder words = new StringBuilder();
  private int left;
  private int right;
  private int em;
  private long nameless;

  PdfLines() {
    setSuppressDuplicateOverlappingText(true);
  }

  /** How many glyphs had a font that does not tell which character they are. */
  long nameless() {
    return nameless;
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
      throws IOException {
    nameless += font.toUnicode(code) == null ? 1 : 0;
    super.showGlyph(place, font, code, displacement);
  }

  String read(PDDocument document) throws IOException {
    getText(document);
    Set<Integer> margins = margins();
    Lines lines = new Lines();
    int page = 1;
    for (Line line : printed) {
      for (; page < line.page(); page++) {
        lines.endPage();
      }
      boolean indented =
          margins.stream().anyMatch(margin -> isIndent(line.left() - margin * STEP, line.em()));
      lines.add(indented ? "　　" + line.words() : line.words());
    }
    return lines.toString();
  }

  /** Half a step either way is lost when edges are counted. */
  private static boolean isIndent(int distance, int em) {
    return distance * 2 >= em * 3 && distance * 2 <= em * 5 + STEP;
  }

  private Set<Integer> margins() {
    Map<Integer, Integer> edges = new HashMap<>();
    printed.forEach(line -> edges.merge(line.left() / STEP, 1, Integer::sum));
    return edges.entrySet().stream()
        .filter(edge -> edge.getValue() * MARGIN_AMONG >= printed.size())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (text.isEmpty() || positions.isEmpty()) {
      return;
    }
    TextPosition first = positions.getFirst();
    TextPosition last = positions.getLast();
    int begins = Math.round(first.getXDirAdj() * PRECISION);
    if (words.isEmpty()) {
      left = begins;
      em = Math.round(first.getFontSizeInPt() * PRECISION);
      cellLeft = left;
    } else {
      if (begins - right >= em) {
        endCell();
        cellLeft = begins;
      }
      gap(begins - right, text.codePointAt(0));
    }
    words.append(text);
    right = Math.round((last.getXDirAdj() + last.getWidthDirAdj()) * PRECISION);
  }

  private void endCell() {
    String own = closeUp(words.substring(cellFrom)).strip();
    if (!own.isEmpty()) {
      cells.add(new Columns.Cell(cellLeft, right, own));
    }
    cellFrom = words.length();
  }

  private void gap(int width, int next) {
    int before = words.codePointBefore(words.length());
    if (width >= 2 * em) {
      words.append('\t');
    } else if (!(Letters.isSquare(before) && Letters.isSquare(next)) && before != ' ') {
      words.append(' ');
    }
  }

  @Override
  protected void writeWordSeparator() {
    // The width of the gap decides, when the next word comes.
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writePageEnd() throws IOException {
    endLine();
    int page = getCurrentPageNo();
    for (Columns.Row row : Columns.unfold(rows)) {
      printed.add(new Line(page, row.left(), row.em(), row.words()));
    }
    rows.clear();
    super.writePageEnd();
  }

  private void endLine() {
    endCell();
    String line = closeUp(words.toString());
    words.setLength(0);
    if (!line.isBlank()) {
      int indent = line.length() - line.stripLeading().length();
      rows.add(new Columns.Row(left + indent * em / 2, em, line.strip(), List.copyOf(cells)));
    }
    cells.clear();
    cellFrom = 0;
  }

  /** Blanks that are set as glyphs between two Chinese characters go too. */
  private static String closeUp(String line) {
    StringBuilder closed = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank = c == ' ' || c == '\u00A0';
      int next = i;
      while (blank
          && next < line.length()
          && (line.charAt(next) == ' ' || line.charAt(next) == '\u00A0')) {
        next++;
      }
      boolean between =
          blank
              && !closed.isEmpty()
              && next < line.length()
              && Letters.isSquare(closed.charAt(closed.length() - 1))
              && Letters.isSquare(line.charAt(next));
      if (between) {
        i = next - 1;
      } else {
        closed.append(blank ? ' ' : c);
      }
    }
    return closed.toString();
  }
}
