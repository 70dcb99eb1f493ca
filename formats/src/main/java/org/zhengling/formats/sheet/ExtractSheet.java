package org.zhengling.formats.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.zhengling.formats.extract.Extract;

/** The rows of the first sheet of a large workbook, as text. */
public final class ExtractSheet {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final long MOST_UNPACKED = 1024L * 1024 * 1024;
  private static final int MOST_COLUMNS = 200;

  private ExtractSheet() {}

  public static List<Extract.Row> read(byte[] bytes) {
    Workbook.refuseBursting(bytes, MOST_BYTES, MOST_UNPACKED);
    List<Extract.Row> rows = new ArrayList<>();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      try (java.util.stream.Stream<Row> stream = book.getFirstSheet().openStream()) {
        stream.forEach(row -> rows.add(new Extract.Row(row.getRowNum(), cells(row))));
      }
    } catch (ExcelReaderException | IllegalStateException broken) {
      throw Workbook.unreadable();
    } catch (IOException | UncheckedIOException broken) {
      throw Workbook.unreadable();
    }
    return rows;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
      cells.add(row.getOptionalCell(column).map(Workbook::text).orElse(""));
    }
    return cells;
  }
}
