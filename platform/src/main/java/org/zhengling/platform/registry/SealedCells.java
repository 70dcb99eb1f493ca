package org.zhengling.platform.registry;

import java.util.List;
import java.util.Set;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;
import org.zhengling.platform.registry.Seals.Column;
import org.zhengling.platform.registry.store.SealedRows;

/** The sealed columns of the register, so that they are sealed anew when keys change. */
final class SealedCells implements SealedColumn {
  private final SealedRows rows;
  private final SealedRows.Place place;
  private final Column column;
  private final String city;

  SealedCells(SealedRows rows, Column column, AreaDirectory areas) {
    this.rows = rows;
    this.place =
        switch (column) {
          case NAME -> SealedRows.Place.NAME;
          case NUMBER -> SealedRows.Place.NUMBER;
          case FACT -> SealedRows.Place.FACT;
        };
    this.column = column;
    this.city = areas.city().code();
  }

  @Override
  public Purpose purpose() {
    return column.purpose();
  }

  @Override
  public Set<Long> keysInUse() {
    return rows.keysInUse(place, city);
  }

  /** A value in its row. */
  record Value(SealedRows.Row row, Column column) implements Cell {
    @Override
    public byte[] sealed() {
      return row.sealed();
    }

    @Override
    public byte[] bound() {
      return column.bound(row.id());
    }
  }

  @Override
  public List<Value> sealedBefore(long key, int atMost) {
    return rows.sealedBefore(place, city, key, atMost).stream()
        .map(row -> new Value(row, column))
        .toList();
  }

  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Value(SealedRows.Row row, Column of)) || of != column) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    rows.replace(place, city, row, sealedAnew);
  }
}
