package org.zhengling.formats.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first sheet of an XLSX workbook as rows of text, within the limits for hostile files. */
public final class SheetRows {
  private SheetRows() {}

  /** Row number of the spreadsheet (from 1) to its cells, in order; empty rows are left out. */
  public static Map<Integer, List<String>> read(byte[] bytes) {
    List<Workbook.Page> pages = Workbook.read(bytes);
    Map<Integer, List<String>> rows = new TreeMap<>();
    if (!pages.isEmpty()) {
      pages
          .getFirst()
          .rows()
          .forEach((number, cells) -> {
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
              rows.put(number, List.copyOf(cells));
            }
          });
    }
    return rows;
  }
}
