package org.zhengling.formats.paper;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/**
 * A paragraph measured and broken into lines. Chinese may break between any two characters, except
 * that no line begins with a closing mark or ends with an opening one; words and numbers of Latin
 * letters stay whole.
 */
final class Glyphs {
  private static final String NOT_FIRST = "，。、；：？！）〕】》」』”’％%…—～·℃)],.;:?!";
  private static final String NOT_LAST = "（〔【《「『“‘([￥$";

  private final Typefaces typefaces;
  private final float size;
  private final List<Glyph> glyphs = new ArrayList<>();

  Glyphs(Typefaces typefaces, float size) {
    this.typefaces = typefaces;
    this.size = size;
  }

  /** One character, with its width in points. */
  record Glyph(String text, BaseFont font, float width) {
    boolean latin() {
      return text.length() == 1
          && text.charAt(0) < 0x2E80
          && Character.isLetterOrDigit(text.charAt(0));
    }
  }

  /** A line; {@code width} without any stretching. */
  record Line(List<Glyph> glyphs, float width, boolean last) {}

  Glyphs add(Face face, String text) {
    text.codePoints()
        .filter(one -> !Character.isISOControl(one))
        .forEach(one -> {
          BaseFont font = typefaces.font(face, one);
          String character = Character.toString(one);
          glyphs.add(new Glyph(character, font, font.getWidthPoint(character, size)));
        });
    return this;
  }

  float width() {
    return (float) glyphs.stream().mapToDouble(Glyph::width).sum();
  }

  /**
   * Breaks into lines.
   *
   * @param indent how far the first line is set in
   * @param width of every line
   */
  List<Line> lines(float indent, float width) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from < glyphs.size()) {
      float room = lines.isEmpty() ? width - indent : width;
      int to = from;
      float used = 0;
      while (to < glyphs.size() && used + glyphs.get(to).width() <= room + 0.01f) {
        used += glyphs.get(to).width();
        to++;
      }
      to = to == glyphs.size() ? to : Math.max(from + 1, breakBefore(from, to));
      List<Glyph> line = glyphs.subList(from, to);
      float natural = (float) line.stream().mapToDouble(Glyph::width).sum();
      lines.add(new Line(List.copyOf(line), natural, to == glyphs.size()));
      from = to;
      while (from < glyphs.size() && glyphs.get(from).text().equals(" ")) {
        from++;
      }
    }
    return lines;
  }

  /** The nearest lawful break at or before this place. */
  private int breakBefore(int from, int to) {
    int at = to;
    while (at > from + 1 && !mayBreak(at)) {
      at--;
    }
    return at > from + 1 ? at : to;
  }

  private boolean mayBreak(int at) {
    Glyph before = glyphs.get(at - 1);
    Glyph after = glyphs.get(at);
    boolean dash = before.text().equals(after.text()) && "—…".contains(after.text());
    return !NOT_FIRST.contains(after.text())
        && !NOT_LAST.contains(before.text())
        && !dash
        && !(before.latin() && after.latin());
  }
}
