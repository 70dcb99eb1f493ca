package org.zhengling.formats.extract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads CSV line by line as bytes, so that one line in a broken encoding takes nothing from the
 * others. Neither UTF-8 nor GB18030 has a comma, a quotation mark or a line end inside a character.
 */
final class DroppedCsv {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** A quoted cell that runs over more lines than this was never closed. */
  private static final int LONGEST_ROW = 20;

  private DroppedCsv() {}

  static Extract read(byte[] bytes) {
    List<byte[]> lines = lines(bytes);
    Charset charset = charset(lines);
    List<Extract.Row> rows = new ArrayList<>();
    List<Extract.Broken> broken = new ArrayList<>();
    byte separator = separator(lines);
    int at = 0;
    while (at < lines.size()) {
      int end = end(lines, at);
      if (end < 0) {
        broken.add(new Extract.Broken(at + 1, "引号没有成对"));
        at++;
        continue;
      }
      try {
        rows.add(new Extract.Row(at + 1, cells(joined(lines, at, end), separator, charset)));
      } catch (CharacterCodingException e) {
        broken.add(new Extract.Broken(at + 1, "编码读不懂，应为 UTF-8 或 GB18030"));
      }
      at = end;
    }
    Extract table = Extract.table(rows);
    broken.addAll(table.broken());
    broken.sort(java.util.Comparator.comparingInt(Extract.Broken::line));
    return new Extract(table.head(), table.rows(), broken);
  }

  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = startsWithMark(bytes) ? MARK.length : 0;
    for (int i = start; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        lines.add(Arrays.copyOfRange(bytes, start, end));
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /**
   * Chinese text of GB18030 is hardly ever valid UTF-8: what most lines with Chinese are decides.
   */
  private static Charset charset(List<byte[]> lines) {
    int chinese = 0;
    int utf8 = 0;
    for (byte[] line : lines) {
      if (!ascii(line)) {
        chinese++;
        utf8 += decodes(line, StandardCharsets.UTF_8) ? 1 : 0;
      }
    }
    return 2 * utf8 >= chinese ? StandardCharsets.UTF_8 : GB18030;
  }

  private static boolean ascii(byte[] line) {
    for (byte one : line) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean decodes(byte[] line, Charset charset) {
    try {
      decode(line, charset);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static byte separator(List<byte[]> lines) {
    byte[] head = lines.getFirst();
    int commas = 0;
    int tabs = 0;
    for (byte one : head) {
      commas += one == ',' ? 1 : 0;
      tabs += one == '\t' ? 1 : 0;
    }
    return (byte) (tabs > commas ? '\t' : ',');
  }

  /** Line after the row that begins there; -1 where its quotation marks are not closed. */
  private static int end(List<byte[]> lines, int start) {
    int quotes = 0;
    for (int at = start; at < Math.min(lines.size(), start + LONGEST_ROW); at++) {
      for (byte one : lines.get(at)) {
        quotes += one == '"' ? 1 : 0;
      }
      if (quotes % 2 == 0) {
        return at + 1;
      }
    }
    return -1;
  }

  private static byte[] joined(List<byte[]> lines, int start, int end) {
    if (end == start + 1) {
      return lines.get(start);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int at = start; at < end; at++) {
      joined.writeBytes(lines.get(at));
      if (at + 1 < end) {
        joined.write('\n');
      }
    }
    return joined.toByteArray();
  }

  private static List<String> cells(byte[] row, byte separator, Charset charset)
      throws CharacterCodingException {
    List<String> cells = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= row.length; i++) {
      if (i < row.length && row[i] == '"') {
        quoted = !quoted;
      } else if (i == row.length || (row[i] == separator && !quoted)) {
        cells.add(unquoted(decode(Arrays.copyOfRange(row, start, i), charset)));
        start = i + 1;
      }
    }
    return cells;
  }

  private static String unquoted(String cell) {
    String stripped = cell.strip();
    boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
    String text = quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    // Our own writer, and spreadsheets, put an apostrophe before what must stay text.
    return text.replace("\"\"", "\"");
  }
}
