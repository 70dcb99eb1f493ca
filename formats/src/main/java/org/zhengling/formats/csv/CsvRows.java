package org.zhengling.formats.csv;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180, UTF-8 with or without a mark). What cannot be read is told row by row with
 * its line; nothing is guessed and the rest goes on.
 */
public final class CsvRows {
  private CsvRows() {}

  /** A row of the file. */
  public sealed interface Row {
    /** Where it begins, from 1. */
    int line();

    /** Cells without surrounding spaces. */
    record Cells(int line, List<String> cells) implements Row {
      public Cells {
        cells = List.copyOf(cells);
      }
    }

    /**
     * A row that cannot be read.
     *
     * @param reason Chinese, without full stop
     */
    record Broken(int line, String reason) implements Row {}
  }

  /** Every row that is not empty, in order. */
  public static List<Row> read(byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    boolean quoted = false;
    int line = 1;
    int began = 1;
    for (byte one : bytes) {
      if (one == '"') {
        quoted = !quoted;
      }
      if (one == '\n') {
        line++;
      }
      if (one == '\n' && !quoted) {
        add(rows, began, record.toByteArray());
        record.reset();
        began = line;
      } else {
        record.write(one);
      }
    }
    if (quoted) {
      rows.add(new Row.Broken(began, "引号没有成对，从这一行起读不下去"));
    } else {
      add(rows, began, record.toByteArray());
    }
    return rows;
  }

  private static void add(List<Row> rows, int line, byte[] record) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(record))
              .toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      List<String> cells =
          cells(plain.endsWith("\r") ? plain.substring(0, plain.length() - 1) : plain);
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(new Row.Cells(line, cells));
      }
    } catch (CharacterCodingException e) {
      rows.add(new Row.Broken(line, "文字编码不是 UTF-8，请把表格另存为“CSV UTF-8”"));
    }
  }

  private static List<String> cells(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char one = record.charAt(i);
      boolean doubled =
          one == '"' && quoted && i + 1 < record.length() && record.charAt(i + 1) == '"';
      if (doubled) {
        cell.append('"');
        i++;
      } else if (one == '"') {
        quoted = !quoted;
      } else if (one == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(one);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
