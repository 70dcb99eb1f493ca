package org.zhengling.engine.quantity;

/**
 * Something that is allotted and accounted for: money, new construction land, energy, a pollutant,
 * learning credits.
 *
 * @param code stable code in files and tables, {@code coal}
 * @param name Chinese name, 煤炭
 * @param unit smallest unit that is counted, {@code kg}; one unit per asset, for ever
 */
public record Asset(String code, String name, String unit) {
  public Asset {
    if (code.isBlank() || name.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException(
          "An asset needs code, name and unit: '%s', '%s', '%s'".formatted(code, name, unit));
    }
  }
}
