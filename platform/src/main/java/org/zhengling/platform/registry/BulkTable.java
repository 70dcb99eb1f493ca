package org.zhengling.platform.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.csv.CsvRows;
import org.zhengling.formats.sheet.SheetRows;

/** A file of people as rows with named cells; a missing column refuses the whole file. */
final class BulkTable {
  /** Columns by their heads. */
  enum Column {
    NAME("姓名"),
    NUMBER("身份证号"),
    AREA("区划"),
    WITHOUT("没有号码的原因"),
    PHONE("电话"),
    ADDRESS("住址"),
    HOUSEHOLD("户号"),
    RELATION("与户主关系"),
    FROM("入户日期");

    private final String head;

    Column(String head) {
      this.head = head;
    }

    String head() {
      return head;
    }

    boolean required() {
      return this == NAME || this == NUMBER || this == AREA;
    }
  }

  /** A row of the file; a broken one says why and has no cells. */
  sealed interface Row {
    int line();

    /** Readable. */
    record Cells(int line, Map<Column, String> cells) implements Row {
      String at(Column column) {
        return cells.getOrDefault(column, "");
      }
    }

    /** Not readable. */
    record Broken(int line, String reason) implements Row {}
  }

  private BulkTable() {}

  /** XLSX by its first bytes, else CSV. */
  static List<Row> read(byte[] bytes) {
    List<CsvRows.Row> rows = new ArrayList<>();
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      SheetRows.read(bytes).forEach((line, cells) -> rows.add(new CsvRows.Row.Cells(line, cells)));
    } else {
      rows.addAll(CsvRows.read(bytes));
    }
    if (rows.isEmpty() || !(rows.getFirst() instanceof CsvRows.Row.Cells head)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记。这个文件没有能读的表头。", "请用 CSV（UTF-8）或 XLSX，第一行写列名。");
    }
    Map<Column, Integer> places = places(head.cells());
    return rows.stream().skip(1).map(row -> named(row, places)).toList();
  }

  private static Map<Column, Integer> places(List<String> heads) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    List<String> missing = new ArrayList<>();
    for (Column column : Column.values()) {
      int at = heads.indexOf(column.head());
      if (at >= 0) {
        places.put(column, at);
      } else if (column.required()) {
        missing.add("“" + column.head() + "”");
      }
    }
    if (!missing.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有登记。表里少了列：" + String.join("、", missing) + "。", "请补上列名再交，列名要一字不差。");
    }
    return places;
  }

  private static Row named(CsvRows.Row row, Map<Column, Integer> places) {
    return switch (row) {
      case CsvRows.Row.Broken broken -> new Row.Broken(broken.line(), broken.reason());
      case CsvRows.Row.Cells(int line, List<String> cells) -> {
        Map<Column, String> named = new EnumMap<>(Column.class);
        places.forEach((column, at) -> named.put(column, at < cells.size() ? cells.get(at) : ""));
        yield new Row.Cells(line, named);
      }
    };
  }
}
