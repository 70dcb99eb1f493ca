package org.zhengling.formats.extract;

import java.util.List;
import java.util.Locale;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.sheet.ExtractSheet;

/**
 * A table as it came.
 *
 * @param head names of the columns
 * @param rows as many cells each as the head
 * @param broken rows that could not be read; everything else went on
 */
public record Extract(List<String> head, List<Row> rows, List<Broken> broken) {
  public Extract {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }

  /**
   * A row of the table.
   *
   * @param line in the file, from 1
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A row that could not be read.
   *
   * @param reason Chinese, without personal data
   */
  public record Broken(int line, String reason) {}

  /**
   * Reads a file by what it is called; what it holds decides whether that is believed.
   *
   * @param name ends in {@code .csv} or {@code .xlsx}
   */
  public static Extract read(String name, byte[] bytes) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return DroppedCsv.read(bytes);
    }
    if (lower.endsWith(".xlsx")) {
      return table(ExtractSheet.read(bytes));
    }
    throw new Refusal(Refusal.Kind.CALLER, "没有读入。只认 CSV 和 XLSX 表格。", "请另存为其中一种。");
  }

  /** The first row with words is the head; the others must be as wide. */
  static Extract table(List<Row> lines) {
    List<Row> filled =
        lines.stream()
            .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
            .toList();
    if (filled.isEmpty()) {
      throw new Refusal(Refusal.Kind.CALLER, "没有读入。表是空的。", "请核对文件。");
    }
    List<String> head = trimmed(filled.getFirst().cells());
    List<Row> rows = new java.util.ArrayList<>();
    List<Broken> broken = new java.util.ArrayList<>();
    for (Row row : filled.subList(1, filled.size())) {
      List<String> cells = fitted(row.cells(), head.size());
      if (cells.size() == head.size()) {
        rows.add(new Row(row.line(), cells));
      } else {
        broken.add(
            new Broken(row.line(), "有 " + row.cells().size() + " 列，表头有 " + head.size() + " 列"));
      }
    }
    return new Extract(head, rows, broken);
  }

  private static List<String> trimmed(List<String> head) {
    List<String> names = head.stream().map(String::strip).toList();
    int end = names.size();
    while (end > 0 && names.get(end - 1).isEmpty()) {
      end--;
    }
    return names.subList(0, end);
  }

  /** Empty cells beyond the head are no column. */
  private static List<String> fitted(List<String> cells, int width) {
    int end = cells.size();
    while (end > width && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }
}
