package org.zhengling.formats.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Two columns of prose on a printed page whose file holds them row by row. They differ from a table
 * by this: many rows have two cells with the same gap between them, and the lines of the left
 * column are full, as prose is, while cells of a table are short and ragged.
 */
final class Columns {
  private static final int FEWEST_ROWS = 5;

  /** A line of prose holds at least so many characters. */
  private static final int SHORTEST_LINE = 8;

  private Columns() {}

  /** Words of one row that no gap of a character divides. */
  record Cell(int left, int right, String words) {}

  /**
   * A printed line.
   *
   * @param left its left edge, in the unit of {@code em}, the size of its characters
   * @param words all its words; {@code cells} are the same words by column
   */
  record Row(int left, int em, String words, List<Cell> cells) {
    private boolean isDouble() {
      return cells.size() == 2;
    }

    private Row only(Cell cell) {
      return new Row(cell.left(), em, cell.words(), List.of(cell));
    }
  }

  /** The rows of one page in the order in which they are read. */
  static List<Row> unfold(List<Row> rows) {
    List<Row> doubles = rows.stream().filter(Row::isDouble).toList();
    if (doubles.size() < FEWEST_ROWS) {
      return rows;
    }
    int leftEnds = doubles.stream().mapToInt(row -> row.cells().getFirst().right()).max().orElse(0);
    int rightBegins =
        doubles.stream().mapToInt(row -> row.cells().getLast().left()).min().orElse(0);
    if (leftEnds >= rightBegins || !isProse(doubles, leftEnds)) {
      return rows;
    }
    return inOrder(rows, leftEnds, rightBegins);
  }

  /** Most lines of the left column reach its right edge. */
  private static boolean isProse(List<Row> doubles, int edge) {
    long full =
        doubles.stream()
            .filter(row -> {
              Cell cell = row.cells().getFirst();
              return cell.right() + 2 * row.em() >= edge && cell.words().length() >= SHORTEST_LINE;
            })
            .count();
    return full * 3 >= doubles.size() * 2L;
  }

  private static List<Row> inOrder(List<Row> rows, int leftEnds, int rightBegins) {
    List<Row> ordered = new ArrayList<>();
    List<Row> right = new ArrayList<>();
    for (Row row : rows) {
      Cell first = row.cells().isEmpty() ? null : row.cells().getFirst();
      if (row.isDouble()) {
        ordered.add(row.only(row.cells().getFirst()));
        right.add(row.only(row.cells().getLast()));
      } else if (first != null && row.cells().size() == 1 && first.left() >= rightBegins) {
        right.add(row);
      } else if (first != null && row.cells().size() == 1 && first.right() <= leftEnds) {
        ordered.add(row);
      } else {
        // A line over both columns ends them: a heading, a page number in the middle.
        ordered.addAll(right);
        right.clear();
        ordered.add(row);
      }
    }
    ordered.addAll(right);
    return ordered;
  }
}
