package org.zhengling.app.demo.departments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.exchange.Item;

/**
 * A source of the invented departments: how it is listed, how its table is built, and what of the
 * truth lies in it.
 *
 * @param columns name and type of its columns, the number of the person first
 * @param items what is asked of it, each with its column
 * @param rows cells of the columns after the first, for a fact of this table; none for others
 * @param asOf column with the day of the data, or absent where the table is the living one
 */
record InventedTable(
    String slug,
    String name,
    String department,
    String code,
    String schema,
    String table,
    List<String> columns,
    List<Item> items,
    @Nullable String periodField,
    @Nullable String asOf,
    Function<Truth, Stream<List<String>>> rows) {
  InventedTable {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
  }

  String numberColumn() {
    return column(0);
  }

  private String column(int at) {
    String column = columns.get(at);
    return column.substring(0, column.indexOf(' '));
  }

  List<String> columnNames() {
    return columns.stream().map(one -> one.substring(0, one.indexOf(' '))).toList();
  }
}
