package org.zhengling.platform.ledger;

/**
 * Money of an area for a purpose, of a level and year, fen. What was given is what is left, held,
 * on its way and paid, together.
 */
public record Budget(
    String area,
    String areaName,
    String purpose,
    SourceLevel level,
    int year,
    long left,
    long held,
    long onTheWay,
    long paid) {
  public long given() {
    return Math.addExact(Math.addExact(left, held), Math.addExact(onTheWay, paid));
  }
}
