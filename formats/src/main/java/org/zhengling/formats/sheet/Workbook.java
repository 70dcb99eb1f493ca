package org.zhengling.formats.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.zhengling.engine.Refusal;

/** The cells of a workbook as text, with limits against files that are made to burst. */
final class Workbook {
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final long MOST_UNPACKED = 60L * 1024 * 1024;
  private static final int MOST_PARTS = 2000;
  private static final int MOST_ROWS = 5000;
  private static final int MOST_COLUMNS = 64;

  private Workbook() {}

  /** A rectangle of cells that show one value; bounds from 0, both ends included. */
  record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean holds(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  /**
   * A sheet.
   *
   * @param number from 1
   * @param rows row number of the spreadsheet (from 1) to its cells, the first column first; merged
   *     cells show the value of their first one
   */
  record Page(int number, String name, Map<Integer, List<String>> rows, List<Merge> merges) {}

  static List<Page> read(byte[] bytes) {
    refuseBursting(bytes, MOST_BYTES, MOST_UNPACKED);
    List<Page> pages = new ArrayList<>();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      Map<String, List<Merge>> merges = Merges.byRelation(bytes);
      for (Sheet sheet : book.getSheets().toList()) {
        pages.add(page(sheet, merges.getOrDefault(sheet.getId(), List.of())));
      }
    } catch (ZipException | ExcelReaderException | IllegalStateException broken) {
      throw unreadable();
    } catch (IOException | UncheckedIOException broken) {
      throw unreadable();
    }
    return pages;
  }

  private static Page page(Sheet sheet, List<Merge> merges) throws IOException {
    Map<Integer, List<String>> rows = new HashMap<>();
    for (Row row : sheet.read()) {
      if (row.getRowNum() > MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
        throw refused(
            "表“" + sheet.getName() + "”太大，最多 " + MOST_ROWS + " 行、" + MOST_COLUMNS + " 列。",
            "请删去空行空列，或分成几个文件。");
      }
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.getCellCount(); column++) {
        cells.add(row.getOptionalCell(column).map(Workbook::text).orElse(""));
      }
      rows.put(row.getRowNum(), cells);
    }
    fill(rows, merges);
    return new Page(sheet.getIndex() + 1, sheet.getName(), rows, merges);
  }

  private static void fill(Map<Integer, List<String>> rows, List<Merge> merges) {
    for (Merge merge : merges) {
      String value = at(rows, merge.firstRow() + 1, merge.firstColumn());
      for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), MOST_ROWS); row++) {
        List<String> cells = rows.computeIfAbsent(row + 1, _ -> new ArrayList<>());
        int last = Math.min(merge.lastColumn(), MOST_COLUMNS);
        while (cells.size() <= last) {
          cells.add("");
        }
        for (int column = merge.firstColumn(); column <= last; column++) {
          cells.set(column, value);
        }
      }
    }
  }

  static String at(Map<Integer, List<String>> rows, int row, int column) {
    List<String> cells = rows.getOrDefault(row, List.of());
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  /** What a person sees in the cell; of a formula, the value that was stored with it. */
  static String text(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null) {
      return "";
    }
    boolean counted =
        cell.getType() == CellType.NUMBER
            || (cell.getType() == CellType.FORMULA && raw.matches("-?\\d+(\\.\\d+)?"));
    if (counted && isDate(cell)) {
      return LocalDate.of(1899, 12, 30).plusDays(new BigDecimal(raw).longValue()).toString();
    }
    if (counted) {
      return new BigDecimal(raw).stripTrailingZeros().toPlainString();
    }
    return cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR
        ? raw.strip()
        : cell.getText().strip();
  }

  /** Formats with a year or a day, and the numbers that stand for Chinese dates. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null
        && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || id == 57 || id == 58)) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null
        && format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"", "").contains("y");
  }

  /** Unpacks once without keeping anything, and stops where it becomes too much. */
  static void refuseBursting(byte[] bytes, int mostBytes, long mostUnpacked) {
    if (bytes.length > mostBytes) {
      throw refused("文件超过 " + mostBytes / (1024 * 1024) + " MB。", "请只保留需要的表，另存后再上传。");
    }
    if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
      throw refused("这不是 XLSX 表格。", "旧版 .xls 请用表格软件另存为 .xlsx；也可以下载模板填写。");
    }
    long unpacked = 0;
    int parts = 0;
    byte[] buffer = new byte[8192];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        parts++;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > mostUnpacked || parts > MOST_PARTS) {
              throw refused("文件展开后过大。", "请只保留任务清单，另存后再上传。");
            }
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw unreadable();
    }
  }

  static Refusal unreadable() {
    return refused("这个表格打不开，可能已损坏或加了密码。", "请用表格软件打开，去掉密码，另存为 .xlsx 再上传。");
  }

  static Refusal refused(String happened, String todo) {
    return new Refusal(Refusal.Kind.CALLER, "没有读入。" + happened, todo);
  }

  /** A part of the package; empty where there is none. */
  static InputStream part(byte[] bytes, String name) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      ZipArchiveEntry entry = zip.getEntry(name);
      return entry == null
          ? InputStream.nullInputStream()
          : new ByteArrayInputStream(zip.getInputStream(entry).readAllBytes());
    }
  }
}
