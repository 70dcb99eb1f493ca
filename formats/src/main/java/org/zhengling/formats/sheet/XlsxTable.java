package org.zhengling.formats.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as XLSX, the one writer of exports. Every cell is written as text, whatever it begins
 * with: a spreadsheet shows it and never calculates it. Characters that no XML holds are left out.
 */
public final class XlsxTable {
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;

  private XlsxTable() {}

  /**
   * Every row has as many cells as the head.
   *
   * @param name of the sheet, at most 31 characters
   */
  public static byte[] write(String name, List<String> head, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Zhengling", "1.0")) {
      Worksheet sheet = book.newWorksheet(name);
      for (int column = 0; column < head.size(); column++) {
        sheet.value(0, column, written(head.get(column)));
        sheet.style(0, column).bold().set();
        sheet.width(column, width(head.get(column)));
      }
      sheet.freezePane(0, 1);
      for (int row = 0; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        if (cells.size() != head.size()) {
          throw new IllegalArgumentException(
              cells.size() + " cells under " + head.size() + " heads");
        }
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(row + 1, column, written(cells.get(column)));
          sheet.style(row + 1, column).format("@").set();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the memory ended", e);
    }
    return out.toByteArray();
  }

  private static String written(String value) {
    return value
        .codePoints()
        .filter(one -> one >= 0x20 || one == '\t' || one == '\n' || one == '\r')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A Chinese character is two wide. */
  private static int width(String head) {
    return Math.clamp(head.length() * 2L + 2, NARROWEST, WIDEST);
  }
}
