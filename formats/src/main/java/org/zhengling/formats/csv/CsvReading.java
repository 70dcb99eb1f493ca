package org.zhengling.formats.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.engine.Refusal;

/**
 * A table read from CSV (RFC 4180), UTF-8 with or without a mark, else GB18030. Every row knows its
 * line in the file; a row that cannot be read is a fault and the rows after it go on.
 *
 * @param head names of the columns, as they stand
 * @param charset what the file was written in
 */
public record CsvReading(List<String> head, List<Row> rows, List<Fault> faults, Charset charset) {
  public static final Charset GB18030 = Charset.forName("GB18030");

  public CsvReading {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * A row with as many cells as the head.
   *
   * @param line where it begins in the file, from 1
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A row that cannot be read, and why, Chinese. */
  public record Fault(int line, String said) {}

  /** Reads a file; one that is no text, or empty, is a refusal of kind CALLER. */
  public static CsvReading read(byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    String text;
    try {
      text = decoded(bytes, charset);
    } catch (CharacterCodingException notUtf8) {
      charset = GB18030;
      text = gb18030(bytes);
    }
    if (text.indexOf('\0') >= 0) {
      throw refused("文件里有不是文字的内容");
    }
    return new Reader(text.startsWith("\uFEFF") ? text.substring(1) : text).read(charset);
  }

  /** The column of that name, or -1. */
  public int column(String name) {
    return head.indexOf(name);
  }

  private static String gb18030(byte[] bytes) {
    try {
      return decoded(bytes, GB18030);
    } catch (CharacterCodingException e) {
      throw refused("文件的编码不是 UTF-8，也不是 GB18030");
    }
  }

  private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static Refusal refused(String what) {
    return new Refusal(Refusal.Kind.CALLER, "没有读入。" + what + "。", "请另存为 CSV（UTF-8 或 GB18030）再上传。");
  }

  /** One pass over the text. */
  private static final class Reader {
    private final String text;
    private int at;
    private int line = 1;
    private String broken = "";

    Reader(String text) {
      this.text = text;
    }

    CsvReading read(Charset charset) {
      List<String> head = List.of();
      List<Row> rows = new ArrayList<>();
      List<Fault> faults = new ArrayList<>();
      while (at < text.length()) {
        int begins = line;
        List<String> cells = row();
        if (!broken.isEmpty()) {
          faults.add(new Fault(begins, broken));
        } else if (head.isEmpty() && !blank(cells)) {
          head = cells.stream().map(String::strip).toList();
        } else if (cells.size() != head.size() && !blank(cells)) {
          faults.add(
              new Fault(begins, "有 " + cells.size() + " 栏，表头是 " + head.size() + " 栏。请补齐或删去多余的栏。"));
        } else if (!blank(cells)) {
          rows.add(new Row(begins, cells));
        }
      }
      if (head.isEmpty()) {
        throw refused("文件是空的，或没有表头");
      }
      return new CsvReading(head, rows, faults, charset);
    }

    private static boolean blank(List<String> cells) {
      return cells.size() == 1 && cells.getFirst().isBlank();
    }

    private List<String> row() {
      broken = "";
      List<String> cells = new ArrayList<>();
      cells.add(cell());
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        cells.add(cell());
      }
      endLine();
      return cells;
    }

    private String cell() {
      return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
      int from = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String cell = text.substring(from, at);
      if (cell.indexOf('"') >= 0) {
        broken = "引号不在一栏的开头。请去掉引号，或把整栏放进引号。";
      }
      return cell;
    }

    private String quoted() {
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char one = text.charAt(at++);
        if (one == '\n') {
          line++;
        }
        if (one != '"') {
          cell.append(one);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          return cell.append(rest()).toString();
        }
      }
      broken = "引号没有配对。请补上右引号。";
      return cell.toString();
    }

    /** What stands between the closing quote and the next comma should be nothing. */
    private String rest() {
      String rest = plain();
      if (!rest.isBlank()) {
        broken = "右引号后面还有字。请把整栏放进引号。";
      }
      return rest.isBlank() ? "" : rest;
    }

    private void endLine() {
      if (at < text.length() && text.charAt(at) == '\r') {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      line++;
    }
  }
}
