package org.zhengling.engine.time;

/** Asked about a day of a year whose holiday table is not loaded. The caller loads it first. */
public final class YearNotLoaded extends IllegalArgumentException {
  private final int year;

  public YearNotLoaded(int year) {
    super("No holiday table for " + year + ": load the notice of that year first");
    this.year = year;
  }

  public int year() {
    return year;
  }
}
